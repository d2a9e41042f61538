import { describe, expect, it } from 'vitest';
import { sayWording } from '../../words/index.ts';
import { failureOf, refusalCases } from '../testing/a-refusal.ts';

const files = refusalCases();
const all = files.flatMap(([, cases]) => cases);

describe.each(files)('a refusal as %s says it', (_file, cases) => {
  it.each(cases.map((one) => [one.id, one] as const))('is led back: %s', (_id, one) => {
    const failure = failureOf(one);
    const { code, words, fields, kind, retryAfterMs } = one.expect;
    expect(failure).toMatchObject({
      code: `failures.${code}`,
      status: one.status,
      ...(kind === undefined ? {} : { kind }),
    });
    expect(failure.fields.map(({ path }) => path)).toEqual(fields.map(({ path }) => path));
    expect(failure.fields).toMatchObject(fields);
    expect(failure.serviceWords).toBe(words);
    expect(failure.retryAfterMs).toBe(retryAfterMs);
  });
});

describe('the cases', () => {
  it('are real ones: each names where its body was taken from', () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    for (const { source } of all) expect(source).toMatch(/^https:\/\/[\w.-]+\/./);
  });

  it('have ids of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('are said in sentences: what happened, and why or what to do', () => {
    const codes = new Set(all.map(({ expect: wanted }) => wanted.code));
    for (const code of [...codes].flatMap((each) => [each, `${each}-by`])) {
      const params = { service: 'Shop', status: 400, count: 2 };
      const sentence = sayWording({ code: `failures.${code}`, params });
      expect([code, sentence]).not.toEqual([code, sayWording({ code: 'failures.x', params })]);
      expect(sentence).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
      expect(sentence).not.toMatch(/[{}]/);
    }
  });
});
