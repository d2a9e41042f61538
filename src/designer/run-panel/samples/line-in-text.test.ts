import { expect, it } from 'vitest';
import { lineInText } from './line-in-text.ts';

const text = `[
  { "name": "A \\"quoted\\" {", "tags": ["a", "b"] },
  {
    "name": "B",
    "tags": [
      "a",
      { "deep":
        true }
    ],
    "n": 5
  }
]`;

it('is the line on which a value begins', () => {
  expect(
    [
      [],
      [0],
      [0, 'tags', 1],
      [1],
      [1, 'name'],
      [1, 'tags', 1],
      [1, 'tags', 1, 'deep'],
      [1, 'n'],
    ].map((path) => lineInText(text, path)),
  ).toEqual([1, 2, 2, 3, 4, 7, 8, 10]);
});

it('is the line of the group where a field is missing', () => {
  expect(lineInText(text, [1, 'email'])).toBe(3);
  expect(lineInText(text, [7])).toBe(1);
});
