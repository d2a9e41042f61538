/**
 * Makes the CRM's 500 customers: the same on every machine and every start.
 *
 * 1. Ids grow with the day of creation (`c-0001` is the oldest).
 * 2. The very first customer is written by hand and flawless, so that a test with one customer succeeds.
 * 3. A few addresses are broken on purpose (`brokenAt`): a service that looks at them refuses these rows.
 */
import type { Customer } from './customer-shapes.ts';
import { noteTexts, tagWords } from './free-texts.ts';
import { countries, type CountryIngredients } from './people-by-country.ts';
import { plainLetters } from './plain-letters.ts';
import { seededChoice, type SeededChoice } from './seeded-choice.ts';

const customerCount = 500;
const seed = 20_240_229;
const firstDay = Date.UTC(2015, 0, 5, 8, 30);
const spanOfDays = 4000;

/** Positions (from 1) of customers whose first address cannot be written to, and what is wrong with it. */
const brokenAt: ReadonlyMap<number, (address: string) => string> = new Map([
  [4, (address: string) => address.replace('@', '(at)')],
  [57, (address: string) => address.replace('@', ' @ ')],
  [133, (address: string) => address.replace('@', '')],
  [260, (address: string) => `${address},`],
  [388, (address: string) => address.slice(0, address.indexOf('@') + 1)],
]);

export function makeCustomers(): Customer[] {
  const choice = seededChoice(seed);
  const taken = new Set(firstCustomer.emails.map(({ address }) => address));
  const others = Array.from({ length: customerCount - 1 }, (_, index) =>
    makeCustomer(index + 2, choice, taken),
  );
  return [firstCustomer, ...others];
}

const firstCustomer: Customer = {
  id: customerId(1),
  status: 'active',
  firstName: 'Jörg',
  lastName: 'Weiß',
  emails: [
    { address: 'joerg.weiss@example.com', kind: 'work' },
    { address: 'joerg@example.org', kind: 'private' },
  ],
  phone: '+49 351 0471100',
  birthday: '1974-06-12',
  createdAt: '2015-01-05T09:12:47Z',
  company: { name: 'Weiß & Söhne GmbH', vatId: 'DE097441033' },
  address: { street: 'Königstraße 7', city: 'Dresden', postalCode: '01067', country: 'DE' },
  tags: ['vip', 'Großkunde'],
  revenue: 5168.12,
  newsletter: true,
  ordersCount: 16,
  notes: 'Prefers e-mail. Calls only after 16:00.',
};

function makeCustomer(position: number, choice: SeededChoice, taken: Set<string>): Customer {
  const home = homeOf(choice);
  const firstName = choice.of(home.firstNames);
  const lastName = choice.of(home.lastNames);
  const status = position <= 5 ? 'active' : choice.of(statusShares);
  const emails = makeEmails(position, firstName, lastName, choice, taken);
  const [city, postalCode] = choice.of(home.places);
  const ordersCount = status === 'lead' ? 0 : choice.whole(status === 'active' ? 1 : 0, 40);
  const tags = tagWords.filter(() => choice.chance(0.15));
  return {
    id: customerId(position),
    status,
    firstName,
    lastName,
    emails,
    phone: digitsInto(choice.of(home.phones), choice),
    birthday: position > 3 && choice.chance(0.3) ? null : dayBetween(1941, 2006, choice),
    createdAt: momentOf(position, choice),
    company: choice.chance(0.4) ? makeCompany(home, choice) : null,
    address: { street: streetOf(home, choice), city, postalCode, country: home.country },
    tags,
    revenue:
      ordersCount === 0 ? 0 : Math.round(ordersCount * (20 + choice.fraction() * 480) * 100) / 100,
    newsletter: position <= 5 || choice.chance(0.6),
    ordersCount,
    notes: choice.chance(0.25) ? choice.of(noteTexts) : null,
  };
}

export function customerId(position: number): string {
  return `c-${String(position).padStart(4, '0')}`;
}

// 60 % active, 20 % lead, 12 % paused, 8 % closed.
const statusShares = [
  ...Array.from({ length: 15 }, () => 'active' as const),
  ...Array.from({ length: 5 }, () => 'lead' as const),
  ...Array.from({ length: 3 }, () => 'paused' as const),
  ...Array.from({ length: 2 }, () => 'closed' as const),
];

const homes = countries.flatMap((country) => Array.from({ length: country.share }, () => country));

function homeOf(choice: SeededChoice): CountryIngredients {
  return choice.of(homes);
}

function makeEmails(
  position: number,
  firstName: string,
  lastName: string,
  choice: SeededChoice,
  taken: Set<string>,
) {
  const drawn = choice.fraction();
  const wanted =
    position <= 5 || brokenAt.has(position)
      ? 1
      : drawn < 0.03
        ? 0
        : drawn < 0.7
          ? 1
          : drawn < 0.94
            ? 2
            : 3;
  const breakIt = brokenAt.get(position);
  return Array.from({ length: wanted }, (_, index) => {
    const kind =
      index === 0 ? choice.of(['work', 'private'] as const) : index === 1 ? 'private' : 'work';
    const domain = kind === 'work' ? 'example.com' : 'example.org';
    const address = unusedAddress(
      `${plainLetters(firstName)}.${plainLetters(lastName)}`,
      domain,
      taken,
    );
    return { address: index === 0 && breakIt !== undefined ? breakIt(address) : address, kind };
  });
}

function unusedAddress(name: string, domain: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const address = `${name}${number === 1 ? '' : String(number)}@${domain}`;
    if (taken.has(address)) continue;
    taken.add(address);
    return address;
  }
}

function makeCompany(home: CountryIngredients, choice: SeededChoice) {
  const hasVatId = home.vatId !== null && choice.chance(0.8);
  return {
    name: choice.of(home.companies),
    vatId: hasVatId ? digitsInto(home.vatId, choice) : null,
  };
}

function streetOf(home: CountryIngredients, choice: SeededChoice): string {
  const street = choice.of(home.streets);
  const number = choice.whole(1, 180);
  return home.numberFirst
    ? `${String(number)} ${street}`
    : `${street} ${String(number)}${choice.chance(0.1) ? ' b' : ''}`;
}

function digitsInto(pattern: string, choice: SeededChoice): string {
  return pattern.replaceAll('#', () => String(choice.whole(0, 9)));
}

function dayBetween(firstYear: number, lastYear: number, choice: SeededChoice): string {
  const day = new Date(
    Date.UTC(choice.whole(firstYear, lastYear), choice.whole(0, 11), choice.whole(1, 28)),
  );
  return day.toISOString().slice(0, 10);
}

function momentOf(position: number, choice: SeededChoice): string {
  const days = Math.floor(((position - 1) / customerCount) * spanOfDays);
  const moment = new Date(firstDay + days * 86_400_000 + choice.whole(0, 9 * 3600) * 1000);
  return moment.toISOString().replace('.000Z', 'Z');
}
