import { beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { compileBinding, type EvaluationContext, type RefBinding } from '../index.ts';
import { openFormulas } from '../formulas.ts';

const context: EvaluationContext = {
  locale: 'en',
  timeZone: 'UTC',
  now: Date.UTC(2024, 4, 1, 12),
  uuid: () => 'id-1',
};
const a: RefBinding = { kind: 'ref', from: 's1', path: ['a'] };

async function evaluated(text: string, value: Json, result: 'single' | 'list' = 'single') {
  const made = await compileBinding({
    kind: 'formula',
    lang: 'jsonata',
    text,
    refs: { a },
    result,
  }).evaluate({ s1: { a: value, secret: 'hidden' }, flow: { id: 'hidden' } }, context);
  return { value: made.value, codes: made.problems.map(({ code }) => code) };
}

/** What a fresh object has, own and inherited; a formula must not have added to it. */
const inherited = Object.getOwnPropertyNames(Object.prototype).join();

beforeAll(openFormulas);

describe('a formula reaches nothing but its fields', () => {
  it.each([
    '$a.constructor',
    '$a.__proto__',
    '$a.toString',
    '"x".constructor',
    '$lookup($a, "__proto__")',
    '$lookup($a, "constructor")',
    '$keys($a)[$ = "constructor"]',
    '$map([$a], function($v) { $v.constructor })',
    '$map([$a], function($v) { $v.__proto__.constructor })',
    '$string.constructor',
    '$string.implementation',
    '$string.signature.validate',
    '(function($x) { $x }).environment',
    '(function($x) { $x }).apply',
    '/x/.constructor',
    '/x/("x").next.constructor',
    '$eval("$a.constructor")',
    '$eval("$$")',
    '$eval("secret")',
    '$eval("$string.implementation")',
    '$eval("globalThis")',
    'globalThis',
    'window.document',
    'process.env',
    '$globalThis',
    '$process',
    's1.secret',
    '$.s1',
    '$$.s1',
    '$$.flow.id',
    '$s1.secret',
    '$flow.id',
    '**',
    '*',
    '$$.**.secret',
  ])('%s is nothing', async (text) => {
    expect(await evaluated(text, { n: 1 })).toEqual({ value: undefined, codes: [] });
  });

  it.each([
    'Function("return this")()',
    '$Function("return this")()',
    '$a.constructor("return this")()',
    '$string.constructor("return this")()',
    '$eval("$Function(1)")',
    '$require("fs")',
    '$import("fs")',
    'function($x) { $x }',
    '$string',
    '/x/',
    '{"f": $string}',
    '[$string]',
  ])('%s fails', async (text) => {
    const { value, codes } = await evaluated(text, { n: 1 });
    expect(value).toBeUndefined();
    expect(codes).toHaveLength(1);
  });

  it.each([
    '{"__proto__": {"polluted": true}}',
    '{"constructor": {"prototype": {"polluted": true}}}',
    '$merge([$a, {"__proto__": {"polluted": true}}])',
    '$map([1], function($v) { {"__proto__": {"polluted": true}} })',
    '$a ~> |$|{"__proto__": {"polluted": true}}|',
    '$a ~> |$|{"constructor": {"polluted": true}}|',
    '$spread($a){$keys($)[0]: {"polluted": true}}',
    '($x := "__proto__"; {$x: {"polluted": true}})',
    '$eval("{\\"__proto__\\": {\\"polluted\\": true}}")',
    '$reduce([1, 2], function($p, $v) { $merge([$p, {"__proto__": {"polluted": true}}]) }, {})',
    '[1]#$__proto__.{"a": 1}',
    '[1]@$__proto__.{"a": 1}',
    '($__proto__ := {"polluted": true}; $__proto__.polluted & "")',
  ])('%s changes no prototype', async (text) => {
    const data = JSON.parse('{"__proto__": {"polluted": true}, "n": 1}') as Json;
    const { value } = await evaluated(text, data);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(inherited);
    expect((value as { polluted?: unknown } | undefined)?.polluted).toBeUndefined();
  });
});

describe('a formula ends', () => {
  it.each([
    ['($f := function($n) { 1 + $f($n) }; $f(1))', 'too-deep'],
    ['($f := function($n) { $f($n) }; $f(1))', 'too-slow'],
    ['[1..10000000]', 'too-many'],
    ['$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)', 'pattern-slow'],
    ['$contains("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!", /(a|a)*$/i)', 'pattern-slow'],
    // Too many or too slow, whichever comes first.
    ['[1..1000000].($$; [1..1000000])', 'too-(many|slow)'],
    ['[1..5000].($count([1..5000].(1)))', 'too-(many|slow)'],
    [`${'('.repeat(20_000)}1${')'.repeat(20_000)}`, 'too-deep'],
    [`${'-'.repeat(20_000)}1`, 'too-deep'],
  ])('%#: with %s in words: %s', async (text, sentence) => {
    const { value, codes } = await evaluated(text, 1, 'list');
    expect(value).toBeUndefined();
    expect(codes.join()).toMatch(new RegExp(`^mapping\\.formula-${sentence}$`));
  });
});

describe('a formula leaves its data as it is', () => {
  it.each([
    '$a{"k": $}',
    '$a.{"k": $}',
    '$a[].n',
    '$a.list[]',
    '$a.list{"k": $}',
    '$map([$a.list], function($v) { $v[] })',
    '$a ~> |$|{"n": 2}, ["list"]|',
    '$a()',
    '$a.list()',
    '$each($a, function($v, $k) { $v{"k": 1} })',
    '$sort($a.many, function($l, $r) { $l < $r })',
    '$a.many^(>$)',
    '$append($a.many, 1)',
    '$reverse($a.many)',
    '$shuffle($a.many)',
  ])('%s', async (text) => {
    const data = { list: [], one: [1], many: [3, 1, 2], n: 1 };
    const before = structuredClone(data);
    await evaluated(text, data, 'list');
    await evaluated(text, data.list, 'list');
    await evaluated(text, [data.list, data.one], 'list');
    expect(data).toStrictEqual(before);
    const lists = [data.list, data.one, data.many].flatMap((list) => Object.keys(list));
    expect(lists.filter((name) => !/^\d+$/.test(name))).toEqual([]);
  });

  it('gives plain data: no marks on lists, no groups without a prototype', async () => {
    for (const text of [
      '{"l": $a.n, "k": [$a.n[0]], "g": {"h": $a[0]}}',
      '$map($a, function($v) { {"l": [$v.n], "s": $spread($v)} })',
      '$match("abcb", /b(x)?/)',
      '$sift({"a": 1, "b": 0}, function($v) { $v > 0 })',
      '$a.{"s": $split("a,b", ",")}',
      '[[$a.n]]',
      '$a.[n]',
    ]) {
      const { value, codes } = await evaluated(text, [{ n: 1 }, { n: 2 }], 'list');
      expect(codes).toEqual([]);
      expect(value).toStrictEqual(JSON.parse(JSON.stringify(value)));
      expect(structuredClone(value)).toStrictEqual(value);
    }
  });
});
