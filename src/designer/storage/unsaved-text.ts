/**
 * The small store of the browser, which answers at once: what was done to a flow and is not in the big one when its page ends.
 * Each flow has a text of its own, for as long as it takes until the big store has all of it.
 */
const keptAs = (flow: string) => `footbridge.unsaved.${flow}`;

export function unsavedText(flow: string): string | undefined {
  try {
    return globalThis.localStorage.getItem(keptAs(flow)) ?? undefined;
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

export function keepUnsavedText(flow: string, text: string): void {
  try {
    globalThis.localStorage.setItem(keptAs(flow), text);
  } catch {
    // Nothing, or not as much, can be kept here: the big store may still take it.
  }
}

export function forgetUnsavedText(flow: string): void {
  try {
    globalThis.localStorage.removeItem(keptAs(flow));
  } catch {
    // Then there is none.
  }
}
