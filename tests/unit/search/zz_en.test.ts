import { test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexOf } from './indexOf.ts';
test('x', async () => {
  const index = await indexOf('en');
  for (const q of ['azure bought from someone else','customer already buys office 365 from somebody else','licences sold by someone else','omnichannel','registered partner','another provider','change to another indirect provider','other reseller has the customer','cannot reach current partner','switch azure between two partners','partner hasnt accepted','why wouldnt the customer see us','customer cannot get in']) {
    const a = find(q, index, '/');
    console.log(q, '=>', a.pages.slice(0,4).map(({url})=>url).join(' '), '| wanted', a.query.wanted.map(w=>w.typed).join(','), '| unk', a.query.unknown.join(','), '|', a.query.corrected ?? '');
  }
});
