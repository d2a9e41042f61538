import { describe, expect, it } from 'vitest';
import { aStepThat, outputsOf, refusalOf } from '../testing/one-step.ts';

const ada = { name: 'Ada', address: { city: 'London', zip: 'W1' } };

describe('Set values', () => {
  it('keeps the message and adds or changes fields', async () => {
    const fields = { name: 'Augusta', status: 'new' };
    expect(await outputsOf('set-values/set', { body: ada, fields })).toEqual([
      { ...ada, name: 'Augusta', status: 'new' },
    ]);
  });

  it('keeps the other fields of a group that is filled field by field', async () => {
    const [made] = await outputsOf('set-values/set', {
      body: ada,
      input: {
        kind: 'object',
        props: {
          address: { kind: 'object', props: { city: { kind: 'literal', value: 'Paris' } } },
        },
      },
    });
    expect(made).toEqual({ name: 'Ada', address: { city: 'Paris', zip: 'W1' } });
  });

  it('replaces a group that is filled as a whole', async () => {
    const [made] = await outputsOf('set-values/set', {
      body: ada,
      fields: { address: { city: 'Paris' } },
    });
    expect(made).toEqual({ name: 'Ada', address: { city: 'Paris' } });
  });

  it('leaves the message that came in as it was', async () => {
    const body = structuredClone(ada);
    await outputsOf('set-values/set', { body, fields: { name: 'Augusta' } });
    expect(body).toEqual(ada);
  });

  it('refuses a message that has no fields to keep', async () => {
    expect(await refusalOf('set-values/set', { body: [1], fields: { a: 1 } })).toEqual({
      code: 'steps.message-without-fields',
    });
  });
});

describe('Stop with error', () => {
  it('refuses with the words of the person', async () => {
    expect(await refusalOf('stop/stop', { fields: { words: 'No address in order 7.' } })).toEqual({
      code: 'steps.stopped',
      words: 'No address in order 7.',
    });
  });

  it('refuses also when the words are missing, and says so', async () => {
    expect((await refusalOf('stop/stop', {})).code).toBe('steps.text-missing');
  });

  it('cuts words without end', async () => {
    const { words } = await refusalOf('stop/stop', { fields: { words: 'x'.repeat(9_000) } });
    expect(words).toHaveLength(2_000);
  });
});

describe('Log', () => {
  it('lets the message go on and keeps the line beside it', async () => {
    const outcome = await aStepThat('log/line', { fields: { line: 'Order 7' } }).run(ada);
    expect(outcome).toEqual({ state: 'done', outputs: [ada], input: { line: 'Order 7' } });
  });

  it('keeps a number as it is written', async () => {
    const outcome = await aStepThat('log/line', { fields: { line: 12345678901234567890n } }).run();
    expect(outcome.input).toEqual({ line: '12345678901234567890' });
  });
});
