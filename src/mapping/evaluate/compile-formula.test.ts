import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { openFormulas } from '../formulas.ts';
import {
  compileBinding,
  compileCondition,
  type Binding,
  type EvaluationContext,
  type FormulaBinding,
  type RefBinding,
  type Segment,
} from '../index.ts';
import { atOnce } from '../testing/at-once.ts';

const context: EvaluationContext = {
  locale: 'en',
  timeZone: 'UTC',
  now: Date.UTC(2024, 4, 1, 12),
  uuid: () => 'id-1',
};
const ref = (from: string, ...path: Segment[]): RefBinding => ({ kind: 'ref', from, path });
const formula = (
  text: string,
  refs: Record<string, RefBinding> = {},
  result: 'single' | 'list' = 'single',
): FormulaBinding => ({ kind: 'formula', lang: 'jsonata', text, refs, result });
/** The same value by the library: closures do not cover callbacks. */
const slow = (name: string): string => `$map([$${name}], function($v) { $v })`;
const value = async (
  binding: Binding,
  sources: Record<string, Json>,
  more: Partial<EvaluationContext> = {},
): Promise<Json | undefined> =>
  (await compileBinding(binding).evaluate(sources, { ...context, ...more })).value;

describe('a formula before its engine is there', () => {
  it('waits for the engine, then gives the same', async () => {
    vi.resetModules();
    const fresh = await import('../index.ts');
    const compiled = fresh.compileBinding(formula('$a + 1', { a: ref('s1') }));
    const made = compiled.evaluate({ s1: 1 }, context);
    expect(made).toBeInstanceOf(Promise);
    expect(await made).toEqual({ value: 2, problems: [] });
    expect(atOnce(compiled.evaluate({ s1: 2 }, context)).value).toBe(3);
  });
});

describe('formulas', () => {
  beforeAll(openFormulas);

  it('that read new ids are known: a later run of the same evaluation reads the same ids', async () => {
    let made = 0;
    const uuid = () => `id-${String(++made)}`;
    const rows: Binding = {
      kind: 'list',
      parts: [
        {
          forEach: ref('s1'),
          name: 'row',
          item: {
            kind: 'object',
            props: { id: { kind: 'convert', of: ref('item:row'), with: [{ name: 'unique-id' }] } },
          },
        },
      ],
    };
    const binding: Binding = {
      kind: 'list',
      parts: [
        {
          forEach: rows,
          name: 'entry',
          item: formula('$a ~> |$|{"x":1}|', { a: ref('item:entry') }),
        },
      ],
    };
    const compiled = compileBinding(binding);
    expect(await compiled.evaluate({ s1: [1, 2] }, { ...context, uuid })).toEqual({
      value: [
        { id: 'id-1', x: 1 },
        { id: 'id-2', x: 1 },
      ],
      problems: [],
    });
    const next = await compiled.evaluate({ s1: [1] }, { ...context, uuid });
    expect(next.value).toEqual([{ id: 'id-3', x: 1 }]);
  });

  it('are known at once where closures cover them, failures too', () => {
    const sum = compileBinding(formula('$sum($a.price)', { a: ref('s1') }));
    expect(atOnce(sum.evaluate({ s1: [{ price: 1 }, { price: 2.5 }] }, context)).value).toBe(3.5);
    const failed = atOnce(
      compileBinding({
        kind: 'object',
        props: { total: formula('1 + $a', { a: ref('s1') }) },
      }).evaluate({ s1: 'x' }, context),
    );
    expect(failed).toEqual({
      value: {},
      problems: [
        {
          code: 'mapping.formula-right-not-number',
          params: {
            field: 'Total',
            source: '',
            code: 'T2002',
            where: 'known',
            position: 3,
            token: '+',
            value: 'x',
            of: 'field',
          },
          target: ['total'],
          value: 'x',
        },
      ],
    });
  });

  it('give a promise where only JSONata can do them, of the very same', async () => {
    const binding = formula(slow('a'), { a: ref('s1') });
    const made = compileBinding(binding).evaluate({ s1: 'x' }, context);
    expect(made).toBeInstanceOf(Promise);
    expect(await made).toEqual({ value: 'x', problems: [] });
  });

  it('stand in lists, sorts, filters and conditions as any binding does', async () => {
    const entry = ref('item:x');
    const binding: Binding = {
      kind: 'list',
      parts: [
        {
          forEach: ref('s1'),
          name: 'x',
          where: {
            left: formula(slow('a'), { a: entry }),
            is: 'greater',
            right: { kind: 'literal', value: 1 },
          },
          sort: { by: formula(`-(${slow('a')})`, { a: entry }), order: 'ascending' },
          item: { kind: 'text', parts: ['n', formula(slow('a'), { a: entry })] },
        },
      ],
    };
    expect(await value(binding, { s1: [1, 3, 2, 3] })).toEqual(['n3', 'n3', 'n2']);
    const tested = await compileCondition({
      all: [{ left: formula(slow('a'), { a: ref('s1') }), is: 'is-yes' }],
    }).test({ s1: true }, context);
    expect(tested).toEqual({ holds: true, problems: [] });
  });

  it('may read what another formula makes, over entries that are made anew each time', async () => {
    const made: Binding = {
      kind: 'list',
      parts: [
        {
          forEach: formula(`[${slow('a')}, 5]`, { a: ref('s1') }, 'list'),
          name: 'n',
          item: { kind: 'object', props: { n: ref('item:n') } },
        },
      ],
    };
    const binding: Binding = {
      kind: 'list',
      parts: [
        {
          forEach: made,
          name: 'group',
          item: formula('$map([$g], function($v) { $v.n * 10 })', { g: ref('item:group') }),
        },
      ],
    };
    expect(await value(binding, { s1: 4 })).toEqual([40, 50]);
  });

  it('are asked once for the same values', async () => {
    let asked = 0;
    const breathe = (): Promise<void> => {
      asked += 50;
      return Promise.resolve();
    };
    const binding: Binding = {
      kind: 'list',
      parts: [{ forEach: ref('s1'), name: 'x', item: formula(slow('a'), { a: ref('item:x') }) }],
    };
    const list = Array.from({ length: 1000 }, (_, at) => at % 100);
    expect(await value(binding, { s1: list }, { breathe })).toEqual(list);
    expect(asked).toBe(100);
  });

  it('give every entry a chance of its own, and the same ones for the same run', async () => {
    const binding: Binding = {
      kind: 'list',
      parts: [
        {
          forEach: ref('s1'),
          name: 'x',
          item: formula('$map([$a], function($v) { $random() })', { a: ref('item:x') }),
        },
      ],
    };
    const ids = () => {
      let next = 0;
      return { uuid: () => `id-${String(next++)}` };
    };
    const first = (await value(binding, { s1: [1, 1, 1] }, ids())) as number[];
    expect(new Set(first).size).toBe(3);
    expect(first.every((one) => one >= 0 && one < 1)).toBe(true);
    expect(await value(binding, { s1: [1, 1, 1] }, ids())).toEqual(first);
  });

  it('say only what went wrong in the end, not what was not known yet', async () => {
    const binding: Binding = {
      kind: 'convert',
      of: formula(slow('a'), { a: ref('s1') }),
      with: [{ name: 'default-if-empty', value: 'soon' }, { name: 'to-number' }],
    };
    expect(await compileBinding(binding).evaluate({ s1: '7' }, context)).toEqual({
      value: 7,
      problems: [],
    });
  });

  it('are given up when the host says so', async () => {
    const binding: Binding = {
      kind: 'list',
      parts: [{ forEach: ref('s1'), name: 'x', item: formula(slow('a'), { a: ref('item:x') }) }],
    };
    const breathe = (): Promise<void> => Promise.reject(new Error('stopped'));
    await expect(
      value(binding, { s1: Array.from({ length: 99 }, (_, at) => at) }, { breathe }),
    ).rejects.toThrow('stopped');
  });
});
