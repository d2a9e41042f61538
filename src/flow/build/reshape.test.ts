import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { checkFlow } from '../check-flow.ts';
import { applyOperation } from '../apply-operation.ts';
import type { Flow } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import {
  aFlow,
  aStep,
  addSubscriber,
  catalog,
  findCustomers,
  group,
  ref,
} from '../testing/a-flow.ts';
import { reshape, usesOfShapeField } from './reshape.ts';

const shape: JsonSchema = {
  type: 'object',
  properties: {
    mail: { type: 'string', format: 'email' },
    people: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
  },
};
const each = { each: true } as const;

/** A mapper makes it, a filter passes it on, the newsletter reads both. */
const flow: Flow = aFlow({
  steps: [
    findCustomers(),
    aStep('make', 'mapper/make-message', {
      shapes: { input: { schema: shape, origin: 'by-hand' } },
      slots: {
        input: group({
          mail: ref('find', 'lastName'),
          people: {
            kind: 'list',
            parts: [
              {
                forEach: ref('find', 'emails'),
                name: 'one',
                item: group({ name: ref('item:one', 'kind') }),
              },
            ],
          },
        }),
      },
    }),
    aStep('only', 'filter/only-if', {
      slots: { condition: { left: ref('make', 'mail'), is: 'is-not-empty' } },
    }),
    addSubscriber(
      group({
        email: ref('only', 'mail'),
        firstName: { kind: 'ref', from: 'make', path: ['people', { first: true }, 'name'] },
      }),
    ),
  ],
});

function after(operation: Operation): Flow {
  const applied = applyOperation(flow, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  const back = applyOperation(applied.value.flow, applied.value.inverse);
  expect(back.ok && back.value.flow).toEqual(flow);
  return applied.value.flow;
}
function changed(change: Parameters<typeof reshape>[4]): Flow {
  const operation = reshape(flow, catalog, { step: 'make', side: 'input' }, shape, change);
  if (!operation.ok) throw new Error(operation.reason.code);
  return after(operation.value);
}
const broken = (one: Flow) =>
  checkFlow(one, catalog).filter(
    ({ code }) => code === 'mapping.unknown-path' || code === 'mapping.unknown-field',
  );

describe('renaming a field of a shape', () => {
  it('takes along what fills it and everything that reads it, also behind a filter', () => {
    const next = changed({ type: 'rename', at: ['mail'], name: 'email' });
    expect(broken(next)).toEqual([]);
    expect(next.steps[1]?.slots['input']).toMatchObject({
      props: { email: ref('find', 'lastName') },
    });
    expect(next.steps[2]?.slots['condition']).toMatchObject({ left: ref('make', 'email') });
    expect(next.steps[3]?.slots['input']).toMatchObject({ props: { email: ref('only', 'email') } });
  });

  it('reaches the inside of lists', () => {
    const next = changed({ type: 'rename', at: ['people', each, 'name'], name: 'kind' });
    expect(broken(next)).toEqual([]);
    expect(next.steps[3]?.slots['input']).toMatchObject({
      props: { firstName: { path: ['people', { first: true }, 'kind'] } },
    });
  });

  it('is one change in the history', () => {
    const operation = reshape(flow, catalog, { step: 'make', side: 'input' }, shape, {
      type: 'rename',
      at: ['mail'],
      name: 'email',
    });
    expect(operation).toMatchObject({
      value: {
        type: 'batch',
        label: 'rename-field',
        params: { field: 'mail', name: 'email', step: 'make' },
      },
    });
  });
});

describe('removing a field of a shape', () => {
  it('can say first what reads it', () => {
    const uses = usesOfShapeField(flow, catalog, { step: 'make', side: 'input' }, ['mail']);
    expect(uses.map(({ step, title }) => `${step}: ${title}`)).toEqual([
      'only: Goes on if',
      'add: E-mail',
    ]);
  });

  it('leaves everything that read it in place, marked', () => {
    const next = changed({ type: 'remove', at: ['mail'] });
    expect(next.steps.slice(1).map(({ slots }) => slots)).toEqual(
      flow.steps.slice(1).map(({ slots }) => slots),
    );
    expect(broken(next).map(({ step }) => step)).toEqual(['make', 'only', 'add']);
  });
});

describe('another change', () => {
  it('is the shape alone', () => {
    expect(
      reshape(flow, catalog, { step: 'make', side: 'input' }, shape, {
        type: 'add',
        at: [],
        name: 'x',
      }),
    ).toMatchObject({ ok: true, value: { type: 'step.set-shape', step: 'make', side: 'input' } });
  });
});
