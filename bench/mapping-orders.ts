/**
 * The orders mapping: one order in; 10 fields mapped, one text concatenation, one conditional, one number formatted
 * to 2 digits, one list of 5 lines mapped to other names. The binding, the orders, and the same written by hand.
 */
import type { Binding } from '../src/mapping/index.ts';

export interface Order {
  readonly id: string;
  readonly number: string;
  readonly createdAt: string;
  readonly currency: string;
  readonly total: number;
  readonly paid: boolean;
  readonly customer: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly address: {
      readonly street: string;
      readonly zip: string;
      readonly city: string;
      readonly country: string;
    };
  };
  readonly lines: readonly {
    readonly sku: string;
    readonly name: string;
    readonly qty: number;
    readonly price: number;
  }[];
}

const order = (...path: string[]): Binding => ({ kind: 'ref', from: 'order', path });
const line = (...path: string[]): Binding => ({ kind: 'ref', from: 'item:line', path });

/** `order` is the source. */
export const ordersBinding: Binding = {
  kind: 'object',
  props: {
    orderId: order('id'),
    reference: order('number'),
    date: order('createdAt'),
    currency: order('currency'),
    email: order('customer', 'email'),
    street: order('customer', 'address', 'street'),
    postalCode: order('customer', 'address', 'zip'),
    city: order('customer', 'address', 'city'),
    country: order('customer', 'address', 'country'),
    buyer: {
      kind: 'text',
      parts: [order('customer', 'firstName'), ' ', order('customer', 'lastName')],
    },
    state: {
      kind: 'when',
      branches: [
        {
          if: { left: order('paid'), is: 'equals', right: { kind: 'literal', value: true } },
          then: { kind: 'literal', value: 'paid' },
        },
      ],
      otherwise: { kind: 'literal', value: 'open' },
    },
    amount: { kind: 'convert', of: order('total'), with: [{ name: 'format-number', digits: 2 }] },
    items: {
      kind: 'list',
      parts: [
        {
          forEach: order('lines'),
          name: 'line',
          item: {
            kind: 'object',
            props: {
              articleNumber: line('sku'),
              description: line('name'),
              quantity: line('qty'),
              unitPrice: line('price'),
            },
          },
        },
      ],
    },
  },
};

/** What a careful programmer writes for the same: one literal, one pass over the lines, no helper in between. */
export function mapOrderByHand(source: Order): Record<string, unknown> {
  const { customer, lines } = source;
  const { address } = customer;
  const items = new Array<unknown>(lines.length);
  for (let at = 0; at < lines.length; at++) {
    const { sku, name, qty, price } = lines[at] as Order['lines'][number]; // `at` is below the length
    items[at] = { articleNumber: sku, description: name, quantity: qty, unitPrice: price };
  }
  return {
    orderId: source.id,
    reference: source.number,
    date: source.createdAt,
    currency: source.currency,
    email: customer.email,
    street: address.street,
    postalCode: address.zip,
    city: address.city,
    country: address.country,
    buyer: `${customer.firstName} ${customer.lastName}`,
    state: source.paid ? 'paid' : 'open',
    amount: source.total.toFixed(2),
    items,
  };
}

/** The same in JSONata. */
export const ordersJsonata = `{
  "orderId": id, "reference": number, "date": createdAt, "currency": currency, "email": customer.email,
  "street": customer.address.street, "postalCode": customer.address.zip, "city": customer.address.city,
  "country": customer.address.country, "buyer": customer.firstName & " " & customer.lastName,
  "state": paid ? "paid" : "open", "amount": $formatNumber(total, "0.00"),
  "items": [lines.{ "articleNumber": sku, "description": name, "quantity": qty, "unitPrice": price }]
}`;

const firstNames = ['Ada', 'Björn', 'Chloé', 'Dmitri', 'Élodie', 'Farid', 'Grete', 'Hana'];
const lastNames = [
  'Lovelace',
  'Åkesson',
  'Dubois',
  'Ivanov',
  'Müller',
  'Haddad',
  'Schröder',
  'Sato',
];
const cities = ['Berlin', 'Göteborg', 'Lyon', 'Wien', 'Zürich', 'Porto', 'Brno', 'Gent'];
const articles = [
  'Desk lamp',
  'Chair',
  'Notebook A5',
  'Cable 2 m',
  'Mug',
  'Monitor arm',
  'Pen set',
  'Shelf',
];

/** Orders that differ, the same ones for the same seed. As they come from a service: parsed from JSON text. */
export function makeOrders(count: number, seed = 1): readonly Order[] {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (words: readonly string[]): string => words[next(words.length)] ?? '';
  return Array.from({ length: count }, (_, at) => {
    const lines = Array.from({ length: 5 }, () => ({
      sku: `SKU-${String(1000 + next(9000))}`,
      name: pick(articles),
      qty: 1 + next(9),
      price: (100 + next(20_000)) / 100,
    }));
    const first = pick(firstNames);
    const last = pick(lastNames);
    const made: Order = {
      id: `o-${String(at + 1)}`,
      number: `2024-${String(10_000 + at)}`,
      createdAt: `2024-0${String(1 + next(9))}-1${String(next(10))}T0${String(next(10))}:30:00Z`,
      currency: pick(['EUR', 'SEK', 'CHF']),
      total: Math.round(lines.reduce((sum, { qty, price }) => sum + qty * price, 0) * 100) / 100,
      paid: next(3) > 0,
      customer: {
        firstName: first,
        lastName: last,
        email: `${first}.${last}@example.com`.toLowerCase(),
        address: {
          street: `Main street ${String(1 + next(200))}`,
          zip: String(10_000 + next(89_999)),
          city: pick(cities),
          country: pick(['DE', 'SE', 'FR', 'AT']),
        },
      },
      lines,
    };
    return JSON.parse(JSON.stringify(made)) as Order;
  });
}
