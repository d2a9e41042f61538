import { describe, expect, it } from 'vitest';
import { sayWording } from '../../words/index.ts';
import type { Json, JsonPath, JsonSchema } from '../../shared/index.ts';
import { atPointer } from '../json-pointer.ts';
import { failureOf, refusalCases, type RefusalCase } from '../testing/a-refusal.ts';

const simple: RefusalCase = {
  id: 'simple',
  source: '',
  status: 422,
  body: {},
  sent: { input: {} },
  expect: { code: '', family: '', offers: [], fields: [] },
};

function sentAt(path: JsonPath, input: Json): Json | undefined {
  return atPointer(input, path.map((part) => `/${part}`).join(''));
}

/** A place in the input, or one that is missing in a group of it, or one that its description knows. */
function isPlace(path: JsonPath, input: Json, schema: JsonSchema | undefined): boolean {
  const group = path.slice(0, -1);
  return (
    sentAt(path, input) !== undefined ||
    (group.length > 0 && typeof sentAt(group, input) === 'object') ||
    (path.length === 1 && Object.hasOwn(schema?.properties ?? {}, String(path[0])))
  );
}

const files = refusalCases();
const all = files.flatMap(([, cases]) => cases);

describe.each(files)('a refusal as %s says it', (_file, cases) => {
  it.each(cases.map((one) => [one.id, one] as const))('is led back: %s', (_id, one) => {
    const failure = failureOf(one);
    const { code, words, fields, kind, retryAfterMs } = one.expect;
    expect(failure).toMatchObject({
      code: one.says?.code ?? `failures.${code}`,
      status: one.status,
      ...(kind === undefined ? {} : { kind }),
    });
    expect(failure.fields.map(({ path }) => path)).toEqual(fields.map(({ path }) => path));
    const found = failure.fields.map((field) => {
      const value = field.value ?? sentAt(field.path, one.sent.input);
      return { ...field, ...(value !== undefined && { value }) };
    });
    expect(found).toMatchObject(fields);
    expect(found.map(({ value }) => value)).toEqual(fields.map(({ value }) => value));
    for (const field of failure.fields)
      expect(['path', 'value', 'words']).toEqual(expect.arrayContaining(Object.keys(field)));
    expect(failure.serviceWords).toBe(words);
    expect(failure.retryAfterMs).toBe(retryAfterMs);
  });
});

describe('any refusal', () => {
  it('names no field that was neither sent nor is known', () => {
    // Each answer is held against each other request: whatever comes out must be a place there.
    for (const { status, headers, body } of all)
      for (const one of all.filter((_each, at) => at % 17 === 0)) {
        const { sent } = one;
        const { fields } = failureOf({
          ...one,
          status,
          ...(headers === undefined ? {} : { headers }),
          body,
        });
        for (const { path } of fields)
          expect([one.id, body, path, isPlace(path, sent.input, sent.schema)]).toEqual([
            one.id,
            body,
            path,
            true,
          ]);
      }
  }, 30_000);

  it('is read at once, however much it says and however much was sent', () => {
    const lines = Array.from({ length: 1000 }, (_line, at) => ({ sku: `A-${at}`, price: at }));
    const { length } = failureOf({
      ...simple,
      body: { message: `Not these: ${lines.map(({ sku }) => `'${sku}'`).join(', ')}.` },
      sent: { input: { lines } },
    }).fields;
    expect(length).toBe(0);
  });
});

describe('the cases', () => {
  it('are real ones: each names where its body was taken from', () => {
    const real = files.flatMap(([name, cases]) => (name === 'of-our-proxy' ? [] : cases));
    expect(real.length).toBeGreaterThanOrEqual(40);
    for (const { source } of all) expect(source).toMatch(/^https:\/\/[\w.-]+\/./);
    expect(real.filter(({ id }) => id.startsWith('own-'))).toEqual([]);
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
