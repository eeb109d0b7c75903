import { LOCALES, type Locale } from '../../../config/locales.ts';
import { compile } from '../../../eligibility/compile.ts';
import type { Content } from '../../content/load.ts';
import { shownAt } from '../shown.ts';
import type { Unit } from '../units.ts';
import type { Notes } from './write.ts';

/** The longest description of a page that search engines show whole: see the schemas of articles and outcomes. */
const DESCRIPTION = 170;

/**
 * Makes what helps a translator with a text: the ledger's sentence of a fact, where the text shows, how the glossary puts the
 * terms in it and what it says not to write, how long it may be.
 */
export function notesFor(content: Content, locale: Locale): (unit: Unit) => Notes {
  const at = shownAt(content, compile(content.table));
  const { en, [locale]: own } = content.wording;
  const terms = Object.entries(en.glossary.terms).flatMap(([id, term]) => {
    const theirs = own.glossary.terms[id];
    if (theirs === undefined) return [];
    const avoid = theirs.avoid.map(({ form }) => form).join(', ');
    const text = `${term.name}: ${theirs.name}${avoid === '' ? '' : ` (not: ${avoid})`}`;
    return [{ find: new RegExp(term.find, 'iu'), text }];
  });
  return ({ key, source }) => {
    const fact = content.facts.get(/#([^:]*)$/.exec(key)?.[1] ?? '');
    const used = terms.filter(({ find }) => find.test(source)).map(({ text }) => text);
    return {
      where: `/${locale}/${at(key).replace(/(#|$)/, '/$1')}`.replace('//', '/'),
      ...(fact !== undefined && { fact: fact.sentence }),
      ...(used.length > 0 && { [`glossary-${LOCALES[locale].lang}`]: used.join('; ') }),
      ...(/[:.]description$/.test(key) &&
        !key.startsWith('interface') && { length: `at most ${DESCRIPTION} characters` }),
    };
  };
}
