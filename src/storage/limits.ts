/** What the browser keeps of earlier runs, in characters of JSON, where the person says nothing else (`history-room.ts`). */
export const historyLimits = {
  /** Over all flows; the oldest runs go first. */
  total: 200_000_000,
  /** Of one run; a larger one keeps the first and the last messages of each step. */
  run: 40_000_000,
} as const;

export const recordsInPage = 50;

/** So many characters of a sample travel to the page by themselves; a larger one is fetched when somebody looks. */
export const sampleTravels = 200_000;

/** Of a step's messages so many are a sample, and of big ones as many as this many characters hold. */
export const sampleLimits = { messages: 500, characters: 10_000_000 } as const;
