import { describe, expect, it } from 'vitest';
import { newSubscriberSchema } from './subscriber-shapes.ts';
import { makeCustomers } from './sample-customers.ts';

const customers = makeCustomers();
const firstAddress = (index: number) => customers[index]?.emails[0]?.address;
const isAccepted = (address: string) => newSubscriberSchema.shape.email.safeParse(address).success;

describe('the sample customers', () => {
  it('are the same 500 every time', () => {
    expect(makeCustomers()).toEqual(customers);
    expect(customers.map(({ id }) => id).slice(0, 2)).toEqual(['c-0001', 'c-0002']);
    expect(customers.at(-1)?.id).toBe('c-0500');
  });

  it('have every status', () => {
    const count = (status: string) =>
      customers.filter((customer) => customer.status === status).length;
    expect(['active', 'lead', 'paused', 'closed'].map(count)).toEqual([289, 118, 60, 33]);
  });

  it('have none, one, two or three e-mails', () => {
    expect([...new Set(customers.map(({ emails }) => emails.length))].sort()).toEqual([0, 1, 2, 3]);
  });

  it('start with a flawless active customer', () => {
    expect(customers[0]).toMatchObject({ status: 'active', firstName: 'Jörg', lastName: 'Weiß' });
    expect(firstAddress(0)).toBe('joerg.weiss@example.com');
    expect(customers[0]?.address.postalCode).toBe('01067');
  });

  it('have exactly five addresses that nobody can write to, the first one at the fourth customer', () => {
    const broken = customers.filter(({ emails }) =>
      emails.some(({ address }) => !isAccepted(address)),
    );
    expect(broken.map(({ id }) => id)).toEqual(['c-0004', 'c-0057', 'c-0133', 'c-0260', 'c-0388']);
    expect(firstAddress(3)).toContain('(at)');
  });

  it('never share an address', () => {
    const addresses = customers.flatMap(({ emails }) => emails.map(({ address }) => address));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('use only domains that belong to nobody', () => {
    const domains = new Set(
      customers.flatMap(({ emails }) =>
        emails.map(({ address }) => /example\.(com|org)/.exec(address)?.[0]),
      ),
    );
    expect(
      [...domains].filter((domain) => domain !== 'example.com' && domain !== 'example.org'),
    ).toEqual([undefined]);
  });

  it('keep leading zeros, umlauts and sharp s', () => {
    expect(customers.some(({ address }) => address.postalCode === '01067')).toBe(true);
    expect(customers.some(({ address }) => address.postalCode === '02139')).toBe(true);
    expect(customers.some(({ lastName }) => lastName === 'Weiß')).toBe(true);
    expect(customers.some(({ phone }) => phone.startsWith('0'))).toBe(true);
    expect(customers.some(({ phone }) => phone.startsWith('+49'))).toBe(true);
  });

  it('have empty and filled companies, VAT IDs, birthdays and notes', () => {
    expect(customers.some(({ company }) => company === null)).toBe(true);
    expect(customers.some(({ company }) => company !== null && company.vatId === null)).toBe(true);
    expect(customers.some(({ company }) => company !== null && company.vatId !== null)).toBe(true);
    expect(customers.some(({ birthday }) => birthday === null)).toBe(true);
    expect(customers.some(({ notes }) => notes === null)).toBe(true);
    expect(customers.some(({ notes }) => notes?.includes('"') === true)).toBe(true);
  });

  it('get their ids in the order in which they were created', () => {
    const moments = customers.map(({ createdAt }) => createdAt);
    expect(moments).toEqual([...moments].sort());
  });
});
