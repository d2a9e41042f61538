/** The first view of a flow, and what the page can do without until it stands: checks, the library of its store. */
let resolveShown: () => void;

/** Resolves once the first view is on the screen and the page has nothing else to do. What is not in it is loaded then. */
export const whenShown = new Promise<void>((resolve) => {
  resolveShown = resolve;
});

const longestWaitMs = 500;

/** Called by the canvas when it has its steps for the first time; later calls change nothing. */
export function markShown(): void {
  // Two frames: the first one draws, the second one tells that it was drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      // Not every browser tells when it is idle.
      if ('requestIdleCallback' in globalThis)
        requestIdleCallback(resolveShown, { timeout: longestWaitMs });
      else setTimeout(resolveShown, longestWaitMs / 2);
    }),
  );
}
