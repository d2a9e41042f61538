import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { neverAborted } from '../ports.ts';
import { fakePorts } from '../testing/fake-ports.ts';
import { aStepThat } from '../testing/one-step.ts';

/** A Reply with a mailbox of its own, and what a caller hears. */
function replying(settings: Record<string, Json> = {}, fields: Json = { number: 7 }) {
  const ports = fakePorts(() => {
    throw new Error('this step calls no service');
  });
  const step = aStepThat('reply/answer', {
    settings,
    fields,
    world: { ports, signal: neverAborted },
  });
  return { step, heard: () => ports.signal.wait('reply/0') };
}

describe('Reply', () => {
  it('answers with what is mapped, and the message goes on as it is', async () => {
    const { step, heard } = replying();
    expect(await step.run({ order: 1 })).toEqual({
      state: 'done',
      outputs: [{ order: 1 }],
      input: { status: 200, answer: { number: 7 } },
    });
    expect(await heard()).toEqual({
      status: 200,
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
      body: '{"number":7}',
    });
  });

  it('answers each call once and says that a later answer was not sent', async () => {
    const { step } = replying();
    await step.run();
    expect((await step.run()).input).toEqual({ status: 200, answer: { number: 7 }, sent: false });
  });

  it('writes texts as they are and sends the headers that were chosen', async () => {
    const settings = { status: 303, form: 'text', location: 'https://a.example/b', retryAfter: 5 };
    const { step, heard } = replying(settings, 'Seen');
    await step.run();
    expect(await heard()).toEqual({
      status: 303,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
        Location: 'https://a.example/b',
        'Retry-After': '5',
      },
      body: 'Seen',
    });
  });

  it('has no body where its status allows none', async () => {
    const { step, heard } = replying({ status: 204 });
    await step.run();
    expect(await heard()).toEqual({
      status: 204,
      headers: { 'Cache-Control': 'no-store' },
      body: '',
    });
  });

  it.each(['javascript:alert(1)', 'https://a.example/\r\nX: 1', 'ftp://a'])(
    'sends nobody on to %j',
    async (location) => {
      const outcome = await replying({ location }).step.run();
      expect(outcome.state === 'refused' && outcome.failure.code).toBe('steps.reply-address');
    },
  );

  it('keeps long whole numbers digit for digit', async () => {
    const { step, heard } = replying({}, { number: 12345678901234567890n });
    await step.run();
    expect(await heard()).toMatchObject({ body: '{"number":12345678901234567890}' });
  });
});
