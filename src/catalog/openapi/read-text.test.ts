import { expect, it } from 'vitest';
import { longestJson, longestYaml, readText } from './read-text.ts';

const read = (text: string) => readText(text);

it('reads JSON and YAML, also behind a byte order mark', async () => {
  const expected = { ok: true, value: { openapi: '3.0.3', paths: {} } };
  expect(await read('\uFEFF{"openapi":"3.0.3","paths":{}}')).toEqual(expected);
  expect(await read('\uFEFFopenapi: 3.0.3\npaths: {}\n')).toEqual(expected);
  expect(await read('{ openapi: 3.0.3, paths: {} }')).toEqual(expected);
});

it('takes YAML’s aliases and merges', async () => {
  const text = 'a: &base { type: string }\nb: *base\nc: { <<: *base, maxLength: 3 }\n';
  expect(await read(text)).toMatchObject({
    value: { b: { type: 'string' }, c: { type: 'string', maxLength: 3 } },
  });
});

it('refuses aliases that multiply', async () => {
  const levels = Array.from({ length: 12 }, (_, at) => {
    const before = `*a${String(at)}`;
    return `a${String(at + 1)}: &a${String(at + 1)} [${Array(9).fill(before).join(', ')}]`;
  });
  const bomb = ['a0: &a0 lol', ...levels].join('\n');
  expect(await read(bomb)).toEqual({
    ok: false,
    reason: { code: 'openapi-aliases', params: {} },
  });
});

it('refuses an alias that leads into itself', async () => {
  expect(await read('a: &a [*a]\n')).toMatchObject({
    ok: false,
    reason: { code: 'openapi-aliases' },
  });
});

it('refuses what lies absurdly deep, in either form', async () => {
  const depth = 100_000;
  const reason = { code: 'openapi-too-deep', params: { limit: 200 } };
  expect(await read(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`)).toEqual({
    ok: false,
    reason,
  });
  expect(await read(`a: ${'['.repeat(depth)}${']'.repeat(depth)}\n`)).toEqual({
    ok: false,
    reason,
  });
});

it('names the line of a mistake', async () => {
  expect(await read('{\n"a": 1,\n"b" 2\n}')).toEqual({
    ok: false,
    reason: { code: 'openapi-syntax', params: { line: 3, format: 'JSON' } },
  });
  expect(await read('a: 1\nb: 2\na: 3\n')).toEqual({
    ok: false,
    reason: { code: 'openapi-syntax', params: { line: 3, format: 'YAML' } },
  });
});

it('says that a page for people is none, and that a text is none', async () => {
  expect(await read('<!doctype html><title>API</title>')).toMatchObject({
    reason: { code: 'openapi-page' },
  });
  expect(await read('just words')).toMatchObject({ reason: { code: 'openapi-not-one' } });
});

it('reads no text beyond its limits', async () => {
  expect(await read(`{"a":"${'x'.repeat(longestJson)}"}`)).toMatchObject({
    reason: { code: 'openapi-too-large', params: { megabytes: 32 } },
  });
  expect(await read(`a: ${'x'.repeat(longestYaml)}`)).toMatchObject({
    reason: { code: 'openapi-too-large', params: { megabytes: 8 } },
  });
});

it('keeps names that reach a prototype away from it', async () => {
  const given = await read(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  );
  expect(given.ok).toBe(true);
  expect(await read('__proto__: { polluted: 1 }\na: 1\n')).toMatchObject({ ok: true });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
