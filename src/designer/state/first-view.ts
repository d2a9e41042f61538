/** The first view of a flow, and what the page can do without until it stands: checks, the store for saving, the panels. */
let resolveShown: () => void;

/** Resolves once the first view is on the screen. What is not in it is loaded then. */
export const whenShown = new Promise<void>((resolve) => {
  resolveShown = resolve;
});

/** Called by the canvas when it has drawn its steps for the first time; later calls change nothing. */
export function markShown(): void {
  // Two frames: the first one draws, the second one tells that it was drawn.
  requestAnimationFrame(() => requestAnimationFrame(resolveShown));
}
