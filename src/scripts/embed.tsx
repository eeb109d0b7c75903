import { render } from 'preact';
import { WizardIsland } from '../components/wizard/WizardIsland.tsx';
import { arrive, carry } from './carry.ts';

// Puts the wizard's island into an article once the reader opens it there: the first question, which is on the page
// already, moves into the island and stays until it is answered. A switch of language takes the answers along.
const { section, values } = arrive();

for (const place of document.querySelectorAll<HTMLElement>('.embedded-wizard [data-file]')) {
  const { file = '', start = '' } = place.dataset;
  const id = place.closest('details')?.id ?? '';
  const carried = section === id && values.length > 0;
  let at = '';
  const question = [...place.childNodes];
  place.replaceChildren();
  render(
    <WizardIsland
      file={file}
      start={start}
      titleEnd=""
      embedded
      first={carried ? `${start}${values.join('/')}/` : undefined}
      onMove={(address) => (at = address)}
    >
      <div ref={(element) => element?.append(...question)} />
    </WizardIsland>,
    place,
  );
  carry(() => (at === '' ? undefined : { section: id, values: at.slice(start.length).split('/').filter(Boolean) }));
}
