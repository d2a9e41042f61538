/** That the golden cases leave no hole: every kind meets every odd input, every selector every other, every rule every place. */
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../shared/index.ts';
import {
  caseFiles,
  readCases,
  readSelectorCases,
  type GoldenCase,
} from './testing/golden-cases.ts';

// A formula has cases of its own: what it makes of odd input is its language's business.
const kinds = ['literal', 'ref', 'text', 'convert', 'table', 'when', 'object', 'list'] as const;

/** What is in a case's data (or in its fixed value) when it is about this odd input. */
const oddInputs: Readonly<
  Record<string, (values: readonly Json[], names: readonly string[]) => boolean>
> = {
  missing: () => true,
  null: (values) => values.includes(null),
  'empty-text': (values) => values.includes(''),
  'empty-list': (values) => values.some((value) => Array.isArray(value) && value.length === 0),
  'empty-group': (values) =>
    values.some((value) => isJsonObject(value) && Object.keys(value).length === 0),
  'wrong-type': () => true,
  'unicode-key': (_values, names) => names.some((name) => /[^\x20-\x7e]/.test(name)),
  'empty-key': (_values, names) => names.includes(''),
  'dotted-key': (_values, names) => names.some((name) => name.includes('.')),
  'proto-key': (values, names) =>
    [...names, ...values].some((name) => name === 'constructor' || name === '__proto__'),
  int64: (values) => values.some((value) => typeof value === 'bigint'),
  'date-de': textLike(/^\d\d\.\d\d\.\d{4}$/),
  'date-us': textLike(/^\d\d\/\d\d\/\d{4}$/),
  'date-iso': textLike(/^\d{4}-\d\d-\d\d/),
  'number-text': textLike(/^\d+$/),
  'list-of-lists': (values) =>
    values.some((value) => Array.isArray(value) && value.some((entry) => Array.isArray(entry))),
  'ten-thousand': (values) =>
    values.some((value) => Array.isArray(value) && value.length >= 10_000),
};

function textLike(form: RegExp): (values: readonly Json[]) => boolean {
  return (values) => values.some((value) => typeof value === 'string' && form.test(value));
}

describe('golden cases', () => {
  it('are more than a thousand, those of paths among them', () => {
    const paths = readSelectorCases().cases.flatMap(({ gives }) => Object.keys(gives));
    expect(caseFiles.flatMap(readCases).length).toBeGreaterThanOrEqual(590);
    expect(paths.length).toBeGreaterThanOrEqual(460);
  });

  it('have names of their own in each file', () => {
    for (const file of caseFiles) {
      const names = readCases(file).map(({ name, rule }) => `${name} ${rule ?? ''}`);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it.each(kinds)('about a %s meet every odd input', (kind) => {
    const cases = readCases(`odd-${kind}.json`);
    const holes = Object.entries(oddInputs).filter(
      ([odd, isIn]) =>
        !cases.some(
          (golden) => golden.odd === odd && kindOf(golden) === kind && isIn(...inside(golden)),
        ),
    );
    expect(holes.map(([odd]) => odd)).toEqual([]);
  });

  it('about a missing value have every rule in every place', () => {
    const cases = readCases('if-missing.json');
    const places = [...new Set(cases.map(({ position }) => position))];
    expect(places.length).toBeGreaterThanOrEqual(15);
    const holes = places.flatMap((place) =>
      ['leave-out', 'null', 'stop', 'use']
        .filter(
          (rule) =>
            !cases.some(
              (one) => one.position === place && one.rule === rule && holdsRule(one, rule),
            ),
        )
        .map((rule) => `${String(place)}: ${rule}`),
    );
    expect(holes).toEqual([]);
  });

  it('about paths have every selector after every other, on every kind of data', () => {
    const { data, cases } = readSelectorCases();
    const selectors: readonly unknown[] = [
      'k',
      { each: true },
      { first: true },
      { last: true },
      { at: 1 },
      { at: -2 },
    ];
    const pairs = new Set(
      cases.filter(({ path }) => path.length === 2).map(({ path }) => JSON.stringify(path)),
    );
    const holes = selectors.flatMap((first) =>
      selectors.map((second) => JSON.stringify([first, second])).filter((pair) => !pairs.has(pair)),
    );
    expect(holes).toEqual([]);
    const shapes = [...Object.keys(data), 'missing'].sort();
    expect(shapes).toEqual(
      [
        'empty',
        'group',
        'groups',
        'listOfLists',
        'listed',
        'lists',
        'missing',
        'null',
        'text',
      ].sort(),
    );
    for (const { gives } of cases) expect(Object.keys(gives).sort()).toEqual(shapes);
  });
});

/** The kind of what fills the one field that a case is about. */
function kindOf({ binding }: GoldenCase): string | undefined {
  return binding?.kind === 'object' ? binding.props['f']?.kind : undefined;
}

function holdsRule({ binding }: GoldenCase, rule: string): boolean {
  const text = JSON.stringify(binding, (_name, value: unknown) =>
    typeof value === 'bigint' ? 0 : value,
  );
  return text.includes(rule === 'use' ? '"ifMissing":{"use"' : `"ifMissing":"${rule}"`);
}

/** Every value in a case's data, and every name in it and in its paths. */
function inside(golden: GoldenCase): [Json[], string[]] {
  const values: Json[] = [];
  const names: string[] = [];
  const visit = (value: Json): void => {
    values.push(value);
    if (Array.isArray(value)) (value as readonly Json[]).slice(0, 100).forEach(visit);
    else if (isJsonObject(value))
      for (const [name, inner] of Object.entries(value)) {
        names.push(name);
        visit(inner);
      }
  };
  visit(golden.sources as Json);
  visit(golden.binding as unknown as Json);
  return [values, names];
}
