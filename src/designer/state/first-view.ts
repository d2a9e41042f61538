/**
 * The first view of a flow, and what the page can do without until it stands: checks, the library of its store. Each of those
 * gets an idle turn of its own: together they would hold up the first thing that a person does.
 */
const waiting: (() => void)[] = [];
let stands = false;
let isPlanned = false;

const longestWaitMs = 500;

/** Resolves once the first view is on the screen and the page has nothing else to do. What is not in it is loaded then. */
export function firstViewStands(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    planTurn();
  });
}

/** Called by the canvas when it has its steps for the first time; later calls change nothing. */
export function markShown(): void {
  // Two frames: the first one draws, the second one tells that it was drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      stands = true;
      planTurn();
    }),
  );
}

function planTurn(): void {
  if (!stands || isPlanned || waiting.length === 0) return;
  isPlanned = true;
  // Not every browser tells when it is idle.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(turn, { timeout: longestWaitMs });
  else setTimeout(turn, longestWaitMs / 10);
}

function turn(): void {
  isPlanned = false;
  waiting.shift()?.();
  planTurn();
}
