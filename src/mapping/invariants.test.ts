/** M1 to M8 of the mapper's design, on anything: whatever the data, the names and the tree of bindings. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  isJsonList,
  isJsonObject,
  parseJson,
  union,
  writeJson,
  type Json,
  type JsonSchema,
} from '../shared/index.ts';
import {
  bindingSchema,
  checkBinding,
  checkValue,
  compileBinding,
  inferType,
  mapRefs,
  setAt,
  usedRefs,
  type Binding,
  type Evaluation,
  type EvaluationContext,
  type SourceType,
  type Sources,
} from './index.ts';
import { anyBinding, anyJson } from './testing/any-binding.ts';

const context: EvaluationContext = {
  locale: 'en',
  timeZone: 'UTC',
  now: Date.UTC(2024, 4, 1, 12),
  uuid: () => '6f1c2a9e-3b4d-4e5f-8a7b-9c0d1e2f3a4b',
};
/** What is drawn holds no formula, so it is known at once. */
function evaluate(binding: Binding, sources: Sources, given = context): Evaluation {
  return compileBinding(binding).evaluate(sources, given) as Evaluation;
}
const refused = new Set(['__proto__', 'constructor', 'prototype']);
const anyName = fc.string({ unit: 'binary' }).filter((name) => !refused.has(name));
const digits = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'bigint' ? `${String(inner)}n` : inner,
  );

afterEach(() => vi.restoreAllMocks());

describe('invariants of mappings', () => {
  it('M1 any name is an ordinary name: what was written under it is read under it', () => {
    fc.assert(
      fc.property(anyName, anyName, anyJson, (outer, inner, value) => {
        const binding: Binding = {
          kind: 'object',
          props: { [inner]: { kind: 'ref', from: 's1', path: [outer, inner] } },
        };
        const made = evaluate(binding, { s1: { [outer]: { [inner]: value } } });
        expect(made).toEqual({ value: { [inner]: value }, problems: [] });
      }),
    );
  });

  it('M1 a path is kept as it is: a name is never taken apart, a position never made a name', () => {
    const binding: Binding = {
      kind: 'ref',
      from: 's1',
      path: ['a.b', '0', '', { at: 0 }, { each: true }, 'straße'],
    };
    expect(bindingSchema.parse(JSON.parse(JSON.stringify(binding)))).toEqual(binding);
  });

  it('M2 an entry is in sight inside its list only, and the inner of two equal names is meant', () => {
    const entry: Binding = { kind: 'ref', from: 'item:x', path: [] };
    const each = (forEach: Binding, item: Binding): Binding => ({
      kind: 'list',
      parts: [{ forEach, name: 'x', item }],
    });
    const binding: Binding = {
      kind: 'object',
      props: {
        inside: each({ kind: 'ref', from: 's1', path: [] }, each(entry, entry)),
        outside: entry,
      },
    };
    expect(evaluate(binding, { s1: [[1, 2], [3]] }).value).toEqual({ inside: [[1, 2], [3]] });
  });

  it('M3 missing, null and empty stay what they are, wherever they are passed on', () => {
    const values: readonly (Json | undefined)[] = [undefined, null, '', [], {}, 0, false];
    for (const value of values) {
      const v: Binding = { kind: 'ref', from: 's1', path: ['v'] };
      const always = { left: { kind: 'literal', value: 1 }, is: 'is-not-empty' } as const;
      const bindings: readonly Binding[] = [
        v,
        { kind: 'convert', of: v, with: [] },
        { kind: 'when', branches: [{ if: always, then: v }] },
        { kind: 'table', on: { kind: 'literal', value: 1 }, rows: [{ equals: 1, then: v }] },
      ];
      for (const binding of bindings) {
        const made = evaluate(
          { kind: 'object', props: { f: binding } },
          { s1: value === undefined ? {} : { v: value } },
        );
        expect(made.value).toStrictEqual(value === undefined ? {} : { f: value });
      }
    }
  });

  it('M4 data never makes it throw, and the same input gives the same output', () => {
    fc.assert(
      fc.property(anyBinding, anyJson, (binding, data) => {
        const compiled = compileBinding(binding);
        const first = compiled.evaluate({ s1: data }, context);
        expect(compiled.evaluate({ s1: data }, context)).toEqual(first);
        expect(evaluate(binding, { s1: data })).toEqual(first);
      }),
      { numRuns: 600 },
    );
  });

  it('M4 it changes nothing that it was given', () => {
    fc.assert(
      fc.property(anyBinding, anyJson, (binding, data) => {
        const before = [digits(binding), digits(data)];
        evaluate(binding, { s1: data });
        expect([digits(binding), digits(data)]).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('M4 it asks neither the host’s clock nor its chance, language or zone', () => {
    const isAsked = (): never => {
      throw new Error('the host was asked');
    };
    vi.spyOn(Date, 'now').mockImplementation(isAsked);
    vi.spyOn(Math, 'random').mockImplementation(isAsked);
    vi.spyOn(String.prototype, 'toLocaleUpperCase').mockImplementation(function (
      this: string,
      locale,
    ) {
      return locale === undefined ? isAsked() : this.toUpperCase();
    });
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(isAsked);
    fc.assert(
      fc.property(anyBinding, anyJson, (binding, data) => {
        evaluate(binding, { s1: data });
      }),
      { numRuns: 200 },
    );
  });

  it('M5 what comes out is plain JSON: it survives being written, read and sent', () => {
    fc.assert(
      fc.property(anyBinding, anyJson, (binding, data) => {
        fc.pre(!digits(data).includes('__proto__') && !digits(binding).includes('__proto__'));
        const { value } = evaluate(binding, { s1: data });
        if (value === undefined) return;
        const read = parseJson(writeJson(value));
        expect(read.ok && digits(read.value)).toBe(digits(value));
        expect(digits(structuredClone(value))).toBe(digits(value));
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('M5 no name that reaches a prototype is ever written', () => {
    for (const name of refused) {
      const props = JSON.parse(`{${JSON.stringify(name)}:{"kind":"literal","value":1}}`) as Record<
        string,
        Binding
      >;
      const made = evaluate({ kind: 'object', props }, {});
      expect(made.value).toEqual({});
      expect(made.problems.map(({ code }) => code)).toEqual(['mapping.name-refused']);
    }
  });

  it('M6 a text stays the same text, and a number of 64 bits keeps its digits', () => {
    const anyNumber = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyNumber), (value) => {
        const v: Binding = { kind: 'ref', from: 's1', path: [] };
        const item: Binding = { kind: 'ref', from: 'item:x', path: [] };
        const binding: Binding = {
          kind: 'object',
          props: {
            a: v,
            b: { kind: 'text', parts: [v] },
            c: {
              kind: 'list',
              parts: [
                { item: v },
                {
                  forEach: { kind: 'convert', of: v, with: [{ name: 'to-list' }] },
                  name: 'x',
                  item,
                },
              ],
            },
            d: {
              kind: 'convert',
              of: v,
              with: [{ name: 'json-to-text' }, { name: 'text-to-json' }],
            },
          },
        };
        const { a, b, c, d } = evaluate(binding, { s1: value }).value as Record<string, Json>;
        expect(a).toBe(value);
        expect(b).toBe(String(value));
        expect(c).toEqual([value, value]);
        expect(String(d)).toBe(String(value));
      }),
    );
  });

  it('M7 a broken ref stays until a person replaces it: checking, reading and other changes leave it', () => {
    fc.assert(
      fc.property(anyBinding, (inner) => {
        const broken: Binding = { kind: 'ref', from: 'deleted', path: ['a', { first: true }, 'b'] };
        const tree: Binding = { kind: 'object', props: { kept: broken, other: inner } };
        const before = digits(tree);
        const problems = checkBinding(tree, { type: 'object' }, [], { suggest: false });
        expect(
          problems.some(
            ({ path, code }) => path[0] === 'kept' && code === 'mapping.unknown-source',
          ),
        ).toBe(true);
        expect(digits(tree)).toBe(before);
        const changed = setAt(tree, ['other'], { kind: 'literal', value: 1 });
        expect(changed).toMatchObject({ props: { kept: broken } });
        expect(mapRefs(tree, (ref) => ref)).toMatchObject({ props: { kept: broken } });
      }),
      { numRuns: 200 },
    );
  });

  it('M8 all refs of every kind are found and rewritten, without running anything', () => {
    fc.assert(
      fc.property(anyBinding, (binding) => {
        const found = usedRefs(binding).map(({ ref }) => ref.from);
        expect(found.sort()).toEqual(refsIn(binding).sort());
        expect(digits(mapRefs(binding, (ref) => ref))).toBe(digits(binding));
        const renamed = mapRefs(binding, (ref) => ({ ...ref, from: `new ${ref.from}` }));
        expect(usedRefs(renamed).every(({ ref }) => ref.from.startsWith('new '))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('M8 the type is known without running: what comes out without a failure fits it', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyBinding, anyJson, (binding, data) => {
        fc.pre(!digits(data).includes('__proto__') && !digits(binding).includes('__proto__'));
        const source: SourceType = { from: 's1', title: 'Step', schema: exactly(data) };
        const said = checkBinding(binding, {}, [source], { suggest: false });
        if (said.some(({ severity }) => severity === 'error')) return;
        const type = inferType(binding, [source]);
        const { value, problems } = evaluate(binding, { s1: data });
        if (value === undefined || problems.length > 0) return;
        compared++;
        expect([
          digits(value),
          digits(type),
          checkValue(value, type).map(({ code, path }) => `${code} ${path.join('.')}`),
        ]).toEqual([digits(value), digits(type), []]);
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(100);
  }, 60_000);
});

/** Every ref in a tree, looked for in the plainest way there is. */
function refsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(refsIn);
  const { kind, from, value, ...rest } = node as Record<string, unknown>;
  const own = kind === 'ref' ? [String(from)] : [];
  // A fixed value and what a row equals are data, whatever they look like.
  const inner =
    kind === 'literal'
      ? []
      : Object.entries({ ...rest, value }).filter(([name]) => name !== 'equals');
  return [...own, ...inner.flatMap(([, part]) => refsIn(part))];
}

/** The schema that says of data all there is to say. */
function exactly(value: Json): JsonSchema {
  if (value === null) return { type: 'null' };
  if (isJsonList(value))
    return {
      type: 'array',
      items: value.length === 0 ? { not: {} } : union(value.map(exactly)),
      minItems: value.length,
      maxItems: value.length,
    };
  if (isJsonObject(value)) {
    const names = Object.keys(value);
    const properties = names.map((name) => [name, exactly(value[name] ?? null)] as const);
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      required: names,
      additionalProperties: false,
    };
  }
  if (typeof value === 'bigint') return { type: 'integer' };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return { type: typeof value as 'string' | 'boolean' };
}
