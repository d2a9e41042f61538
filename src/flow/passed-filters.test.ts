import { describe, expect, it } from 'vitest';
import { checkFlow } from './check-flow.ts';
import type { Step } from './flow-document.ts';
import { sourcesOf } from './sources.ts';
import {
  aFlow,
  aStep,
  addSubscriber,
  anEdge,
  catalog,
  findCustomers,
  group,
  ref,
} from './testing/a-flow.ts';

const wantsNotes = { left: ref('find', 'notes'), is: 'is-not-empty' } as const;
const filter = (change: Partial<Step> = {}): Step =>
  aStep('only', 'filter/only-if', { slots: { condition: wantsNotes }, ...change });

const notesSeen = (steps: readonly Step[], edges?: Parameters<typeof aFlow>[0]) =>
  Object.fromEntries(
    sourcesOf(aFlow({ steps, ...edges }), catalog, 'add').map(({ from, schema }) => [
      from,
      schema.properties?.['notes']?.type,
    ]),
  );
const maybe = ['string', 'null'];

describe('behind a filter that wants a field to be filled', () => {
  it('the field is filled, at the step that gave it and at the filter', () => {
    const steps = [findCustomers(), filter(), addSubscriber(undefined)];
    expect(notesSeen(steps)).toEqual({ find: 'string', only: 'string' });
  });

  it('it can go where it is needed, which is said without the filter', () => {
    const needed = addSubscriber(group({ email: ref('find', 'notes') }));
    const codes = (steps: readonly Step[]) =>
      checkFlow(aFlow({ steps }), catalog)
        .filter(({ step }) => step === 'add')
        .map(({ code }) => code);
    expect(codes([findCustomers(), needed])).toContain('mapping.may-be-empty');
    expect(codes([findCustomers(), filter(), needed])).not.toContain('mapping.may-be-empty');
  });

  it('each row of "all of these" counts; of "any of these" none', () => {
    const birthday = { left: ref('find', 'birthday'), is: 'is-not-empty' } as const;
    const seen = (condition: Step['slots'][string]) =>
      notesSeen([findCustomers(), filter({ slots: { condition } }), addSubscriber(undefined)]);
    expect(seen({ all: [birthday, wantsNotes] })).toEqual({ find: 'string', only: 'string' });
    expect(seen({ any: [birthday, wantsNotes] })).toEqual({ find: maybe, only: maybe });
  });

  it('nothing is known while the filter is off', () => {
    const steps = [findCustomers(), filter({ disabled: true }), addSubscriber(undefined)];
    expect(notesSeen(steps)).toMatchObject({ find: maybe });
  });

  it('nothing is known of what also comes another way, or by the way of failures', () => {
    const steps = [findCustomers(), filter(), addSubscriber(undefined)];
    const both = [anEdge('find', 'only'), anEdge('only', 'add'), anEdge('find', 'add')];
    expect(notesSeen(steps, { edges: both })).toMatchObject({ find: maybe });
    const failed = [anEdge('find', 'only'), anEdge('only', 'add', { fromPort: 'error' })];
    expect(notesSeen(steps, { edges: failed })).toMatchObject({ find: maybe });
  });

  it('nothing is known behind a list, which may be of nothing that passed', () => {
    const rows = { type: 'array', items: {} } as const;
    const schema = {
      type: 'object',
      properties: { rows, notes: { type: ['string', 'null'] } },
    } as const;
    const steps = [
      aStep('in', 'webhook/receive', { shapes: { output: { origin: 'by-hand', schema } } }),
      aStep('each', 'for-each/each-entry', { slots: { list: ref('in', 'rows') } }),
      filter({ slots: { condition: { left: ref('in', 'notes'), is: 'is-not-empty' } } }),
    ];
    const list = aStep('list', 'collect/one-list');
    const add = addSubscriber(undefined);
    expect(notesSeen([...steps, add])).toMatchObject({ in: 'string' });
    expect(notesSeen([...steps, list, add])).toMatchObject({ in: maybe });
  });

  it('is the same source each time, so that nothing is checked again', () => {
    const steps = [findCustomers(), filter(), addSubscriber(undefined)];
    const [first] = sourcesOf(aFlow({ steps }), catalog, 'add');
    const [again] = sourcesOf(aFlow({ steps }), catalog, 'add');
    expect(again).toBe(first);
  });
});
