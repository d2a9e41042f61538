/** What the tour imports: a flow with a bit of everything, and bookings whose fields are filled in every way there is. */
import {
  aFlow,
  activeCustomers,
  aStep,
  customer,
  fixed,
  ref,
  sampleAccounts,
  takes,
  text,
  ways,
} from './a-flow.ts';
import { orderToBooking } from './order-to-booking.ts';
import { ordersToShipments } from './orders-to-shipments.ts';

const wantsIt = {
  all: [
    { left: customer('newsletter'), is: 'is-yes' },
    { any: [{ left: customer('lastName'), is: 'starts-with', right: fixed('L') }] },
  ],
} as const;

/** Every Monday customers go one of two ways; with a group, notes, a step that is off, code, and something to be finished. */
export const weeklyGreetings = aFlow(
  'Weekly greetings',
  [
    activeCustomers,
    aStep('way', 'Who wants it?', 'router/choose-way', {
      settings: { branches: [{ id: 'wants', name: 'Wants the newsletter' }], match: 'first' },
      slots: { wants: wantsIt },
    }),
    aStep('greet', 'Newsletter', 'newsletter/add-subscriber', {
      credential: 'newsletter',
      note: 'Ask Ada before this is changed.',
      ...takes({ firstName: customer('firstName'), lastName: customer('family') }),
    }),
    aStep('points', 'Loyalty points', 'code/run', {
      settings: { code: 'return { ...input, points: input.price * 10 };', seconds: 1 },
    }),
    aStep('some', 'Only new ones', 'filter/only-if', { slots: { condition: wantsIt } }),
    aStep('ask', 'Ask the shop', 'rest/request', {
      settings: { address: 'https://shop.example.com/orders' },
      disabled: true,
    }),
    aStep('line', 'Log', 'log/line', takes({ line: text(customer('firstName'), ' stays away.') })),
  ],
  {
    start: { kind: 'schedule', cron: '0 9 * * 1', timeZone: 'Europe/Berlin' },
    edges: ways(
      'customers>way',
      'way>greet:wants',
      'greet>points',
      'points>some',
      'way>ask:otherwise',
      'ask>line',
    ),
    credentials: sampleAccounts,
    layout: {
      positions: {
        customers: { x: 0, y: 0 },
        way: { x: 300, y: 0 },
        greet: { x: 620, y: -110 },
        points: { x: 920, y: -110 },
        some: { x: 1220, y: -110 },
        ask: { x: 620, y: 110 },
        line: { x: 920, y: 110 },
      },
      notes: [
        {
          id: 'why',
          text: '**Only on Mondays**, as sales asked. See [the wiki](https://example.com/wiki).\n- Ada knows why\n- so does Bo',
          position: { x: 0, y: 120 },
          size: { width: 240, height: 130 },
          colour: 'sand',
        },
      ],
      groups: [{ id: 'rest', title: 'Those who stay away', steps: ['ask', 'line'], colour: 'sky' }],
    },
  },
);

/** Customers to the newsletter; nothing is missing but the accounts. */
export const customersToNewsletter = aFlow(
  'Customers to newsletter',
  [
    activeCustomers,
    aStep('add', 'Newsletter', 'newsletter/add-subscriber', {
      credential: 'newsletter',
      ...takes({
        email: {
          kind: 'ref',
          from: 'customers',
          path: ['emails', { first: true }, 'address'],
          ifMissing: 'stop',
        },
        firstName: customer('firstName'),
        lastName: customer('lastName'),
        tags: customer('tags'),
      }),
    }),
  ],
  { credentials: sampleAccounts },
);

const order = (name: string) => ref('order', name);

/** A booking with a field filled in each way. */
export const bookingInEveryWay = orderToBooking({
  reference: text('Order ', order('number'), ' of ', order('customer')),
  amount: { kind: 'convert', of: order('price'), with: [{ name: 'to-number', decimal: ',' }] },
  quantity: {
    kind: 'formula',
    lang: 'jsonata',
    text: '$pieces * 2',
    refs: { pieces: { kind: 'ref', from: 'order', path: ['pieces'] } },
    result: 'single',
  },
  state: {
    kind: 'table',
    on: order('status'),
    rows: [
      { equals: 'new', then: fixed('open') },
      { equals: 'paid', then: fixed('done') },
    ],
    otherwise: fixed('open'),
  },
  letter: {
    kind: 'when',
    branches: [
      {
        if: { all: [{ left: order('total'), is: 'greater-or-equal', right: fixed(100) }] },
        then: fixed('Thank you for your large order.'),
      },
    ],
    otherwise: fixed('Thank you.'),
  },
  contact: order('mail'),
  due: order('orderedAt'),
});

const entry = (list: string, name: string) => ref(`item:${list}`, name);

/** Shipments with parcels: a list made in a list. */
export const shipmentsOfOrders = ordersToShipments({
  shipments: {
    kind: 'list',
    parts: [
      {
        forEach: ref('day', 'orders'),
        name: 'orders',
        item: {
          kind: 'object',
          props: {
            number: entry('orders', 'number'),
            parcels: {
              kind: 'list',
              parts: [
                {
                  forEach: entry('orders', 'lines'),
                  name: 'lines',
                  item: {
                    kind: 'object',
                    props: { article: entry('lines', 'article'), pieces: entry('lines', 'pieces') },
                  },
                },
              ],
            },
          },
        },
      },
    ],
  },
});
