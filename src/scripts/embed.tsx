import { render } from 'preact';
import { WizardIsland } from '../components/wizard/WizardIsland.tsx';

// Puts the wizard's island into an article once the reader opens it there: the first question, which is on the page
// already, moves into the island and stays until it is answered.
for (const place of document.querySelectorAll<HTMLElement>('.embedded-wizard [data-file]')) {
  const { file = '', start = '' } = place.dataset;
  const question = [...place.childNodes];
  place.replaceChildren();
  render(
    <WizardIsland file={file} start={start} titleEnd="" embedded>
      <div ref={(element) => element?.append(...question)} />
    </WizardIsland>,
    place,
  );
}
