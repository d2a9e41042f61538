import { makeCustomers } from './sample-customers.ts';
import type { NewSubscriber, Subscriber } from './subscriber-shapes.ts';

/** The newsletter's memory: one subscriber an address, whatever its capitals. */
export interface SubscriberStore {
  /** Oldest first. */
  all(): readonly Subscriber[];
  has(email: string): boolean;
  add(subscriber: NewSubscriber, subscribedAt: string): Subscriber;
  reset(): void;
}

export function createSubscriberStore(): SubscriberStore {
  let subscribers = new Map<string, Subscriber>();

  function add(given: NewSubscriber, subscribedAt: string): Subscriber {
    const subscriber: Subscriber = {
      id: `s-${String(subscribers.size + 1).padStart(4, '0')}`,
      email: given.email,
      firstName: given.firstName,
      lastName: given.lastName,
      language: given.language ?? 'en',
      tags: given.tags ?? [],
      birthday: given.birthday ?? null,
      source: given.source ?? '',
      subscribedAt,
    };
    subscribers.set(given.email.toLowerCase(), subscriber);
    return subscriber;
  }

  function reset(): void {
    subscribers = new Map();
    for (const { given, subscribedAt } of firstSubscribers()) add(given, subscribedAt);
  }

  reset();
  return {
    all: () => [...subscribers.values()],
    has: (email) => subscribers.has(email.toLowerCase()),
    add,
    reset,
  };
}

/** Customers who subscribed long ago: sending them again is refused as a duplicate. */
const subscribedCustomers = ['c-0003', 'c-0021', 'c-0064', 'c-0120', 'c-0233', 'c-0301', 'c-0444'];

function firstSubscribers(): { given: NewSubscriber; subscribedAt: string }[] {
  return makeCustomers()
    .filter(({ id }) => subscribedCustomers.includes(id))
    .flatMap(({ emails, firstName, lastName, birthday, createdAt }) =>
      emails.slice(0, 1).map(({ address }) => ({
        given: {
          email: address,
          firstName,
          lastName,
          birthday,
          source: 'Sign-up page',
          tags: ['news'],
        },
        subscribedAt: createdAt,
      })),
    );
}
