import { editionsOf, placeFacts } from '../facts.ts';
import type { Content } from '../load.ts';
import { difference, type Report } from './problem.ts';

/** How the ledger writes the code of an edition. */
const EDITION_CODE = /(?<![\w-])(?:[A-Z]{2}\d{2}[a-z]*\d?|S00\d|CN-[A-Z]{2})(?![\w-])/g;

/** Checks that every fact is placed and rests on listed sources, and that what is told of sources speaks of known facts. */
export function checkProvenance(content: Content, report: Report): void {
  const { facts, editions, newer, newerSources, disagreements, comparison, outcomes } = content;
  const { homes, problems } = placeFacts(content);
  const misplaced = problems.map(({ message }) => message).join('\n');
  for (const fact of facts.values()) {
    if (!homes.has(fact.id) && !misplaced.includes(`"${fact.id}"`))
      report(
        'fact: not placed',
        'src/content/articles',
        `"${fact.id}" is stated in no article`,
        'State it in one article, in every locale.',
      );
    for (const [code] of fact.statedIn.matchAll(EDITION_CODE))
      if (!editions.has(code))
        report(
          'fact: edition missing',
          'src/content/facts/editions.json',
          `the edition ${code}, in which "${fact.id}" is stated, is not listed`,
          'Add the edition.',
        );
    // A newer fact names its sources itself.
    if (fact.layer !== 'newer' && editionsOf(fact, editions).length === 0)
      report(
        'fact: no edition',
        'src/content/facts/editions.json',
        `none of the editions "${fact.id}" is stated in is listed (${fact.statedIn})`,
        'Add the edition.',
      );
  }

  const newerIds = [...facts.values()].filter(({ layer }) => layer === 'newer').map(({ id }) => id);
  const file = 'src/content/facts/newer.json';
  for (const id of difference(newerIds, newer.keys()))
    report('newer: undescribed', file, `"${id}" has no entry`, 'Add its date, certainty and sources.');
  for (const id of difference(newer.keys(), newerIds))
    report('newer: unknown', file, `"${id}" is no newer fact of the ledger`, 'Correct the id, or delete the entry.');
  for (const { fact, sources, until, since } of newer.values()) {
    for (const code of difference(sources, [...Object.keys(newerSources), ...editions.keys()]))
      report(
        'newer: unknown source',
        file,
        `"${fact}" was read in "${code}", which is not listed`,
        'Add it to newer-sources.json or editions.json.',
      );
    if (until !== undefined && since === undefined)
      report('newer: half a span', file, `"${fact}" has "until" without "since"`, 'Add "since".');
  }

  const known = (ids: readonly string[], at: string, where: string) => {
    for (const id of difference(ids, facts.keys()))
      report('source: unknown fact', where, `${at} rests on "${id}"`, 'Correct the id, or add the fact to the ledger.');
  };
  for (const { id, facts: ids } of disagreements) known(ids, id, 'src/content/facts/disagreements.json');
  const table = 'src/content/compare/comparison.json';
  for (const path of difference(comparison.paths, Object.keys(outcomes)))
    report('comparison: unknown path', table, `"${path}" is no outcome`, 'Correct the id.');
  for (const { id, cells } of comparison.rows)
    for (const [path, ids] of Object.entries(cells)) {
      known(ids, `${id} > ${path}`, table);
      if (!comparison.paths.includes(path))
        report(
          'comparison: unknown path',
          table,
          `the row "${id}" has a cell for "${path}"`,
          'Add the path, or delete it.',
        );
    }
}
