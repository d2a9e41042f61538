import type { Customer, CustomerChange, NewCustomer } from './customer-shapes.ts';
import { customerId, makeCustomers } from './sample-customers.ts';

/** The CRM's memory: it starts with the sample customers and forgets everything else on `reset`. */
export interface CustomerStore {
  /** In the order of their ids. */
  all(): readonly Customer[];
  withStatus(status: string): readonly Customer[];
  find(id: string): Customer | undefined;
  add(customer: NewCustomer, createdAt: string): Customer;
  /** Nothing when there is no such customer. */
  change(id: string, change: CustomerChange): Customer | undefined;
  reset(): void;
}

export function createCustomerStore(): CustomerStore {
  let customers = byId(makeCustomers());
  return {
    all: () => [...customers.values()],
    withStatus: (status) =>
      [...customers.values()].filter((customer) => customer.status === status),
    find: (id) => customers.get(id),
    add(given, createdAt) {
      const customer = toCustomer(given, customerId(customers.size + 1), createdAt);
      customers.set(customer.id, customer);
      return customer;
    },
    change(id, change) {
      const before = customers.get(id);
      if (before === undefined) return undefined;
      const after = changed(before, change);
      customers.set(id, after);
      return after;
    },
    reset() {
      customers = byId(makeCustomers());
    },
  };
}

function byId(customers: readonly Customer[]): Map<string, Customer> {
  return new Map(customers.map((customer) => [customer.id, customer]));
}

function toCustomer(given: NewCustomer, id: string, createdAt: string): Customer {
  const empty: Customer = {
    id,
    status: 'lead',
    firstName: given.firstName,
    lastName: given.lastName,
    emails: [],
    phone: '',
    birthday: null,
    createdAt,
    company: null,
    address: { street: '', city: '', postalCode: '', country: '' },
    tags: [],
    revenue: 0,
    newsletter: false,
    ordersCount: 0,
    notes: null,
  };
  return changed(empty, given);
}

/** What is sent replaces what was there; of the address, single lines can be sent. */
function changed(before: Customer, change: CustomerChange): Customer {
  const { address, company, ...rest } = change;
  return {
    ...before,
    ...withoutGaps(rest),
    ...(company === undefined
      ? {}
      : {
          company: company === null ? null : { name: company.name, vatId: company.vatId ?? null },
        }),
    address: { ...before.address, ...withoutGaps(address ?? {}) },
  };
}

type WithoutGaps<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

function withoutGaps<Fields extends object>(fields: Fields): WithoutGaps<Fields> {
  // The filter is what makes the narrower type true; `fromEntries` cannot say so.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as WithoutGaps<Fields>;
}
