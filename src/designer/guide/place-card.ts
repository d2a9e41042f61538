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

/** Where the card stands beside the control: on the first side with room for it, never over it. Nowhere: undefined. */
export function placeCard(
  target: Box,
  card: Size,
  window: Size,
): Pick<Box, 'left' | 'top'> | undefined {
  const right = target.left + target.width;
  const bottom = target.top + target.height;
  const alongside = {
    left: within(target.left + target.width / 2 - card.width / 2, card.width, window.width),
    top: within(target.top + target.height / 2 - card.height / 2, card.height, window.height),
  };
  const sides = [
    { left: right + gap, top: alongside.top },
    { left: target.left - gap - card.width, top: alongside.top },
    { left: alongside.left, top: bottom + gap },
    { left: alongside.left, top: target.top - gap - card.height },
  ];
  return sides.find(
    ({ left, top }) =>
      left >= margin &&
      top >= margin &&
      left + card.width <= window.width - margin &&
      top + card.height <= window.height - margin,
  );
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

function within(start: number, length: number, whole: number): number {
  return Math.max(margin, Math.min(start, whole - margin - length));
}
