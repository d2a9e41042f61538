import { describe, expect, it } from 'vitest';
import type { Binding, Segment } from '../../mapping/index.ts';
import { applyOperation } from '../apply-operation.ts';
import type { Flow } from '../flow-document.ts';
import { labelOf } from '../label-of.ts';
import { aFlow, addSubscriber, catalog, findCustomers, group, ref } from '../testing/a-flow.ts';
import { replaceEverywhere, type Replacement } from './replace-refs.ts';

const each = { each: true } as const;
const at = (from: string, ...path: Segment[]): Binding => ({ kind: 'ref', from, path });

function replaced(flow: Flow, replacement: Replacement) {
  const { operation, count } = replaceEverywhere(flow, catalog, replacement);
  const applied = applyOperation(flow, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  const back = applyOperation(applied.value.flow, applied.value.inverse);
  expect(back.ok && back.value.flow).toEqual(flow);
  return { flow: applied.value.flow, count, label: labelOf(operation, flow) };
}
const inputs = (flow: Flow) => flow.steps.map(({ slots }) => slots['input']);

describe('replacing what has gone', () => {
  it('changes every place in one step of the history', () => {
    const uses = (key: string) => group({ email: at('find', key, { first: true }, 'address') });
    const flow = aFlow({
      steps: [
        findCustomers(),
        addSubscriber(uses('mails'), 'a'),
        addSubscriber(uses('mails'), 'b'),
      ],
    });
    const done = replaced(flow, {
      old: { from: 'find', path: ['mails'] },
      next: { from: 'find', path: ['emails'] },
      title: 'E-mails',
    });
    expect(inputs(done.flow).slice(1)).toEqual([uses('emails'), uses('emails')]);
    expect(done.count).toBe(2);
    expect(done.label).toEqual({
      code: 'history.replace-source',
      params: { field: 'E-mails', count: 2 },
    });
  });

  it('takes another step in place of one that has gone, where that one has the same fields', () => {
    const flow = aFlow({
      steps: [
        findCustomers('again'),
        addSubscriber(
          group({ firstName: ref('gone', 'firstName'), lastName: ref('gone', 'shoeSize') }),
        ),
      ],
    });
    const done = replaced(flow, {
      old: { from: 'gone', path: [] },
      next: { from: 'again', path: [] },
      title: 'again',
    });
    expect(inputs(done.flow)[1]).toEqual(
      group({ firstName: ref('again', 'firstName'), lastName: ref('gone', 'shoeSize') }),
    );
    expect(done.count).toBe(1);
  });

  it('reads a card’s entry inside its card, and the card alone where the card itself is moved', () => {
    const card = (list: string, key: string) =>
      group({
        tags: {
          kind: 'list',
          parts: [{ forEach: at('find', list), name: 'mail', item: at('item:mail', key) }],
        },
      });
    const flow = aFlow({ steps: [findCustomers(), addSubscriber(card('emails', 'adress'))] });
    const inside = replaced(flow, {
      old: { from: 'find', path: ['emails', each, 'adress'] },
      next: { from: 'find', path: ['emails', each, 'address'] },
      title: 'Address',
    });
    expect(inputs(inside.flow)[1]).toEqual(card('emails', 'address'));
    const whole = aFlow({ steps: [findCustomers(), addSubscriber(card('mails', 'address'))] });
    const moved = replaced(whole, {
      old: { from: 'find', path: ['mails'] },
      next: { from: 'find', path: ['emails'] },
      title: 'E-mails',
    });
    expect([inputs(moved.flow)[1], moved.count]).toEqual([card('emails', 'address'), 1]);
  });

  it('takes the first entry where one value was read and the new data is in a list', () => {
    const flow = aFlow({
      steps: [findCustomers(), addSubscriber(group({ email: ref('find', 'email') }))],
    });
    const done = replaced(flow, {
      old: { from: 'find', path: ['email'] },
      next: { from: 'find', path: ['emails', each, 'address'] },
      title: 'Address',
    });
    expect(inputs(done.flow)[1]).toEqual(
      group({ email: at('find', 'emails', { first: true }, 'address') }),
    );
  });

  it('does not let a step read what comes later', () => {
    const flow = aFlow({
      steps: [
        findCustomers('a'),
        addSubscriber(group({ email: ref('gone', 'x') })),
        findCustomers('z'),
      ],
    });
    const done = replaced(flow, {
      old: { from: 'gone', path: ['x'] },
      next: { from: 'z', path: ['lastName'] },
      title: 'Last name',
    });
    expect([done.flow, done.count]).toEqual([flow, 0]);
  });
});
