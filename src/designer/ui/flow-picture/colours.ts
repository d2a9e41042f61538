import { layoutColours, type LayoutColour } from '../../../flow/index.ts';
import '../notes/layout-colours.css';

export type Scheme = 'light' | 'dark';

export interface PictureColours {
  readonly page: string;
  readonly surface: string;
  readonly border: string;
  readonly text: string;
  readonly muted: string;
  tile(hue: number): string;
  ink(hue: number): string;
  /** The ground of notes and groups, and their line. */
  note(colour: LayoutColour): string;
  noteLine(colour: LayoutColour): string;
}

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
  const notes = new Map(
    layoutColours.map((colour) => [
      colour,
      { ground: plain(of(`note-${colour}`)), line: plain(of(`note-${colour}-line`)) },
    ]),
  );
  probe.remove();
  return {
    ...colours,
    tile: (hue) => plain(`hsl(${String(hue)} ${tile})`),
    ink: (hue) => plain(`hsl(${String(hue)} ${ink})`),
    note: (colour) => notes.get(colour)?.ground ?? colours.surface,
    noteLine: (colour) => notes.get(colour)?.line ?? colours.border,
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
