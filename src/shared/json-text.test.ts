import { describe, expect, it } from 'vitest';
import { parseJson, writeJson } from './index.ts';

describe('JSON text', () => {
  it.each([
    '{"a":1e400}',
    '[1,\n -1E+999]',
    `[${'9'.repeat(400)}.5]`,
    '[12345678901234567890, 1e400]',
  ])('with a number that is too large is refused, by name and line: %s', (text) => {
    const read = parseJson(text);
    expect(!read.ok && read.reason.message).toMatch(/^the number .* is too large/);
    expect(!read.ok && read.reason.line).toBe(text.includes('\n') ? 2 : 1);
  });

  it('is read where only its texts look like such a number', () => {
    expect(parseJson('["1e400", 1e300, 1e-400]')).toEqual({ ok: true, value: ['1e400', 1e300, 0] });
  });

  it('keeps every digit of an integer', () => {
    const text = `[12345678901234567890,${'9'.repeat(400)}]`;
    const read = parseJson(text);
    expect(read.ok && writeJson(read.value)).toBe(text);
  });

  it('is refused with the line of its mistake, also where the platform does not say it', () => {
    const read = parseJson('{\n "a": 1,\n "b": x\n}');
    expect(read.ok ? read.value : [read.reason.line, read.reason.column]).toEqual([3, 7]);
  });
});
