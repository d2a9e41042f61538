import { describe, expect, it } from 'vitest';
import { outputsOf, refusalOf } from '../../testing/one-step.ts';

describe('Read JSON', () => {
  it('keeps every digit of a long number', async () => {
    const text = '{"id":12345678901234567890}';
    expect(await outputsOf('json/read', { fields: { text } })).toEqual([
      { id: 12345678901234567890n },
    ]);
  });

  it('says the line of the first mistake', async () => {
    expect(
      await refusalOf('json/read', { fields: { text: '{\n "a": 1,\n "b": x\n}' } }),
    ).toMatchObject({
      code: 'steps.json-broken-at',
      line: 3,
    });
    expect(await refusalOf('json/read', { fields: { text: '[1,\n' } })).toMatchObject({
      code: 'steps.json-broken-at',
      line: 2,
    });
  });

  it('lets no name reach a prototype', async () => {
    const text = '{"__proto__":{"a":1}}';
    expect((await refusalOf('json/read', { fields: { text } })).code).toBe('steps.json-broken-at');
  });
});

describe('Write JSON', () => {
  it('writes any data, digit for digit, and for reading where wanted', async () => {
    const data = { id: 12345678901234567890n, tags: ['a'] };
    expect(await outputsOf('json/write', { fields: { data } })).toEqual([
      { text: '{"id":12345678901234567890,"tags":["a"]}' },
    ]);
    expect(
      await outputsOf('json/write', { fields: { data: { a: 1 } }, settings: { pretty: true } }),
    ).toEqual([{ text: '{\n  "a": 1\n}' }]);
  });

  it('writes nothing as null', async () => {
    expect(await outputsOf('json/write', { fields: {} })).toEqual([{ text: 'null' }]);
  });
});
