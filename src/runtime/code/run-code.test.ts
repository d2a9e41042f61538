import { describe, expect, it } from 'vitest';
import { createCodeRunner, loadEngine } from '../code.ts';
import type { CodeAnswer } from '../ports.ts';

const runner = createCodeRunner(loadEngine, () => performance.now());
const run = (source: string, input: unknown = {}, timeLimitMs = 2_000): Promise<CodeAnswer> =>
  runner.run({ source, input: JSON.stringify(input), timeLimitMs });
const gives = async (source: string, input?: unknown): Promise<unknown> => {
  const answer = await run(source, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.output) as unknown;
};

describe('a person’s function', () => {
  it('gets data and gives data', async () => {
    expect(
      await gives('return { ...input, total: input.price * input.amount };', {
        price: 2,
        amount: 3,
      }),
    ).toEqual({ price: 2, amount: 3, total: 6 });
    expect(await gives('return input.map((x) => x * 2);', [1, 2])).toEqual([2, 4]);
    expect(await gives('return null;')).toBe(null);
    expect(await gives('const grüße = "🌍"; return grüße + input.a;', { a: 'é' })).toBe('🌍é');
  });

  it('may end with a comment', async () => {
    expect(await gives('return 1; // one')).toBe(1);
  });

  it('writes long whole numbers as text', async () => {
    expect(await gives('return { n: 2n ** 64n };')).toEqual({ n: '18446744073709551616' });
  });

  it.each([
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'importScripts',
    'postMessage',
    'self',
    'window',
    'process',
    'require',
    'setTimeout',
    'indexedDB',
    'crypto',
    'WebAssembly',
    'std',
    'os',
    'console',
  ])('reaches no %s', async (name) => {
    expect(await gives(`return typeof ${name} + typeof globalThis[${JSON.stringify(name)}];`)).toBe(
      'undefinedundefined',
    );
  });

  it('cannot load a module', async () => {
    expect(await run('return import("node:fs");')).toMatchObject({ ok: false });
    expect((await run('import fs from "node:fs"; return 1;')).ok).toBe(false);
  });

  it('leaves nothing for the next message', async () => {
    await gives(
      'globalThis.kept = 1; Array.prototype.kept = 2; JSON.stringify = () => "3"; return 1;',
    );
    expect(await gives('return [typeof kept, typeof [].kept];')).toEqual([
      'undefined',
      'undefined',
    ]);
  });

  it('says the line and the words of what it threw', async () => {
    expect(await run('const a = 1;\nthrow new Error("No price");')).toEqual({
      ok: false,
      reason: 'threw',
      words: 'No price',
      line: 2,
    });
    expect(await run('\n\nreturn input.a.b;')).toMatchObject({
      ok: false,
      reason: 'threw',
      line: 3,
    });
    expect(await run('throw "just words";')).toEqual({
      ok: false,
      reason: 'threw',
      words: 'just words',
    });
    expect(await run('throw { code: 7 };')).toMatchObject({
      ok: false,
      reason: 'threw',
      words: '{"code":7}',
    });
  });

  it('says the line of what is no JavaScript', async () => {
    expect(await run('const a = 1;\nconst = 2;\nreturn a;')).toMatchObject({
      ok: false,
      reason: 'not-javascript',
      line: 2,
    });
  });

  it('says that it gave nothing', async () => {
    expect(await run('input.a = 1;')).toEqual({ ok: false, reason: 'gave-nothing' });
    expect(await run('return () => 1;')).toEqual({ ok: false, reason: 'gave-nothing' });
  });

  it('says that it waits for something', async () => {
    expect(await run('return (async () => 1)();')).toEqual({ ok: false, reason: 'waits' });
  });

  it('is ended when it takes too long, whatever it catches', async () => {
    expect(await run('while (true) {}', {}, 50)).toEqual({ ok: false, reason: 'too-slow' });
    expect(
      await run('for (;;) { try { while (true) {} } catch {} finally { continue; } }', {}, 50),
    ).toEqual({ ok: false, reason: 'too-slow' });
    expect(await gives('return 1;')).toBe(1);
  });

  it('is ended in a search that would never come to its end', async () => {
    expect(await run('return /^(a+)+$/.test("a".repeat(60) + "!");', {}, 50)).toEqual({
      ok: false,
      reason: 'too-slow',
    });
  });

  it('is ended when it fills the memory, and the next one has its own', async () => {
    const filling = await run(
      'const all = []; for (;;) all.push(new Uint8Array(8e6));',
      {},
      60_000,
    );
    expect(filling).toEqual({ ok: false, reason: 'too-much-memory' });
    expect(await run('let a = "x"; for (;;) a += a;')).toMatchObject({ ok: false });
    expect(await run('return new Uint8Array(1e9).length;')).toMatchObject({ ok: false });
    expect(await gives('return 1;')).toBe(1);
  });

  it('is ended when it calls itself without end', async () => {
    expect(await run('const f = () => f() + 1; return f();')).toEqual({
      ok: false,
      reason: 'too-deep',
    });
    const nested = 'let a = []; for (let i = 0; i < 100000; i++) a = [a]; return a;';
    expect(await run(nested)).toEqual({ ok: false, reason: 'too-deep' });
    expect(await gives('return 1;')).toBe(1);
  });

  it('cannot step out of its braces', async () => {
    expect((await run('}); globalThis.x = 1; (function () { return 1;')).ok).toBe(true);
    expect(await gives('return typeof x;')).toBe('undefined');
  });

  it('has its engine loaded again when that failed once', async () => {
    let loads = 0;
    const { run: tryRun } = createCodeRunner(
      () => (loads++ === 0 ? Promise.reject(new Error('no network')) : loadEngine()),
      () => performance.now(),
    );
    const ask = { source: 'return 1;', input: '{}', timeLimitMs: 2_000 };
    await expect(tryRun(ask)).rejects.toThrow('no network');
    expect(await tryRun(ask)).toEqual({ ok: true, output: '1' });
  });
});
