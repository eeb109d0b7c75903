import { describe, expect, test } from 'vitest';
import { compile, UndecidedCase } from '../../../src/eligibility/compile.ts';
import { decide } from '../../../src/eligibility/explain.ts';
import { combinations, matchingRows, offered, type DecisionTable } from '../../../src/eligibility/table.ts';
import { isQuestion, places, questionCounts, results } from '../../../src/eligibility/tree.ts';
import { table, tree } from './realTable.ts';
import { weatherQuestions } from './weather.ts';

/** Sun: walk. Under rain a hat: in straw stay, in felt walk and get wet. */
const weather: DecisionTable = {
  ...table,
  ...weatherQuestions,
  rows: [
    { row: 'sun', when: { sky: ['sun'] }, outcome: 'walk', notes: [], facts: ['seed.one'] },
    { row: 'straw', when: { sky: ['rain'], hat: ['straw'] }, outcome: 'stay', notes: [], facts: ['seed.one'] },
    { row: 'felt', when: { sky: ['rain'], hat: ['felt'] }, outcome: 'walk-wet', notes: [], facts: ['seed.one'] },
  ],
};

describe('the compiled wizard', () => {
  test('has 90 question pages and 225 results for 586 combinations of answers', () => {
    const pages = [...places(tree)];
    expect(pages.filter(({ node }) => isQuestion(node))).toHaveLength(90);
    expect([...results(tree)]).toHaveLength(225);
    expect([...combinations(table)]).toHaveLength(586);
  });

  test('decides every combination as its one row does', () => {
    for (const answers of combinations(table)) {
      const rows = matchingRows(table, answers);
      expect(rows, Object.values(answers).join('/')).toHaveLength(1);
      const { outcome, notes, facts } = decide(tree, answers);
      expect({ outcome, notes, facts }).toEqual({
        outcome: rows[0]?.outcome,
        notes: rows[0]?.notes,
        facts: rows[0]?.facts,
      });
    }
  });

  test('asks in the order of the table and offers only answers the table offers there', () => {
    for (const { path, node } of places(tree)) {
      if (!isQuestion(node)) continue;
      const answers: Record<string, string> = {};
      let walk = tree;
      let last = -1;
      for (const answer of path) {
        if (!isQuestion(walk)) throw new Error('a result has no answers');
        answers[walk.question] = answer;
        expect(table.order.indexOf(walk.question)).toBeGreaterThan(last);
        last = table.order.indexOf(walk.question);
        const next = walk.next[answer];
        if (next === undefined) throw new Error('unreachable page');
        walk = next;
      }
      expect(Object.keys(node.next)).toEqual(offered(table, node.question, answers));
    }
  });

  test('asks nothing that cannot change the result', () => {
    for (const { node } of places(tree)) {
      if (!isQuestion(node)) continue;
      const behind = Object.values(node.next).map((next) => JSON.stringify(next));
      expect(new Set(behind).size, node.question).toBeGreaterThan(1);
    }
  });

  test('needs at most six questions, usually four', () => {
    expect(questionCounts(tree)).toEqual({ max: 6, usual: 4 });
  });

  test('does not depend on the order of the rows', () => {
    expect(compile({ ...table, rows: table.rows.toReversed() })).toEqual(tree);
  });

  test('tells pages apart that ask the same question with other answers, even if these decide alike', () => {
    const small: DecisionTable = {
      ...table,
      questions: { place: ['near', 'far'], role: ['a', 'b', 'c', 'd'] },
      order: ['place', 'role'],
      asked: [
        { question: 'place', when: {}, answers: ['near', 'far'] },
        { question: 'role', when: { place: ['near'] }, answers: ['a', 'b'] },
        { question: 'role', when: { place: ['far'] }, answers: ['c', 'd'] },
      ],
      rows: [
        { row: 'r1', when: { role: ['a', 'c'] }, outcome: 'one', notes: [], facts: ['seed.one'] },
        { row: 'r2', when: { role: ['b', 'd'] }, outcome: 'two', notes: [], facts: ['seed.one'] },
      ],
    };
    const addresses = [...results(compile(small))].map(({ path }) => path.join('/'));
    expect(addresses).toEqual(['near/a', 'near/b', 'far/c', 'far/d']);
  });

  test('refuses a table with a gap and one with an overlap, naming the case', () => {
    const without = table.rows.filter(({ row }) => row !== 'D1');
    expect(() => compile({ ...table, rows: without })).toThrow(new UndecidedCase({ cloud: 'germany' }, []));
    expect(() => compile({ ...table, rows: without })).toThrow('no row decides germany');
    const [first] = table.rows;
    if (first === undefined) throw new Error('the table is empty');
    expect(() => compile({ ...table, rows: [...table.rows, { ...first, row: 'twin' }] })).toThrow(
      'rows D1, twin all decide germany',
    );
  });

  test('names the whole case, and says so by the name of the error', () => {
    const small = { ...weather, rows: weather.rows.filter(({ row }) => row !== 'felt') };
    expect(() => compile(small)).toThrow('no row decides rain/felt');
    expect(new UndecidedCase({}, []).name).toBe('UndecidedCase');
  });

  test('leaves out a row about a question that is not asked there', () => {
    const hatless = { row: 'hats', when: { hat: ['felt'] }, outcome: 'walk-wet', notes: [], facts: ['seed.one'] };
    const rows = [...weather.rows.filter(({ row }) => row !== 'felt'), hatless];
    expect([...results(compile({ ...weather, rows }))].map(({ path, node }) => [path.join('/'), node.outcome])).toEqual(
      [
        ['sun', 'walk'],
        ['rain/straw', 'stay'],
        ['rain/felt', 'walk-wet'],
      ],
    );
  });

  test('refuses a question that offers nothing', () => {
    const asked = weather.asked.map((rule) => (rule.question === 'hat' ? { ...rule, answers: [] } : rule));
    expect(() => compile({ ...weather, asked })).toThrow('no row decides rain');
  });
});
