import { render } from 'preact';
import { WizardIsland } from '../components/wizard/WizardIsland.tsx';
import { make } from '../search/list.ts';
import wizardSheet from '../styles/wizard.css?url';
import { arrive, carry } from './carry.ts';

// Puts the wizard's island into an article once the reader opens it there, above the link to the wizard, which is where it
// begins. A switch of language takes the answers along.
const { section, values } = arrive();
const place = document.querySelector<HTMLElement>('.embedded-wizard');
const link = place?.querySelector('a');

if (place !== null && link != null) {
  const { file = '', start = '' } = place.dataset;
  const carried = section === place.id && values.length > 0;
  let at = '';
  const root = make('div');
  document.head.append(make('link', { rel: 'stylesheet', href: wizardSheet }));
  link.parentElement?.before(root);
  render(
    <WizardIsland
      file={file}
      start={start}
      titleEnd=""
      embedded={link.pathname}
      first={carried ? `${start}${values.join('/')}/` : undefined}
      onMove={(address) => (at = address)}
    />,
    root,
  );
  carry(() =>
    at === '' ? undefined : { section: place.id, values: at.slice(start.length).split('/').filter(Boolean) },
  );
}
