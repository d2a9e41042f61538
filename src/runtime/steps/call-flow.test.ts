import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../run-event.ts';
import type { RunRequest } from '../run-request.ts';
import { createMemoryPorts } from '../memory-ports.ts';
import { neverAborted } from '../ports.ts';
import { runFlow } from '../run-flow.ts';
import { aFlow, field, testCatalog, testComponents } from '../testing/a-flow.ts';
import { aStepThat } from '../testing/one-step.ts';

describe('Call flow', () => {
  it('gives up the call of the inner flow that is on its way when the run is cancelled', async () => {
    const person = new AbortController();
    let givenUp = false;
    const ports = createMemoryPorts({
      service: {
        call: (_request, token, signal) =>
          new Promise((_resolve, reject) => {
            expect(token).toBe('sealed');
            signal.addEventListener('abort', () => {
              givenUp = true;
              reject(new Error('given up'));
            });
            person.abort();
          }),
      },
    });
    const inner = aFlow().receives('in').adds('send', field('in'), { credential: 'key' }).build();
    const events: RunEvent[] = [];
    await runFlow(
      {
        runId: 'r1',
        flow: aFlow().receives('in').calls('call', 'inner', field('in')).build(),
        scope: { kind: 'flow' },
        writes: 'allow',
        samples: {},
        credentials: {},
        received: [{ id: 1 }],
        calls: [
          {
            flow: { ...inner, id: 'inner' },
            components: testComponents,
            credentials: { key: 'sealed' },
          },
        ],
      },
      testCatalog,
      ports,
      person.signal,
      (event) => events.push(event),
    );
    expect(givenUp).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'run.finished', status: 'cancelled' });
    expect(ports.kept.page('call', 0, 1).records[0]).toMatchObject({
      state: 'cancelled',
      failure: { code: 'runs.cancelled-while-sending' },
    });
  });

  it('takes the answer of an earlier run: the called flow need not be here, and nobody is called', async () => {
    const ports = createMemoryPorts({
      service: { call: () => Promise.reject(new Error('nobody is called')) },
    });
    const flow = aFlow().receives('in').calls('call', 'inner', field('in')).build();
    const run = (answers: NonNullable<RunRequest['answers']>) =>
      runFlow(
        {
          runId: 'r1',
          flow,
          scope: { kind: 'flow' },
          writes: 'allow',
          samples: {},
          credentials: {},
          received: [{ id: 1 }],
          answers,
        },
        testCatalog,
        ports,
        neverAborted,
        () => undefined,
      );
    await run({ call: {} });
    const [asked] = ports.kept.page('call', 0, 2).records;
    expect(asked?.failure?.code).toBe('runs.no-recorded-answer');
    await run({ call: { [asked?.id ?? '']: { output: [{ got: 1 }] } } });
    expect(ports.kept.page('call', 0, 2).records.at(-1)?.output).toEqual([{ got: 1 }]);
  });

  it('says that no flow is chosen', async () => {
    const outcome = await aStepThat('call-flow/call').run();
    expect(outcome.state === 'refused' && outcome.failure.code).toBe('steps.call-nothing');
  });
});
