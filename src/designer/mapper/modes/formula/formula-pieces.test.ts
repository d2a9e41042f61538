import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../../mapping/formulas.ts';
import { piecesOf } from './formula-pieces.ts';

const refs = { price: { kind: 'ref', from: 'shop', path: ['price'] } } as const;
const pieces = (text: string) => piecesOf(text, refs, parseFormula(text));
const wrong = (text: string) =>
  pieces(text)
    .filter(({ isWrong }) => isWrong)
    .map((piece) => piece.text);

describe('the pieces of a formula', () => {
  it('tell data from functions, numbers and texts', () => {
    expect(
      pieces('$round($price, 2) & "€"').map(({ text, kind }) => `${text}|${kind ?? ''}`),
    ).toEqual([
      '$round|variable',
      '(|sign',
      '$price|data',
      ',|sign',
      ' |',
      '2|number',
      ')|sign',
      ' |',
      '&|sign',
      ' |',
      '"€"|text',
    ]);
  });

  it('mark the mistake, and names that no data has', () => {
    expect(wrong('$price + + 2')).toEqual(['+']);
    expect(wrong('$price * $total')).toEqual(['$total']);
    expect(wrong('($x := 2; $x * $price)')).toEqual([]);
  });

  it('are the text again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          pieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
