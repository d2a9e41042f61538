import type { LayoutColour } from '../../../flow/index.ts';

export type Scheme = 'light' | 'dark';

export interface PictureColours {
  readonly page: string;
  readonly surface: string;
  readonly border: string;
  readonly text: string;
  readonly muted: string;
  tile(hue: number): string;
  ink(hue: number): string;
  note(colour: LayoutColour): string;
}

const noteHues: Readonly<Record<Exclude<LayoutColour, 'plain'>, number>> = {
  sand: 42,
  sky: 205,
  mint: 165,
  rose: 345,
  violet: 265,
};

/** The page's tokens in a theme, whichever is on screen, written as every program reads them. */
export function readColours(scheme: Scheme): PictureColours {
  const probe = document.createElement('span');
  probe.dataset['scheme'] = scheme;
  probe.hidden = true;
  document.body.append(probe);
  const styles = getComputedStyle(probe);
  const of = (name: string) => styles.getPropertyValue(`--fb-${name}`).trim();
  const plain = plainColours();
  const tile = `${of('tile-saturation')} ${of('tile-lightness')}`;
  const ink = `${of('ink-saturation')} ${of('ink-lightness')}`;
  const colours = {
    page: plain(of('page')),
    surface: plain(of('surface')),
    border: plain(of('border-strong')),
    text: plain(of('text')),
    muted: plain(of('muted')),
  };
  probe.remove();
  return {
    ...colours,
    tile: (hue) => plain(`hsl(${String(hue)} ${tile})`),
    ink: (hue) => plain(`hsl(${String(hue)} ${ink})`),
    note: (colour) =>
      colour === 'plain' ? colours.surface : plain(`hsl(${String(noteHues[colour])} ${tile})`),
  };
}

/** Any colour of the page as `#rrggbb`. */
function plainColours(): (colour: string) => string {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, string>();
  return (colour) => {
    let plain = known.get(colour);
    if (plain === undefined) {
      if (context !== null) context.fillStyle = colour;
      plain = typeof context?.fillStyle === 'string' ? context.fillStyle : colour;
      known.set(colour, plain);
    }
    return plain;
  };
}
