export const amounts = [
  { records: 1, word: 'common.try-one', whole: 'common.test-one' },
  { records: 5, word: 'common.try-five', whole: 'common.test-five' },
  { records: undefined, word: 'common.try-all', whole: 'common.test-all' },
] as const;

export type Amount = (typeof amounts)[number];
