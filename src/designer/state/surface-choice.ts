/** How this person looks at flows: kept by the browser beside theme and language, read before the first view is drawn. */
export type Surface = 'canvas' | 'outline';

const keptAs = 'footbridge.surface';

/** Undefined: nothing was chosen yet. */
export function keptSurface(): Surface | undefined {
  try {
    const kept = globalThis.localStorage.getItem(keptAs);
    return kept === 'canvas' || kept === 'outline' ? kept : undefined;
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

export function keepSurface(surface: Surface): void {
  try {
    globalThis.localStorage.setItem(keptAs, surface);
  } catch {
    // It is chosen for as long as the page is open.
  }
}
