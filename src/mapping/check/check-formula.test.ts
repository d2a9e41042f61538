import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { openFormulas } from '../formulas.ts';
import {
  checkBinding,
  checkCondition,
  inferType,
  type Binding,
  type FormulaBinding,
  type RefBinding,
  type SourceType,
} from '../index.ts';
import { group, text } from '../testing/few-words.ts';

const order: SourceType = {
  from: 's1',
  title: 'Get order',
  schema: group(
    {
      email: text,
      nickname: text,
      total: { type: 'number' },
      count: { type: 'integer' },
      tags: { type: 'array', items: text },
      address: group({ city: text }),
      lines: {
        type: 'array',
        items: group({ sku: text, qty: { type: 'integer' }, note: text }, ['sku', 'qty']),
      },
      any: {},
    },
    ['email', 'total', 'count', 'tags', 'address', 'lines'],
  ),
};
const ref = (...path: string[]): RefBinding => ({ kind: 'ref', from: 's1', path });
const formula = (
  of: string,
  refs: Record<string, RefBinding> = {},
  result: 'single' | 'list' = 'single',
): FormulaBinding => ({ kind: 'formula', lang: 'jsonata', text: of, refs, result });
const fields = {
  a: ref('email'),
  n: ref('total'),
  c: ref('count'),
  l: ref('lines'),
  t: ref('tags'),
  g: ref('address'),
  m: ref('nickname'),
  x: ref('any'),
};

function said(binding: Binding, schema: JsonSchema = {}, required = true) {
  return checkBinding(
    { kind: 'object', props: { field: binding } },
    group({ field: schema }, required ? ['field'] : []),
    [order],
  ).map(({ code, severity, fixes }) => ({
    code: code.replace('mapping.', ''),
    severity,
    fixes: fixes.map((fix) => [fix.code.replace('mapping.fix-', ''), fix.binding] as const),
  }));
}
const codes = (binding: Binding, schema?: JsonSchema, required?: boolean) =>
  said(binding, schema, required).map(({ code }) => code);

beforeAll(openFormulas);

describe('the text of a formula', () => {
  it.each([
    ['', 'formula-empty'],
    ['$a &', 'formula-ends-early'],
    ['$a $b', 'formula-unexpected'],
    ['"x', 'formula-text-open'],
  ])('%j is said to be none: %s', (of, code) => {
    expect(codes(formula(of, { a: ref('email') }))).toEqual([code]);
  });

  it('says where, from the first character on as 1', () => {
    const [problem] = checkBinding(formula('1 + $b', {}), {}, [order]);
    expect(problem?.params).toMatchObject({ name: 'b', position: 5, where: 'known', of: 'none' });
  });
});

describe('names in a formula', () => {
  it('are fields, its own, or functions', () => {
    for (const of of [
      '$a',
      '($x := $a; $x)',
      '$map([$a], function($v, $i) { $v & $i })',
      '($f := function($n) { $n < 2 ? $n : $f($n - 1) }; $f($length($a)))',
      '[$a]@$e.($e)',
      '[$a]#$i.($i)',
      '$reduce([$a], function($so, $far) { $so & $far })',
      '$a ~> $uppercase',
    ]) {
      expect(codes(formula(of, { a: ref('email') }))).not.toContain('formula-name-unknown');
    }
  });

  it('that nobody knows are said, with the nearest one', () => {
    expect(said(formula('$emial & "!"', { email: ref('email') }))[0]).toEqual({
      code: 'formula-name-unknown',
      severity: 'error',
      fixes: [['did-you-mean', formula('$email & "!"', { email: ref('email') })]],
    });
    expect(said(formula('$upercase($a)', { a: ref('email') }))[0]).toEqual({
      code: 'formula-function-unknown',
      severity: 'error',
      fixes: [['did-you-mean', formula('$uppercase($a)', { a: ref('email') })]],
    });
  });

  it('without $ at the top find nothing; the field of that name is offered', () => {
    const refs = { a: ref('email') };
    expect(said(formula('$uppercase(email) & $a', refs))[0]).toEqual({
      code: 'formula-name-bare',
      severity: 'warning',
      fixes: [['did-you-mean', formula('$uppercase($a) & $a', refs)]],
    });
    expect(codes(formula('$l[qty > 1].sku', { l: ref('lines') }, 'list'))).toEqual([]);
    expect(codes(formula('$l.(qty & sku)', { l: ref('lines') }, 'list'))).toEqual([]);
    expect(codes(formula('$l^(>qty).sku', { l: ref('lines') }, 'list'))).toEqual([]);
  });

  it('$ and $$ are nothing at the top', () => {
    expect(codes(formula('$$.x & $', {}))).toEqual(['formula-rootless']);
    expect(codes(formula('$l[$.qty > 1].sku', { l: ref('lines') }, 'list'))).toEqual([]);
  });

  it('that are not used are said, and can be taken out', () => {
    expect(said(formula('$a', { a: ref('email'), b: ref('total') }))).toEqual([
      {
        code: 'formula-field-unused',
        severity: 'hint',
        fixes: [['remove-field', formula('$a', { a: ref('email') })]],
      },
    ]);
  });

  it('whose ref is broken are told once, and nothing else', () => {
    expect(codes(formula('$a', { a: ref('emial') }), text)).toEqual(['unknown-path']);
  });
});

describe('the type of a formula', () => {
  const type = (of: string, result: 'single' | 'list' = 'single') =>
    inferType(formula(of, fields, result), [order]);

  it.each<[string, JsonSchema]>([
    ['$a & "!"', text],
    ['$a', text],
    ['$g.city', text],
    ['$n * 2', { type: 'number' }],
    ['$c + 1', { type: 'integer' }],
    ['-$c', { type: 'integer' }],
    ['$c / 2', { type: 'number' }],
    ['$n > 1', { type: 'boolean' }],
    ['$a = "x" and $n > 1', { type: 'boolean' }],
    [
      '$n > 1 ? "yes" : "no"',
      {
        anyOf: [
          { type: 'string', const: 'yes' },
          { type: 'string', const: 'no' },
        ],
      },
    ],
    ['$uppercase($a)', text],
    ['$a ~> $uppercase()', text],
    ['$sum($l.qty)', { type: 'integer' }],
    ['$count($l)', { type: 'integer' }],
    ['$round($n)', { type: 'integer' }],
    ['$round($n, 2)', { type: 'number' }],
    ['$now()', { type: 'string', format: 'date-time' }],
    ['$l[0].sku', text],
    ['$max($l.qty)', { type: 'integer' }],
    ['($p := $n; $p * 2)', { type: 'number' }],
    ['$x.y', {}],
    ['$map($l, function($v) { $v })', {}],
  ])('%s', (of, schema) => {
    expect(type(of)).toEqual(schema);
  });

  it.each<[string, JsonSchema]>([
    ['$l.sku', text],
    ['$t', text],
    ['$a', text],
    ['$l[qty > 1].sku', text],
    ['$sort($t)', text],
    ['[$a, $c]', { anyOf: [text, { type: 'integer' }] }],
    ['$split($a, ",")', text],
    [
      '$l.{"article": sku, "note": note}',
      {
        type: 'object',
        properties: { article: text, note: text },
        required: ['article'],
        additionalProperties: false,
      },
    ],
  ])('as a list: %s', (of, items) => {
    expect(type(of, 'list')).toEqual({ type: 'array', items });
  });

  it('is held against what it fills', () => {
    expect(codes(formula('$n * 2', { n: ref('total') }), text)).toEqual(['kind-convertible']);
    expect(codes(formula('$a & "!"', { a: ref('email') }), text)).toEqual([]);
    expect(codes(formula('$m', { m: ref('nickname') }), text)).toEqual(['may-be-empty']);
    expect(
      codes(formula('$l.sku', { l: ref('lines') }, 'list'), { type: 'array', items: text }),
    ).toEqual([]);
  });

  it('is a list where one value is wanted: said, with the first or a list as the way out', () => {
    const always = formula('$t', { t: ref('tags') });
    expect(said(always, text)).toEqual([
      {
        code: 'formula-always-list',
        severity: 'error',
        fixes: [['formula-first', { ...always, text: '($t)[0]' }]],
      },
    ]);
    const maybe = formula('$l.sku', { l: ref('lines') });
    expect(said(maybe, { type: 'array', items: text }, false)[0]).toEqual({
      code: 'formula-may-be-list',
      severity: 'warning',
      fixes: [['formula-list', { ...maybe, result: 'list' }]],
    });
  });
});

it('a formula in a condition is checked as well', () => {
  const condition = {
    left: formula('$emial', { email: ref('email') }),
    is: 'is-empty',
  } as const;
  expect(checkCondition(condition, [order])[0]).toMatchObject({
    code: 'mapping.formula-name-unknown',
    params: { of: 'none' },
    fixes: [{ condition: { left: { text: '$email' } } }],
  });
});
