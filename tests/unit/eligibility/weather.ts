import type { DecisionTable } from '../../../src/eligibility/table.ts';

/** The questions of a small table: sun or rain, and under rain a hat, straw or felt. Each test decides them in its own way. */
export const weatherQuestions: Pick<DecisionTable, 'questions' | 'order' | 'asked'> = {
  questions: { sky: ['sun', 'rain'], hat: ['straw', 'felt'] },
  order: ['sky', 'hat'],
  asked: [
    { question: 'sky', when: {}, answers: ['sun', 'rain'] },
    { question: 'hat', when: { sky: ['rain'] }, answers: ['straw', 'felt'] },
  ],
};
