import { expect, it } from 'vitest';
import type { RunRequest } from '../../run-request.ts';
import { aFlow, field, fixed, group } from '../a-flow.ts';
import { rowsService } from '../fake-service.ts';
import type { HostUnderTest } from '../hosts.ts';
import { askHost, shortly, stateOf } from './ask-host.ts';

const byText = (one: unknown, other: unknown): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;

/** Runs that begin in the middle of a flow, or have answers already. */
export function describeBeginningLater(host: HostUnderTest): void {
  const run = askHost(host);
  const slim = group({ id: field('rows', 'id') });

  it('continues from a step on what the steps before it gave, and asks none of those', async () => {
    const flow = aFlow()
      .lists('rows')
      .finds('detail', slim)
      .adds('send', group({ id: field('detail', 'id'), name: field('rows', 'name') }))
      .maps('out', group({ sent: field('send', 'id'), row: field('rows', 'id') }));
    const ran = await run(flow, rowsService(9), {
      asks: {
        scope: { kind: 'from', step: 'send' },
        samples: {
          rows: [1, 2, 3].map((id) => ({ id, name: `row ${String(id)}` })),
          detail: [{ id: 'b' }, { id: 'c' }],
        },
        sampleIds: { rows: ['0.1', '0.2', '0.3'], detail: ['0.2', '0.3'] },
      },
    });
    expect(ran.requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect(ran.records('out').map(({ id, input }) => ({ id, input }))).toEqual([
      { id: '0.2', input: { sent: 'b', row: 2 } },
      { id: '0.3', input: { sent: 'c', row: 3 } },
    ]);
    expect(Object.keys(stateOf(ran).steps)).toEqual(['send', 'out']);
    expect(stateOf(ran).status).toBe('done');
  });

  it('takes an empty value of an earlier step for what it is, never that of another message', async () => {
    const flow = aFlow()
      .lists('rows')
      .maps('code', field('rows', 'code'))
      .maps('between', fixed('-'))
      .adds('send', group({ id: field('rows', 'id'), code: field('code') }));
    const sent = async (asks: Partial<RunRequest>) => {
      const ran = await run(flow, rowsService(2), { asks });
      return ran.requests.flatMap(({ body }) => (body === undefined ? [] : [body.value]));
    };
    const scope = { kind: 'from', step: 'send' } as const;
    const samples = { rows: [{ id: 0 }, { id: 1 }], code: ['a', null], between: ['-', '-'] };
    const both = [
      { id: 0, code: 'a' },
      { id: 1, code: null },
    ];
    expect(await sent({ scope, samples })).toEqual(both);
    const ids = ['0.0', '0.1'];
    expect(
      await sent({ scope, samples, sampleIds: { rows: ids, code: ids, between: ids } }),
    ).toEqual(both);
    expect(await sent({ leftOut: ['code'], samples: { code: samples.code } })).toEqual(both);
    const arriving = [{ id: '0.1', body: null, sources: { rows: { id: 1 }, code: null } }];
    expect(await sent({ scope, samples, arriving })).toEqual([both[1]]);
  });

  it('continues where ways meet with what each message passed, as the whole flow does', async () => {
    const flow = aFlow()
      .lists('rows')
      .maps('left', group({ of: field('rows', 'id') }))
      .maps('right', group({ of: field('rows', 'id') }), { after: ['rows'] })
      .maps('both', group({ left: field('left', 'of'), id: field('rows', 'id') }), {
        after: ['left', 'right'],
      });
    const samples = { rows: [{ id: 0 }], left: [{ of: 0 }], right: [{ of: 0 }] };
    const sampleIds = { rows: ['0.0'], left: ['0.0'], right: ['0.0'] };
    const scope = { kind: 'from', step: 'both' } as const;
    for (const asks of [{}, { scope, samples, sampleIds }]) {
      const ran = await run(flow, rowsService(1), { asks });
      expect(ran.records('both').map(({ id, output }) => [id, output])).toEqual([
        ['0.0@left:out', [{ left: 0, id: 0 }]],
        ['0.0@right:out', [{ id: 0 }]],
      ]);
    }
  });

  it('continues behind two meetings of ways in a row with what each message passed, and nothing of the other ways', async () => {
    const flow = aFlow()
      .lists('rows')
      .maps('left', fixed('L'))
      .maps('right', fixed('R'), { after: ['rows'] })
      .maps('met', fixed('-'), { after: ['left', 'right'] })
      .maps('up', fixed('U'), { after: ['met'] })
      .maps('again', fixed('-'), { after: ['met', 'up'] })
      .maps('out', group({ left: field('left'), right: field('right'), up: field('up') }), {
        after: ['again'],
      });
    const whole = await run(flow, rowsService(1));
    const ids = (step: string) => whole.records(step).map(({ id }) => id);
    const outputs = whole.records('out').map(({ id, output }) => [id, output]);
    expect(outputs.map(([, output]) => output).toSorted(byText)).toEqual([
      [{ left: 'L', up: 'U' }],
      [{ left: 'L' }],
      [{ right: 'R', up: 'U' }],
      [{ right: 'R' }],
    ]);
    const steps = ['rows', 'left', 'right', 'met', 'up', 'again'];
    const ran = await run(flow, rowsService(1), {
      asks: {
        scope: { kind: 'from', step: 'out' },
        samples: Object.fromEntries(
          steps.map((step) => [step, whole.records(step).flatMap(({ output }) => output ?? [])]),
        ),
        sampleIds: Object.fromEntries(
          steps.map((step) => [step, step === 'rows' ? ['0.0'] : ids(step)]),
        ),
      },
    });
    expect(
      ran
        .records('out')
        .map(({ id, output }) => [id, output])
        .toSorted(byText),
    ).toEqual(outputs.toSorted(byText));
  });

  it('continues with what an earlier step gave a message whose way is no longer in the flow', async () => {
    const met = ['rows', 'right'];
    const flow = aFlow()
      .lists('rows')
      .maps('right', fixed('R'))
      .maps('met', fixed('-'), { after: met })
      .maps('out', group({ right: field('right') }));
    const ran = await run(flow, rowsService(1), {
      asks: {
        scope: { kind: 'from', step: 'out' },
        samples: { right: ['R'], met: ['-'] },
        sampleIds: { right: ['0.0'], met: ['0.0@left:out'] },
      },
    });
    expect(ran.records('out').map(({ output }) => output)).toEqual([[{ right: 'R' }]]);
  });

  it('continues inside a group, whose messages are gathered as they belong together', async () => {
    const flow = aFlow()
      .lists('rows')
      .splits('each', field('rows', 'lines'))
      .finds('detail', group({ id: field('each', 'entry') }), { onFailure: 'skip' })
      .collects('list', field('detail', 'id'))
      .maps('out', group({ of: field('rows', 'id'), list: field('list', 'list') }));
    const entries = ['a', 'b', 'c'].map((entry) => ({ entry }));
    const samples = {
      rows: [{ id: 7 }, { id: 8 }],
      each: entries,
    };
    const sampleIds = { rows: ['0.0', '0.1'], each: ['0.0.0', '0.0.1', '0.1.0'] };
    const scope = { kind: 'from', step: 'detail' } as const;
    const whole = await run(flow, rowsService(0), { asks: { scope, samples, sampleIds } });
    expect(whole.records('out').map(({ id, input }) => [id, input])).toEqual([
      ['0.0', { of: 7, list: ['a', 'b'] }],
      ['0.1', { of: 8, list: ['c'] }],
    ]);
    const arriving = [
      { id: '0.1.0', body: entries[2] ?? null, sources: { each: entries[2], rows: { id: 8 } } },
    ];
    const again = await run(flow, rowsService(0), { asks: { scope, samples, arriving } });
    expect(again.records('out').map(({ id, input }) => [id, input])).toEqual([
      ['0.1', { of: 8, list: ['c'] }],
    ]);
  });

  it('R2 works off more messages than wait at once, where a run begins at a step that calls out', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim)
      .maps('out', group({ id: field('send', 'id') }));
    const rows = Array.from({ length: 150 }, (_, id) => ({ id }));
    for (const scope of [
      { kind: 'only', step: 'send' },
      { kind: 'from', step: 'send' },
    ] as const) {
      const ran = await run(flow, rowsService(0), { asks: { scope, samples: { rows } } });
      expect(stateOf(ran).status).toBe('done');
      expect(stateOf(ran).steps['send']?.counts.done).toBe(150);
    }
  });

  it('continues behind a router with those that took the way, not with the others', async () => {
    const flow = aFlow()
      .lists('rows')
      .routes('way', { first: { left: field('rows', 'id'), is: 'less', right: fixed(2) } })
      .maps('out', slim, { after: ['way'], by: 'first' });
    const rows = [{ id: 1 }, { id: 5 }];
    const ran = await run(flow, rowsService(0), {
      asks: {
        scope: { kind: 'from', step: 'out' },
        samples: { rows, way: rows },
        samplePorts: { way: [['first'], ['otherwise']] },
      },
    });
    expect(ran.records('out').map(({ input }) => input)).toEqual([{ id: 1 }]);
  });

  it('continues up to a step, and no further', async () => {
    const flow = aFlow().lists('rows').maps('one', slim).maps('two', slim).maps('three', slim);
    const ran = await run(flow, rowsService(9), {
      asks: {
        scope: { kind: 'from', step: 'one', upTo: 'two' },
        samples: { rows: [{ id: 1 }] },
      },
    });
    expect(Object.keys(stateOf(ran).steps)).toEqual(['one', 'two']);
  });

  it('continues with the refused messages of another run, as they came, and on to what follows', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim)
      .maps('out', group({ row: field('rows', 'name'), more: field('plan', 'x') }));
    const ran = await run(flow, rowsService(9), {
      asks: {
        scope: { kind: 'from', step: 'send' },
        arriving: [{ id: '0.7', body: {}, sources: { rows: { id: 7, name: 'seven' } } }],
        samples: { rows: [{ id: 1, name: 'one' }] },
      },
    });
    expect(ran.requests.map(({ body }) => body?.value)).toEqual([{ id: 7 }]);
    expect(ran.records('out').map(({ id, input }) => ({ id, input }))).toEqual([
      { id: '0.7', input: { row: 'seven' } },
    ]);
  });

  it('asks nobody for a step that is left out: it gives what belongs to each message', async () => {
    const flow = aFlow()
      .lists('rows')
      .finds('detail', slim)
      .maps('out', group({ id: field('rows', 'id'), at: field('detail', 'at') }));
    const ran = await run(flow, rowsService(3), {
      asks: {
        leftOut: ['detail'],
        samples: { detail: [{ at: 'second' }, { at: 'first' }] },
        sampleIds: { detail: ['0.1', '0.0'] },
      },
    });
    expect(ran.requests.map(({ path }) => path)).toEqual(['/rows']);
    expect(ran.records('out').map(({ input }) => input)).toEqual([
      { id: 0, at: 'first' },
      { id: 1, at: 'second' },
      { id: 2, at: 'second' },
    ]);
  });

  it('begins with the sample of a first step that is left out', async () => {
    const ran = await run(aFlow().lists('rows').maps('out', slim), rowsService(3), {
      asks: { leftOut: ['rows'], samples: { rows: [{ id: 8 }, { id: 9 }] }, firstRecords: 1 },
    });
    expect(ran.requests).toEqual([]);
    expect(ran.records('out').map(shortly)).toEqual(['0.0 done']);
  });

  it('takes the answers of an earlier run where there are some: nobody is called', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim, { onFailure: 'skip' })
      .maps('out', field('send'));
    const failure = {
      kind: 'terminal',
      code: 'failures.refused',
      params: {},
      fields: [],
    } as const;
    const ran = await run(flow, rowsService(3), {
      asks: {
        answers: {
          rows: { '0': { output: [{ id: 1 }, { id: 2 }, { id: 3 }] } },
          send: { '0.0': { output: [{ saved: 'yes' }] }, '0.1': { failure } },
        },
      },
    });
    expect(ran.requests).toEqual([]);
    expect(
      ran
        .records('send')
        .map(({ state, input, request, failure: why }) => [
          state,
          input,
          request?.method,
          why?.code,
        ]),
    ).toEqual([
      ['done', { id: 1 }, 'POST', undefined],
      ['refused', { id: 2 }, 'POST', 'failures.refused'],
      ['refused', { id: 3 }, 'POST', 'runs.no-recorded-answer'],
    ]);
    expect(ran.records('out').map(({ output }) => output)).toEqual([[{ saved: 'yes' }]]);
  });
}
