import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import type { QueryPair } from '../call-contract.ts';
import type { ParameterNote } from '../openapi/request-note.ts';
import { headerText, pathText, queryPairs } from './write-parameter.ts';

const list = ['a', 'b c'];
const group = { r: 1, g: null, b: 'x' };

describe('in a query', () => {
  it.each<[ParameterNote['style'], boolean, Json, readonly QueryPair[]]>([
    ['form', true, 7, [['p', '7']]],
    ['form', true, null, []],
    [
      'form',
      true,
      list,
      [
        ['p', 'a'],
        ['p', 'b c'],
      ],
    ],
    ['form', false, list, [['p', 'a,b c', 'a,b%20c']]],
    ['form', false, ['a,b', 'c'], [['p', 'a,b,c', 'a%2Cb,c']]],
    ['form', false, 'a,b', [['p', 'a,b']]],
    ['form', false, ['a'], [['p', 'a']]],
    [
      'form',
      true,
      group,
      [
        ['r', '1'],
        ['b', 'x'],
      ],
    ],
    ['form', false, group, [['p', 'r,1,b,x', 'r,1,b,x']]],
    ['spaceDelimited', false, list, [['p', 'a b c']]],
    ['pipeDelimited', false, list, [['p', 'a|b c']]],
    ['tabDelimited', false, list, [['p', 'a\tb c']]],
    [
      'deepObject',
      true,
      { a: { b: 1 }, c: list },
      [
        ['p[a][b]', '1'],
        ['p[c][]', 'a'],
        ['p[c][]', 'b c'],
      ],
    ],
    [
      'deepObject',
      true,
      [{ a: 1 }, { a: 2 }],
      [
        ['p[0][a]', '1'],
        ['p[1][a]', '2'],
      ],
    ],
    ['json', false, group, [['p', '{"r":1,"g":null,"b":"x"}']]],
    ['form', false, [], []],
  ])('%s (explode: %s) of %j', (style, explode, value, expected) => {
    expect(queryPairs({ name: 'p', style, explode }, value)).toEqual(expected);
  });
});

describe('in a query where signs of addresses may stand as they are', () => {
  it.each<[Json, string | undefined]>([
    ['2026-01-01T10:00/a?b', '2026-01-01T10:00/a?b'],
    ["!$'()*,;:@/?=", "!$'()*,;:@/?="],
    ['a&b#c[d]+e', undefined],
    ['50% of 50%25', '50%25%20of%2050%25'],
    [['a,b', 'c/d'], 'a,b,c/d'],
  ])('%j is written as %s', (value, written) => {
    const [pair] = queryPairs(
      { name: 'p', style: 'form', explode: false, allowReserved: true },
      value,
    );
    expect(pair?.[2]).toBe(written);
  });
});

describe('in a path', () => {
  it.each<[ParameterNote['style'], boolean, Json | undefined, string | undefined]>([
    ['simple', false, 'a/b?c', 'a%2Fb%3Fc'],
    ['simple', false, list, 'a,b%20c'],
    ['simple', true, group, 'r=1,b=x'],
    ['simple', false, ['a,b', 'c/d'], 'a%2Cb,c%2Fd'],
    ['simple', false, 'a,b', 'a%2Cb'],
    ['simple', false, { r: 'a,b' }, 'r,a%2Cb'],
    ['simple', true, { 'r=': 'a=b' }, 'r%3D=a%3Db'],
    ['label', false, 'a', '.a'],
    ['label', false, list, '.a,b%20c'],
    ['label', true, list, '.a.b%20c'],
    ['label', true, group, '.r=1.b=x'],
    ['matrix', false, 'a', ';p=a'],
    ['matrix', false, list, ';p=a,b%20c'],
    ['matrix', true, list, ';p=a;p=b%20c'],
    ['matrix', false, group, ';p=r,1,b,x'],
    ['matrix', true, group, ';r=1;b=x'],
    ['label', false, '.', undefined],
    ['simple', false, [], undefined],
    ['simple', false, ['a', '\ud800'], undefined],
    ['simple', false, '', undefined],
    ['simple', false, '..', undefined],
    ['simple', false, undefined, undefined],
  ])('%s (explode: %s) of %j', (style, explode, value, expected) => {
    expect(pathText({ name: 'p', style, explode }, value)).toBe(expected);
  });
});

it('is one line in a header', () => {
  expect(headerText({ name: 'p', style: 'simple', explode: false }, list)).toBe('a,b c');
  expect(headerText({ name: 'p', style: 'simple', explode: false }, null)).toBeUndefined();
});
