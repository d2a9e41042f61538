import { describe, expect, it } from 'vitest';
import type { JsonPath, JsonSchema } from '../../../../shared/index.ts';
import { setAt, type Binding, type Segment } from '../../../../mapping/index.ts';
import type { ListScope } from '../scope.ts';
import type { DropChoice, DropPlan } from './drop-plan.ts';
import { planDrop } from './plan-drop.ts';

const each = { each: true } as const;
const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const group = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const ref = (from: string, ...path: Segment[]): Binding => ({ kind: 'ref', from, path });

const person = group({ name: text, mail: { type: 'string', format: 'email' } });
const line = group({ sku: text, quantity: number });
const order = group({ number: text, customer: person, lines: list(line), tags: list(text) });
const shop = {
  from: 'shop',
  title: 'Shop',
  schema: group({ name: text, owner: person, orders: list(order), tags: list(text) }),
};

const target: JsonSchema = group({
  note: text,
  count: { type: 'integer' },
  day: { type: 'string', format: 'date' },
  free: {},
  contact: group({ name: text, mail: { type: 'string', format: 'email' }, phone: text }),
  labels: list(text),
  parcels: list(group({ to: text, items: list(group({ sku: text, amount: number })) })),
});

const inOrders: ListScope = {
  source: { type: { from: 'item:orders', title: 'Orders', schema: order }, sample: undefined },
  through: { from: 'shop', path: ['orders', each] },
};

interface Where {
  readonly scope?: readonly ListScope[];
  readonly whole?: Binding | undefined;
}

function drop(
  data: readonly Segment[],
  into: JsonPath,
  { scope = [], whole }: Where = {},
): DropPlan {
  let schema = target;
  for (const step of into)
    schema = (typeof step === 'number' ? schema.items : schema.properties?.[step]) ?? {};
  return planDrop(
    { from: 'shop', path: data },
    {
      path: into,
      label: String(into.findLast((step) => typeof step === 'string')),
      schema,
      root: target,
      scope,
      seen: [...scope.map(({ source }) => source.type), shop],
      whole,
    },
  );
}
const choicesOf = (plan: DropPlan): readonly DropChoice[] =>
  plan.kind === 'ask' ? plan.choices : [];
const ids = (plan: DropPlan) => choicesOf(plan).map(({ id, does }) => (does ? id : `${id} (not)`));
const filled = (plan: DropPlan, id: string): Binding | undefined => {
  const does = choicesOf(plan).find((choice) => choice.id === id)?.does;
  return does && 'fill' in does ? does.fill : undefined;
};
const put = (binding: Binding) => ({ kind: 'put', binding });
const card = (
  forEach: Binding,
  name: string,
  item: Binding = { kind: 'object', props: {} },
): Binding => ({
  kind: 'list',
  parts: [{ forEach, name, item }],
});

describe('a single value', () => {
  it('goes into a single field, and into one that takes anything, as it is', () => {
    expect(drop(['name'], ['note'])).toEqual(put(ref('shop', 'name')));
    expect(drop(['name'], ['free'])).toEqual(put(ref('shop', 'name')));
  });

  it('is one entry of a list', () => {
    expect(drop(['name'], ['labels'])).toEqual(
      put({ kind: 'list', parts: [{ item: ref('shop', 'name') }] }),
    );
  });

  it('is one entry with its namesake filled where entries are groups', () => {
    expect(drop(['owner', 'name'], ['parcels'])).toEqual(
      put({
        kind: 'list',
        parts: [{ item: { kind: 'object', props: { to: ref('shop', 'owner', 'name') } } }],
      }),
    );
    const parcels = drop(
      ['orders', { first: true }, 'lines', { first: true }, 'sku'],
      ['parcels', 0, 'items'],
    );
    expect(parcels).toMatchObject({
      kind: 'put',
      binding: { parts: [{ item: { props: { sku: { kind: 'ref' } } } }] },
    });
  });

  it('cannot fill a group', () => {
    expect(drop(['name'], ['contact'])).toMatchObject({
      kind: 'no',
      reason: { code: 'lists.no-single-into-group', params: { field: 'Name', target: 'contact' } },
    });
  });
});

describe('a group of fields', () => {
  it('fills a group whole, or one by one by name', () => {
    const plan = drop(['owner'], ['contact']);
    expect(ids(plan)).toEqual(['whole', 'one-by-one']);
    expect(filled(plan, 'whole')).toEqual(ref('shop', 'owner'));
    expect(filled(plan, 'one-by-one')).toEqual({
      kind: 'object',
      props: { name: ref('shop', 'owner', 'name'), mail: ref('shop', 'owner', 'mail') },
    });
  });

  it('leaves what is filled already', () => {
    const whole = setAt(undefined, ['contact', 'name'], { kind: 'literal', value: 'Ada' });
    expect(filled(drop(['owner'], ['contact'], { whole }), 'one-by-one')).toMatchObject({
      props: { name: { kind: 'literal' }, mail: ref('shop', 'owner', 'mail') },
    });
  });

  it('where one value is wanted asks which of its fields', () => {
    const plan = drop(['owner'], ['note']);
    expect(ids(plan)).toEqual(['its-field', 'its-field']);
    expect(filled(plan, 'its-field')).toEqual(ref('shop', 'owner', 'name'));
    expect(drop(['owner'], ['day'])).toMatchObject({
      kind: 'no',
      reason: { code: 'lists.no-field-fits' },
    });
  });
});

describe('a list where one value is wanted', () => {
  it('asks first, last, all joined, how many, or one for each', () => {
    const plan = drop(['tags'], ['note']);
    expect(ids(plan)).toEqual(['first', 'last', 'joined', 'count', 'repeat (not)']);
    expect(filled(plan, 'first')).toEqual(ref('shop', 'tags', { first: true }));
    expect(filled(plan, 'joined')).toMatchObject({ with: [{ name: 'join', by: ', ' }] });
  });

  it('offers what fits the kind of the field', () => {
    expect(ids(drop(['tags'], ['count']))).toEqual(['first', 'last', 'count', 'repeat (not)']);
    expect(ids(drop(['orders', each, 'lines', each, 'quantity'], ['count']))).toContain('sum');
    expect(ids(drop(['tags'], ['day']))).toEqual(['first', 'last', 'repeat (not)']);
  });

  it('goes through lists inside lists without an index', () => {
    const plan = drop(['orders', each, 'lines', each, 'sku'], ['note']);
    expect(filled(plan, 'last')).toEqual(
      ref('shop', 'orders', { last: true }, 'lines', { last: true }, 'sku'),
    );
    expect(filled(plan, 'joined')).toMatchObject({ with: [{ name: 'flatten' }, { name: 'join' }] });
    expect(filled(drop(['orders', each, 'tags'], ['note']), 'first')).toEqual(
      ref('shop', 'orders', { first: true }, 'tags', { first: true }),
    );
  });

  it('takes the field with the wanted name from each group', () => {
    const plan = drop(['orders', each, 'lines'], ['count']);
    expect(filled(plan, 'first')).toMatchObject({
      path: ['orders', { first: true }, 'lines', { first: true }, 'quantity'],
    });
  });

  it('says why one for each cannot be where no list is around the field', () => {
    const repeat = choicesOf(drop(['tags'], ['note'])).at(-1);
    expect(repeat).toMatchObject({
      does: undefined,
      why: { code: 'lists.repeat-no-list', params: { field: 'Tags', target: 'note' } },
    });
  });
});

describe('one for each', () => {
  const fixed: Binding = {
    kind: 'object',
    props: {
      parcels: {
        kind: 'list',
        parts: [{ item: { kind: 'object', props: { to: ref('shop', 'name') } } }],
      },
    },
  };
  const does = (plan: DropPlan) => choicesOf(plan).find(({ id }) => id === 'repeat')?.does;

  it('makes a card of the fixed entry around the field', () => {
    expect(does(drop(['tags'], ['parcels', 0, 'to'], { whole: fixed }))).toEqual({
      at: ['parcels'],
      set: card(ref('shop', 'tags'), 'tags', { kind: 'object', props: { to: ref('item:tags') } }),
    });
  });

  it('goes through lists inside lists as one list', () => {
    expect(
      does(drop(['orders', each, 'lines', each, 'sku'], ['parcels', 0, 'to'], { whole: fixed })),
    ).toEqual({
      at: ['parcels'],
      set: card(
        { kind: 'convert', of: ref('shop', 'orders', each, 'lines'), with: [{ name: 'flatten' }] },
        'lines',
        { kind: 'object', props: { to: ref('item:lines', 'sku') } },
      ),
    });
  });

  it('takes the place of a list that nothing in the card needs', () => {
    const whole: Binding = {
      kind: 'object',
      props: { parcels: card(ref('shop', 'orders'), 'orders') },
    };
    expect(does(drop(['tags'], ['parcels', 0, 'to'], { whole, scope: [inOrders] }))).toMatchObject({
      set: { parts: [{ forEach: ref('shop', 'tags') }] },
    });
  });

  it('says which list is in the way', () => {
    const whole: Binding = {
      kind: 'object',
      props: {
        parcels: card(ref('shop', 'orders'), 'orders', {
          kind: 'object',
          props: { to: ref('item:orders', 'number') },
        }),
      },
    };
    const plan = drop(['tags'], ['parcels', 0, 'to'], { whole, scope: [inOrders] });
    expect(choicesOf(plan).at(-1)).toMatchObject({
      does: undefined,
      why: { code: 'lists.repeat-other-list', params: { list: 'Orders' } },
    });
  });
});

describe('a list where a list is wanted', () => {
  it('passes values on, and adds a card where something is there already', () => {
    expect(drop(['tags'], ['labels'])).toEqual(put(ref('shop', 'tags')));
    const whole: Binding = {
      kind: 'object',
      props: { labels: { kind: 'list', parts: [{ item: { kind: 'literal', value: 'a' } }] } },
    };
    expect(drop(['tags'], ['labels'], { whole })).toEqual(
      put({
        kind: 'list',
        parts: [
          { item: { kind: 'literal', value: 'a' } },
          { forEach: ref('shop', 'tags'), name: 'tags', item: ref('item:tags') },
        ],
      }),
    );
  });

  it('makes a card where groups are wanted, from an entry of the card around it', () => {
    expect(drop(['orders'], ['parcels'])).toEqual(put(card(ref('shop', 'orders'), 'orders')));
    expect(drop(['orders', each, 'lines'], ['parcels', 0, 'items'], { scope: [inOrders] })).toEqual(
      put(card(ref('item:orders', 'lines'), 'lines')),
    );
  });

  it('gives entries inside each other names of their own', () => {
    const nested = {
      ...inOrders,
      source: { ...inOrders.source, type: { ...inOrders.source.type, from: 'item:lines' } },
    };
    expect(
      drop(['orders', each, 'lines'], ['parcels', 0, 'items'], { scope: [nested] }),
    ).toMatchObject({
      binding: { parts: [{ name: 'lines-2' }] },
    });
  });

  it('fills the field with the value’s name where values become groups', () => {
    expect(
      drop(['orders', each, 'lines', each, 'sku'], ['parcels', 0, 'items'], { scope: [inOrders] }),
    ).toMatchObject({
      binding: {
        parts: [
          {
            forEach: ref('item:orders', 'lines'),
            item: { props: { sku: ref('item:lines', 'sku') } },
          },
        ],
      },
    });
  });

  it('asks which field where groups become values', () => {
    const plan = drop(['orders'], ['labels']);
    expect(ids(plan)).toContain('all-of-field');
    expect(filled(plan, 'all-of-field')).toEqual(
      card(ref('shop', 'orders'), 'orders', ref('item:orders', 'number')),
    );
  });
});

describe('a list of groups where one group is wanted', () => {
  it('asks which entry, whole or one by one', () => {
    const plan = drop(['orders', each, 'customer'], ['contact']);
    expect(ids(plan)).toEqual(['first', 'one-by-one', 'last', 'one-by-one', 'repeat (not)']);
    expect(filled(plan, 'one-by-one')).toMatchObject({
      props: { name: ref('shop', 'orders', { first: true }, 'customer', 'name') },
    });
  });
});
