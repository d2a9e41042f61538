/** So many characters of a sample travel to the page by themselves; a larger one is fetched when somebody looks. */
export const sampleTravels = 200_000;

/** Of a step's messages so many are a sample, and of big ones as many as this many characters hold. */
export const sampleLimits = { messages: 500, characters: 10_000_000 } as const;
