import { createStore, type StoreApi } from 'zustand/vanilla';

/** What a screen reader says next; `count` tells the same words said again from words said once. */
interface Announcement {
  readonly words: string;
  readonly count: number;
}

export interface Announcer extends StoreApi<Announcement> {
  /** Says what happened where the eye would see it; what is shown in a toast is said by that. */
  announce(words: string): void;
}

export function createAnnouncer(): Announcer {
  const store = createStore<Announcement>(() => ({ words: '', count: 0 }));
  return {
    ...store,
    announce: (words) => store.setState(({ count }) => ({ words, count: count + 1 })),
  };
}
