import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { createCodeRunner, loadEngine } from '../code.ts';
import { neverAborted, type CodeAnswer } from '../ports.ts';
import { fakePorts } from '../testing/fake-ports.ts';
import { aStepThat, outputsOf, refusalOf } from '../testing/one-step.ts';

const { run } = createCodeRunner(loadEngine, () => performance.now());
const nobody = fakePorts(() => {
  throw new Error('no service here');
});
const world = (act: typeof run = run) => ({
  ports: { ...nobody, code: { run: act } },
  signal: neverAborted,
});
const given = (code: string, fields: Json = {}, answer?: CodeAnswer) => ({
  fields,
  settings: { code },
  world: world(answer === undefined ? run : () => Promise.resolve(answer)),
});

describe('Code', () => {
  it('makes the message that the function gives', async () => {
    const code = 'return { ...input, total: input.price * input.amount };';
    expect(await outputsOf('code/run', given(code, { price: 2.5, amount: 4 }))).toEqual([
      { price: 2.5, amount: 4, total: 10 },
    ]);
  });

  it('works as it comes out of the palette', async () => {
    const fresh = { fields: { price: 2, amount: 3 }, world: world() };
    expect(await outputsOf('code/run', fresh)).toEqual([{ price: 2, amount: 3, total: 6 }]);
  });

  it('gives long whole numbers to the function as text, so that no digit is lost', async () => {
    expect(
      await outputsOf('code/run', given('return input;', { id: 12345678901234567890n })),
    ).toEqual([{ id: '12345678901234567890' }]);
  });

  it('refuses the message with line and words of the error', async () => {
    expect(
      await refusalOf('code/run', given('const a = 1;\nthrow new Error("No price");')),
    ).toEqual({
      code: 'steps.code-threw-at',
      line: 2,
      words: 'No price',
    });
    expect((await refusalOf('code/run', given('retrun 1;'))).code).toBe(
      'steps.code-not-javascript-at',
    );
  });

  it('refuses what the function gives when it is no plain data', async () => {
    const proto = given('return JSON.parse(`{"__proto__": 1}`);');
    expect((await refusalOf('code/run', proto)).code).toBe('steps.code-gave-nothing');
  });

  it.each([
    'threw',
    'not-javascript',
    'too-slow',
    'too-much-memory',
    'too-deep',
    'too-long',
    'gave-nothing',
    'waits',
  ] as const)('has a refusal for "%s"', async (reason) => {
    const { code } = await refusalOf('code/run', given('return 1;', {}, { ok: false, reason }));
    expect(code).toBe(`steps.code-${reason}`);
  });

  it('is an outside effect with a name of its own, which a replay does not do twice', async () => {
    const keys: string[] = [];
    const { ports, signal } = world();
    const step = aStepThat('code/run', {
      settings: { code: 'return 1;' },
      world: {
        ports: {
          ...ports,
          step(key, act) {
            keys.push(key);
            return act(signal);
          },
        },
        signal,
      },
    });
    await step.run();
    await step.run();
    expect(keys).toEqual(['0/step/0', '1/step/0']);
  });

  it('says where functions cannot be run, and when there is none', async () => {
    expect((await refusalOf('code/run', {})).code).toBe('steps.code-not-here');
    expect((await refusalOf('code/run', given('  '))).code).toBe('steps.code-missing');
  });
});
