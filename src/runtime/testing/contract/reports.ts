import { expect, it } from 'vitest';
import type { RunEvent } from '../../run-event.ts';
import { aFlow, field, fixed, group } from '../a-flow.ts';
import { answered, type Script } from '../fake-service.ts';
import { inProcessHost, type HostUnderTest, type Ran } from '../hosts.ts';
import { askHost, refusing, stateOf } from './ask-host.ts';

/** R6 and R7: what is reported, in which order, and the same on every host. That reports are sound is asked of every run. */
export function describeReports(host: HostUnderTest): void {
  const run = askHost(host);
  const slim = group({ id: field('rows', 'id') });

  it('R6 reports in order, with ids, numbers and times, and nothing else is said of what went well', async () => {
    const ran = await run(
      aFlow().lists('rows').adds('send', slim, { onFailure: 'skip' }),
      refusing('3'),
    );
    const [first] = ran.events;
    expect(first).toMatchObject({ type: 'run.started', runId: 'r1', steps: ['rows', 'send'] });
    expect(saidOf(ran, 'rows')).toEqual(['step.started', 'step.finished']);
    expect(saidOf(ran, 'send')).toEqual(['step.started', 'message.refused', 'step.finished']);
    expect(ran.events.find(({ type }) => type === 'message.refused')).toMatchObject({
      step: 'send',
      message: '0.3',
      index: 3,
      failure: { code: 'failures.refused-fields-by', status: 422, serviceWords: 'no' },
    });
    for (const event of ran.events)
      if ('at' in event) expect(Number.isInteger(event.at)).toBe(true);
  });

  it('R6 carries no payload: what came, was sent, answered and refused is asked for by step', async () => {
    const text = 'payload '.repeat(2_000);
    const service: Script = (request) => {
      if (request.method === 'GET')
        return answered(200, {
          items: [
            { id: 1, text },
            { id: 2, text },
          ],
          next: null,
        });
      const { id } = request.body?.value as { readonly id: number };
      return id === 2
        ? answered(422, { message: 'no', errors: [{ field: 'text', message: 'too long' }] })
        : answered(201, { text });
    };
    const flow = aFlow()
      .lists('rows')
      .adds('send', group({ id: field('rows', 'id'), text: field('rows', 'text') }), {
        onFailure: 'skip',
      })
      .maps('out', field('send'));
    const ran = await run(flow, service);
    expect(ran.records('send')[1]?.failure?.fields).toEqual([
      { path: ['text'], value: text, words: 'too long' },
    ]);
    expect(JSON.stringify(ran.events).length).toBeLessThan(5_000);
    expect(stateOf(ran).steps['send']?.refusals[0]?.failure.fields[0]?.words).toBe('too long');
  });

  it('R7 reports the same of each message and step as the engine in one thread', async () => {
    const flow = aFlow()
      .lists('rows')
      .filters('some', { not: { left: field('rows', 'id'), is: 'equals', right: fixed(1) } })
      .finds('detail', slim, { onFailure: 'skip' })
      .adds('send', group({ id: field('detail', 'id') }), { onFailure: 'error-branch' })
      .maps('told', slim, { after: [] })
      .onError('send', 'told');
    const ask = (of: HostUnderTest): Promise<Ran> => {
      const service = flaky((request, call) =>
        request.path === '/rows/2'
          ? answered(404, { message: 'gone' })
          : refusing('3')(request, call),
      );
      return askHost(of)(flow, service, { asks: { writes: 'ask' }, confirm: { send: 'send' } });
    };
    const there = await ask(host);
    const here = await ask(inProcessHost);
    for (const step of ['rows', 'some', 'detail', 'send', 'told'])
      expect(timeless(there, step)).toEqual(timeless(here, step));
  });
}

/** The first page is asked for twice. */
function flaky(script: Script): Script {
  let isFirst = true;
  return (request, call) => {
    const failsNow = isFirst;
    isFirst = false;
    return failsNow ? answered(503, { message: 'busy' }) : script(request, call);
  };
}

function isOf(event: RunEvent, step: string): boolean {
  return 'step' in event && event.step === step;
}

function saidOf({ events }: Ran, step: string): readonly string[] {
  return events
    .filter((event) => isOf(event, step) && event.type !== 'step.counted')
    .map(({ type }) => type);
}

/** What is said of a step, but for times and for how often its counts are told. */
function timeless({ events }: Ran, step: string) {
  return events
    .filter((event) => isOf(event, step) && event.type !== 'step.counted')
    .map((event) => {
      const { at: _at, delayMs: _spread, ...rest } = { at: 0, delayMs: 0, ...event };
      return rest;
    });
}
