/** The shop's articles and orders: the same on every machine and after every reset. */
import { countries } from './people-by-country.ts';
import { seededChoice } from './seeded-choice.ts';

export const orderStatuses = ['open', 'paid', 'shipped', 'cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export interface Article {
  readonly sku: string;
  readonly title: string;
  /** In euros. */
  readonly price: number;
}

export interface ShopOrder {
  readonly number: string;
  readonly placedAt: string;
  readonly status: OrderStatus;
  readonly customer: ShopCustomer;
  readonly lines: readonly { readonly article: Article; readonly quantity: number }[];
  readonly note: string | null;
}

export interface ShopCustomer {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly city: string;
  readonly postalCode: string;
  readonly country: string;
}

export interface NewOrder {
  readonly customer: ShopCustomer;
  readonly lines: ShopOrder['lines'];
  readonly note: string | null;
}

export const articles: readonly Article[] = [
  { sku: 'LAMP-01', title: 'Desk lamp, brass', price: 89.9 },
  { sku: 'LAMP-02', title: 'Floor lamp, oak', price: 249 },
  { sku: 'MUG-10', title: 'Mug, glazed, 0.3 l', price: 14.5 },
  { sku: 'MUG-12', title: 'Mug set of four', price: 49.95 },
  { sku: 'NOTE-05', title: 'Notebook A5, dotted', price: 12 },
  { sku: 'NOTE-06', title: 'Notebook A4, ruled', price: 15.5 },
  { sku: 'BAG-21', title: 'Canvas bag & strap', price: 34.9 },
  { sku: 'PEN-30', title: 'Fountain pen, fine', price: 59 },
];

const orderCount = 60;
const firstNumber = 1001;
const firstDay = Date.UTC(2026, 8, 1, 7, 30);
const dayMs = 86_400_000;
const notes = [
  'Please ring twice.',
  'A gift: no invoice in the parcel.',
  'Leave it with the neighbour, "Ärztehaus" <2nd floor>.',
];

export interface OrderStore {
  /** Oldest first. */
  all(): readonly ShopOrder[];
  find(number: string): ShopOrder | undefined;
  add(order: NewOrder, placedAt: string): ShopOrder;
  change(number: string, change: Partial<ShopOrder>): ShopOrder | undefined;
  reset(): void;
}

export function createOrderStore(): OrderStore {
  let orders = new Map<string, ShopOrder>();
  const store: OrderStore = {
    all: () => [...orders.values()],
    find: (number) => orders.get(number),
    add(order, placedAt) {
      const number = `S-${String(firstNumber + orders.size)}`;
      const kept: ShopOrder = { number, placedAt, status: 'open', ...order };
      orders.set(number, kept);
      return kept;
    },
    change(number, change) {
      const before = orders.get(number);
      if (before === undefined) return undefined;
      const after = { ...before, ...change };
      orders.set(number, after);
      return after;
    },
    reset() {
      orders = new Map(firstOrders().map((order) => [order.number, order]));
    },
  };
  store.reset();
  return store;
}

function firstOrders(): ShopOrder[] {
  const choice = seededChoice(4413);
  return Array.from({ length: orderCount }, (_, at): ShopOrder => {
    const home = choice.of(countries);
    const firstName = choice.of(home.firstNames);
    const lastName = choice.of(home.lastNames);
    const [city, postalCode] = choice.of(home.places);
    return {
      number: `S-${String(firstNumber + at)}`,
      placedAt: new Date(firstDay + at * 1.4 * dayMs + choice.whole(0, 36_000) * 1000)
        .toISOString()
        .replace(/\.\d+Z/, 'Z'),
      status:
        at < 30
          ? choice.of(['shipped', 'shipped', 'cancelled'])
          : choice.of(['open', 'paid', 'shipped']),
      customer: {
        firstName,
        lastName,
        email: `${plain(firstName)}.${plain(lastName)}.${String(firstNumber + at)}@example.org`,
        city,
        postalCode,
        country: home.country,
      },
      lines: Array.from({ length: choice.whole(1, 3) }, () => ({
        article: choice.of(articles),
        quantity: choice.whole(1, 4),
      })),
      note: choice.chance(0.2) ? choice.of(notes) : null,
    };
  });
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z]/g, '');
}
