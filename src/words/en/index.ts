/** All English words, an area each. An area's file is owned by the part that shows it. */
export const english = {} as const satisfies Record<string, Readonly<Record<string, string>>>;
