import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import {
  completionsAt,
  parseFormula,
  signatureAt,
  tokensOf,
  type FormulaField,
} from '../formulas.ts';

const text: JsonSchema = { type: 'string' };
const group = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
});
const fields: readonly FormulaField[] = [
  {
    name: 'a',
    title: 'Order',
    schema: group({
      email: { ...text, title: 'E-mail' },
      'first name': text,
      customer: group({ address: group({ city: text, zip: text }) }),
      lines: {
        type: 'array',
        items: group({
          sku: text,
          qty: { type: 'integer' },
          parts: { type: 'array', items: group({ no: text }) },
        }),
      },
    }),
  },
  { name: 'total', title: 'Total', schema: { type: 'number' } },
];

/** The caret is where the bar stands. */
function offered(marked: string): readonly string[] {
  const caret = marked.indexOf('|');
  return completionsAt(marked.replace('|', ''), caret, fields).options.map(({ insert }) => insert);
}

describe('completions', () => {
  it('are fields first, then functions, where nothing is typed yet', () => {
    const [first, second, third] = completionsAt('', 0, fields).options;
    expect(first).toEqual({
      kind: 'field',
      insert: '$a',
      caret: 2,
      label: 'Order',
      gives: 'group',
    });
    expect(second).toMatchObject({ insert: '$total', gives: 'number' });
    expect(third).toMatchObject({ kind: 'function', insert: '$uppercase()', caret: 11 });
  });

  it.each<[string, readonly string[]]>([
    ['$tot|', ['$total']],
    ['$a & $upper|', ['$uppercase()']],
    ['ord|', ['$a']],
    ['$a.|', ['email', '`first name`', 'customer', 'lines']],
    ['$a.e|', ['email']],
    ['$a.customer.address.|', ['city', 'zip']],
    ['$a.lines.|', ['sku', 'qty', 'parts']],
    ['$a.lines[0].|', ['sku', 'qty', 'parts']],
    ['$a.lines[qty > 1].|', ['sku', 'qty', 'parts']],
    ['$a.lines[qt|', ['qty']],
    ['$a.lines[qty > 1 and sk|', ['sku']],
    ['$a.lines^(>q|', ['qty']],
    ['$a.lines.(q|', ['qty']],
    ['$a.lines.{"article": sk|', ['sku']],
    ['$a.lines[$uppercase(sk|', ['sku']],
    ['$a.lines[parts.|', ['no']],
    ['$a.lines[parts[n|', ['no', '$number()', '$now()', '$not()']],
    ['$sum($a.lines.q|', ['qty']],
    ['($first := $a; $fi|', ['$first', '$filter()']],
    ['$map($a.lines, function($line) { $li|', ['$line']],
    ['$x.|', []],
    ['"in a text |"', []],
    ['"not closed |', []],
    ['12|', []],
    ['/* a remark $a| */', []],
  ])('%s', (marked, inserts) => {
    expect(offered(marked)).toEqual(inserts);
  });

  it('replace the name that the caret is in', () => {
    expect(completionsAt('1 + $to + 2', 6, fields)).toMatchObject({ from: 4, to: 7 });
  });
});

describe('the call around the caret', () => {
  const at = (marked: string): readonly [string, number] | undefined => {
    const found = signatureAt(marked.replace('|', ''), marked.indexOf('|'));
    return found && [found.of.name, found.argument];
  };
  it.each<[string, readonly [string, number] | undefined]>([
    ['$substring(|', ['substring', 0]],
    ['$substring($a, |', ['substring', 1]],
    ['$substring($join([1, 2], ","), 1, |)', ['substring', 2]],
    ['$uppercase($substring($a, |', ['substring', 1]],
    ['$substring("a, b", |', ['substring', 1]],
    ['$substring($a)|', undefined],
    ['$a|', undefined],
    ['($a|)', undefined],
  ])('%s', (marked, call) => {
    expect(at(marked)).toEqual(call);
  });
});

describe('a text that is read', () => {
  it('names what it uses, each with its place', () => {
    const read = parseFormula('$a & $uppercase(email) & $$');
    expect(read).toMatchObject({
      ok: true,
      names: {
        free: [
          { name: 'a', from: 0, to: 2 },
          { name: 'uppercase', from: 5, to: 15 },
        ],
        called: [{ name: 'uppercase' }],
        bare: [{ name: 'email', from: 16, to: 21 }],
        rootless: [{ name: '$', from: 25, to: 27 }],
      },
    });
  });

  it.each<[string, string, number, number]>([
    ['$a + )', 'In the formula “)” cannot be here (character 6).', 5, 6],
    [
      '$a $b',
      'In the formula “b” is not expected (character 5). Is something missing before it, such as & or a comma?',
      4,
      5,
    ],
    ['$uppercase("a"', 'The formula ends, and “)” is still missing.', 14, 14],
    ['', 'The formula ends too early: something is missing at its end.', 0, 0],
  ])('%j is said to be wrong, and which characters', (of, words, from, to) => {
    const read = parseFormula(of);
    expect(read.ok ? undefined : [sayWording(read.mistake), read.from, read.to]).toEqual([
      words,
      from,
      to,
    ]);
  });
});

describe('the pieces of a text', () => {
  it('are found in a text that is no formula yet', () => {
    expect(
      tokensOf('$a.`x y` /* no */ & "b\\"" / 2 ~> /[/]x/i true "open').map(({ kind, text: of }) => [
        kind,
        of,
      ]),
    ).toEqual([
      ['variable', '$a'],
      ['sign', '.'],
      ['name', '`x y`'],
      ['remark', '/* no */'],
      ['sign', '&'],
      ['text', '"b\\""'],
      ['sign', '/'],
      ['number', '2'],
      ['sign', '~>'],
      ['pattern', '/[/]x/i'],
      ['word', 'true'],
      ['text', '"open'],
    ]);
  });

  it('cover every character that is no blank, in order', () => {
    for (const of of [
      '',
      ' ',
      '$',
      '$$',
      '"',
      "'x",
      '`',
      '/',
      '/*',
      '..',
      'ä ö',
      '\u0000',
      '@#%^&*!~|',
    ]) {
      const pieces = tokensOf(of);
      expect(pieces.map(({ text: one }) => one).join('')).toBe(of.replace(/[ \t\n\r\v]/g, ''));
    }
  });
});
