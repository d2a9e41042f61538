import type { Translation } from '../language.ts';

/** German, an area a line as in `en/index.ts`. What is missing here is said in English. */
export const german = {} as const satisfies Translation;
