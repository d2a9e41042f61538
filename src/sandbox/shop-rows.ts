/** The customers and orders of the sample shop: the same on every machine and at every start. */
import { countries } from './people-by-country.ts';
import { seededChoice } from './seeded-choice.ts';

export interface ShopCustomer {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly since: string;
}

export interface ShopOrder {
  readonly id: number;
  readonly customerId: number;
  readonly article: string;
  readonly quantity: number;
  readonly total: number;
  readonly orderedOn: string;
  readonly status: 'open' | 'sent' | 'paid' | 'cancelled';
}

const seed = 20_260_511;
const customerCount = 120;
const orderCount = 400;
const firstOrder = 1001;
const day = 86_400_000;
const lastDay = Date.UTC(2026, 9, 30);
const spanOfDays = 540;

const articles: readonly (readonly [name: string, cents: number])[] = [
  ['Notebook, A5, dotted', 490],
  ['Fountain pen, blue', 2850],
  ['Ink, 50 ml, midnight', 890],
  ['Desk lamp, brass', 7900],
  ['Paper, 500 sheets', 650],
  ['Letter opener', 1290],
  ['Calendar 2027', 1450],
  ['Pencils, box of 12', 720],
  ['Envelopes, 100', 980],
  ['Leather folder, A4', 4590],
];

// 20 % open, 30 % sent, 45 % paid, 5 % cancelled.
const statuses = [
  ...Array.from({ length: 4 }, () => 'open' as const),
  ...Array.from({ length: 6 }, () => 'sent' as const),
  ...Array.from({ length: 9 }, () => 'paid' as const),
  'cancelled' as const,
];

export function makeShop(): {
  readonly customers: readonly ShopCustomer[];
  readonly orders: readonly ShopOrder[];
} {
  const choice = seededChoice(seed);
  const customers = Array.from({ length: customerCount }, (_, index): ShopCustomer => {
    const home = choice.of(countries);
    const name = `${choice.of(home.firstNames)} ${choice.of(home.lastNames)}`;
    const [city] = choice.of(home.places);
    return {
      id: index + 1,
      email: `customer${String(index + 1)}@example.com`,
      name,
      city,
      country: home.country,
      since: isoDay(lastDay - choice.whole(spanOfDays, 4 * spanOfDays) * day),
    };
  });
  const orders = Array.from({ length: orderCount }, (_, index): ShopOrder => {
    const [article, cents] = choice.of(articles);
    const quantity = choice.whole(1, 6);
    return {
      id: firstOrder + index,
      customerId: choice.whole(1, customerCount),
      article,
      quantity,
      total: (cents * quantity) / 100,
      // Ids grow with the day.
      orderedOn: isoDay(
        lastDay - Math.floor(((orderCount - index) * spanOfDays) / orderCount) * day,
      ),
      status: choice.of(statuses),
    };
  });
  return { customers, orders };
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
