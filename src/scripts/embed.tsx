import { render } from 'preact';
import { WizardIsland } from '../components/wizard/WizardIsland.tsx';
import { make } from '../search/list.ts';
import wizardSheet from '../styles/wizard.css?url';

// Puts the wizard's island into an article once the reader opens it there, above the link to the wizard, which is where it
// begins.
const place = document.querySelector<HTMLElement>('.embedded-wizard');
const link = place?.querySelector('a');
if (place !== null && link != null) {
  const { file = '', start = '' } = place.dataset;
  const root = make('div');
  document.head.append(make('link', { rel: 'stylesheet', href: wizardSheet }));
  link.parentElement?.before(root);
  render(<WizardIsland file={file} start={start} titleEnd="" embedded={link.pathname} />, root);
}
