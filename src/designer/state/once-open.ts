import type { DocumentStore } from './document-store.ts';

let end = (): void => undefined;

/** Does it as soon as a flow is open, where that is the wanted one. One thing waits: another takes its place. */
export function onceOpen(
  document: DocumentStore,
  wanted: string | undefined,
  act: () => void,
): void {
  end();
  end = document.subscribe(({ flow }) => {
    if (flow === undefined) return;
    end();
    if (flow.id === wanted) act();
  });
}

/** What waits for a flow that was left before it was open is done no more. */
export function waitNoLonger(): void {
  end();
}
