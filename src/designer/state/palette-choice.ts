/**
 * Components that this person keeps at hand, and those that were used last. It is how one browser is set up, no part of a
 * flow; read before the palette is drawn first, so it lies beside theme and language and not in the database.
 */
export interface PaletteChoice {
  readonly favourites: readonly string[];
  /** The newest first. */
  readonly recent: readonly string[];
}

export const paletteChoiceKey = 'footbridge.palette';
const recentKept = 4;

export function withFavourite(
  choice: PaletteChoice,
  component: string,
  wanted: boolean,
): PaletteChoice {
  const others = choice.favourites.filter((id) => id !== component);
  return { ...choice, favourites: wanted ? [...others, component] : others };
}

export function withRecent(choice: PaletteChoice, component: string): PaletteChoice {
  const others = choice.recent.filter((id) => id !== component);
  return { ...choice, recent: [component, ...others].slice(0, recentKept) };
}

/** What other pages wrote, or a person by hand, is looked at before it is believed. */
export function parsePaletteChoice(text: string | null | undefined): PaletteChoice {
  try {
    const { favourites, recent } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return { favourites: textsOf(favourites), recent: textsOf(recent).slice(0, recentKept) };
  } catch {
    return { favourites: [], recent: [] };
  }
}

/** Where the browser keeps nothing for this page, nothing is at hand. */
export function readPaletteChoice(): PaletteChoice {
  try {
    return parsePaletteChoice(globalThis.localStorage.getItem(paletteChoiceKey));
  } catch {
    return parsePaletteChoice(undefined);
  }
}

/** A component was used: it stands among the last ones when the page is opened next. */
export function rememberUse(component: string): void {
  try {
    const kept = JSON.stringify(withRecent(readPaletteChoice(), component));
    globalThis.localStorage.setItem(paletteChoiceKey, kept);
  } catch {
    // The browser keeps nothing for this page.
  }
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
