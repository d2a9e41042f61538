import { describe, expect, it } from 'vitest';
import type { Flow, Step } from '../flow-document.ts';
import {
  aFlow,
  aStep,
  addSubscriber,
  catalog,
  findCustomers,
  group,
  ref,
} from '../testing/a-flow.ts';
import { giversOf, usesOf, usesOfSteps } from './uses-of.ts';

const mapper = (id: string, change: Partial<Step> = {}): Step =>
  aStep(id, 'mapper/make-message', change);
const each = { each: true } as const;

const flow: Flow = aFlow({
  steps: [
    findCustomers(),
    aStep('only', 'filter/only-if', {
      slots: { condition: { left: ref('find', 'newsletter'), is: 'is-yes' } },
    }),
    addSubscriber(
      group({
        email: { kind: 'ref', from: 'only', path: ['emails', { first: true }, 'address'] },
        firstName: ref('find', 'firstName'),
      }),
    ),
    mapper('make', {
      slots: {
        input: group({
          addresses: {
            kind: 'list',
            parts: [
              {
                forEach: ref('find', 'emails'),
                name: 'mail',
                item: group({ to: ref('item:mail', 'address') }),
              },
            ],
          },
        }),
      },
    }),
  ],
});

describe('what uses a step’s data', () => {
  it('looks at each place once, however many fields read something', () => {
    const count = 100;
    const names = Array.from({ length: count }, (_, at) => `s${String(at)}`);
    const readers = names.map((name) =>
      mapper(`of ${name}`, { slots: { input: group({ id: ref(name, 'id') }) } }),
    );
    let looks = 0;
    const places = names.map((name) => ({
      get from() {
        looks += 1;
        return name;
      },
      path: [],
    }));
    expect(usesOf(aFlow({ steps: readers }), catalog, places)).toHaveLength(count);
    expect(looks).toBeLessThan(count * 4);
  });

  it('is told field by field, with the names a person reads', () => {
    expect(
      usesOfSteps(flow, catalog, ['find']).map(({ step, title }) => `${step}: ${title}`),
    ).toEqual(['only: Goes on if', 'add: First name', 'make: Addresses', 'make: To']);
  });

  it('is found for one field, through cards and whichever entry is taken', () => {
    const address = ['emails', each, 'address'];
    const places = giversOf(flow, catalog, 'find').map((from) => ({ from, path: address }));
    expect(usesOf(flow, catalog, places).map(({ step, title }) => `${step}: ${title}`)).toEqual([
      'add: E-mail',
      'make: To',
    ]);
  });

  it('does not count what goes with it', () => {
    expect(usesOfSteps(flow, catalog, ['find', 'only', 'add', 'make'])).toEqual([]);
  });
});

describe('who gives the same', () => {
  it('is the step and what only passes it on', () => {
    expect(giversOf(flow, catalog, 'find')).toEqual(['find', 'only']);
    expect(giversOf(flow, catalog, 'make')).toEqual(['make']);
  });
});
