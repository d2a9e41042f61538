import { describe, expect, it } from 'vitest';
import { addressesOf } from './addresses.ts';

describe('addresses in a text', () => {
  it.each([
    ['ada@example.com', ['ada@example.com']],
    [
      ' ada@example.com , b@example.com;c@example.com\r\nd@example.com,',
      ['ada@example.com', 'b@example.com', 'c@example.com', 'd@example.com'],
    ],
    ['Ada Weiß <ada@example.com>', ['ada@example.com']],
    ['<ada@example.com>', ['ada@example.com']],
    ['Ada < ada@example.com >', ['ada@example.com']],
    [
      '"Weiss, Ada; \\"A\\" <x@example.com>" <ada@example.com>, b@example.com',
      ['ada@example.com', 'b@example.com'],
    ],
    ['Ada "the, first" Weiss <ada@example.com>', ['ada@example.com']],
    ['"ada@example.com" <ada@example.com>', ['ada@example.com']],
    ['"Ada\\\\" <ada@example.com>, b@example.com', ['ada@example.com', 'b@example.com']],
  ])('are found beside their names: %j', (text, expected) => {
    expect(addressesOf(text)).toEqual(expected);
  });

  it.each([
    ['a name alone', 'Ada', ['Ada']],
    ['no address', 'Ada <>', ['Ada <>']],
    ['two of them', 'A <a@b.c> <d@e.f>', ['A <a@b.c> <d@e.f>']],
    ['something behind', 'A <a@b.c> x', ['A <a@b.c> x']],
    ['a quote without an end', '"A <a@b.c>, d@e.f', ['"A <a@b.c>, d@e.f']],
    ['a line break in a name', 'A\rX: y <a@b.c>', ['A\rX: y <a@b.c>']],
    ['a name that goes on forever', `${'A'.repeat(1000)} <a@b.c>`, [`${'A'.repeat(1000)} <a@b.c>`]],
  ])('stay as they came where there is %s', (_what, text, expected) => {
    expect(addressesOf(text)).toEqual(expected);
  });
});
