export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the card and what it points at; between the card and the edge of the window. */
const gap = 12;
const margin = 8;

type Corner = Pick<Box, 'left' | 'top'>;

/**
 * Where the card stands: beside the control, never over it, and over as little as can be of the parts of the page that
 * there is something to read in. Nowhere: undefined.
 */
export function placeCard(
  target: Box,
  card: Size,
  window: Size,
  parts: readonly Box[] = [],
): Corner | undefined {
  const places = [...sidesOf(target, card, window), ...freePlaces(target, card, window, parts)];
  let best: Corner | undefined;
  let least = Infinity;
  for (const place of places) {
    const box = { ...place, ...card };
    if (!isWithin(box, window) || sharedArea(box, target) > 0) continue;
    const covered = parts.reduce((sum, part) => sum + sharedArea(box, part), 0);
    if (covered < least) [best, least] = [place, covered];
  }
  return best;
}

function sidesOf(target: Box, card: Size, window: Size): readonly Corner[] {
  const right = target.left + target.width;
  const bottom = target.top + target.height;
  const alongside = alongsideOf(target, card, window);
  return [
    { left: right + gap, top: alongside.top },
    { left: target.left - gap - card.width, top: alongside.top },
    { left: alongside.left, top: bottom + gap },
    { left: alongside.left, top: target.top - gap - card.height },
  ];
}

/** Beside the parts, at the height of the control or beside another part: the nearest to the control first. */
function freePlaces(
  target: Box,
  card: Size,
  window: Size,
  parts: readonly Box[],
): readonly Corner[] {
  const boxes = [target, ...parts];
  const alongside = alongsideOf(target, card, window);
  const lefts = boxes.flatMap(({ left, width }) => [left - gap - card.width, left + width + gap]);
  const tops = boxes.flatMap(({ top, height }) => [top - gap - card.height, top + height + gap]);
  const distance = ({ left, top }: Corner) =>
    Math.hypot(left - alongside.left, top - alongside.top);
  return [alongside.left, ...lefts]
    .flatMap((left) => [alongside.top, ...tops].map((top) => ({ left, top })))
    .toSorted((one, other) => distance(one) - distance(other));
}

function isWithin({ left, top, width, height }: Box, window: Size): boolean {
  return (
    left >= margin &&
    top >= margin &&
    left + width <= window.width - margin &&
    top + height <= window.height - margin
  );
}

function sharedArea(one: Box, other: Box): number {
  const across =
    Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const down =
    Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return Math.max(0, across) * Math.max(0, down);
}

/** On a phone: at the bottom; at the top where it would lie over the control, or over the sheet that the control is in. */
export function isBarAtTop(
  target: Box | undefined,
  sheet: Box | undefined,
  bar: Size,
  window: Size,
): boolean {
  const reachesDown = (box: Box | undefined) =>
    box !== undefined && box.top + box.height > window.height - bar.height;
  const reachesUp = (box: Box | undefined) => box !== undefined && box.top < bar.height;
  if (reachesDown(sheet) && !reachesUp(sheet)) return true;
  return reachesDown(target) && !reachesUp(target);
}

/** With its middle at the middle of the control, as far as the window allows. */
function alongsideOf(target: Box, card: Size, window: Size): Corner {
  return {
    left: within(target.left + target.width / 2 - card.width / 2, card.width, window.width),
    top: within(target.top + target.height / 2 - card.height / 2, card.height, window.height),
  };
}

function within(start: number, length: number, whole: number): number {
  return Math.max(margin, Math.min(start, whole - margin - length));
}
