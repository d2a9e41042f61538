import { expect, it } from 'vitest';
import type { ForEachPart } from '../../../mapping/index.ts';
import { entriesOfCard } from './card-entries.ts';

const desk = {
  sources: [
    {
      type: { from: 'shop', title: 'Shop', schema: {} },
      sample: {
        lines: [
          { n: 3, ok: true },
          { n: 1, ok: false },
          { n: 2, ok: true },
        ],
      },
    },
  ],
  locale: 'en',
  timeZone: 'UTC',
};
const part: Omit<ForEachPart, 'item'> = {
  forEach: { kind: 'ref', from: 'shop', path: ['lines'] },
  name: 'line',
};

it('is all of them where nothing is left out', () => {
  expect(entriesOfCard(part, desk, [])).toMatchObject({
    kept: [{ n: 3 }, { n: 1 }, { n: 2 }],
    of: 3,
  });
});

it('is those that the card keeps, in its order', () => {
  const chosen = {
    ...part,
    where: { left: { kind: 'ref', from: 'item:line', path: ['ok'] }, is: 'is-yes' },
    sort: { by: { kind: 'ref', from: 'item:line', path: ['n'] }, order: 'ascending' },
    limit: 5,
  } as const;
  expect(entriesOfCard(chosen, desk, [])).toEqual({
    kept: [
      { n: 2, ok: true },
      { n: 3, ok: true },
    ],
    of: 3,
  });
});

it('is none where there is no list', () => {
  expect(entriesOfCard({ ...part, forEach: { kind: 'literal', value: 1 } }, desk, [])).toEqual({
    kept: [],
    of: 0,
  });
});
