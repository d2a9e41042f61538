import { useEffect, type RefObject } from 'react';
import { bringIntoSight, findControl } from './find-control.ts';
import { isBarAtTop, placeCard, type Box } from './place-card.ts';

const room = '--fb-guide-room';
/** The parts of the page with something to read. */
const partsOfPage = 'header, nav, aside, [data-run-drawer], [role="dialog"]';

/**
 * Keeps the card beside the control it speaks of, and a ring around the control, wherever it goes: written straight into
 * the style, since a canvas that is moved takes its steps along in every frame.
 */
export function usePointing(
  card: RefObject<HTMLElement | null>,
  ring: RefObject<HTMLElement | null>,
  selectors: readonly string[],
  narrow: boolean,
): void {
  const wanted = selectors.join(' , ');
  useEffect(() => {
    const at = wanted === '' ? [] : wanted.split(' , ');
    let written = '';
    let frame = requestAnimationFrame(() => {
      bringIntoSight(at);
      follow();
    });
    function follow(): void {
      frame = requestAnimationFrame(follow);
      if (card.current === null || ring.current === null) return;
      const control = findControl(at);
      const look = lookOf(card.current, control, narrow);
      const key = JSON.stringify(look);
      if (key === written) return;
      written = key;
      write(card.current, ring.current, look);
    }
    return () => cancelAnimationFrame(frame);
  }, [wanted, narrow, card, ring]);

  // On a phone the page leaves room for the bar.
  useEffect(() => {
    const { style } = document.documentElement;
    if (!narrow || card.current === null) return undefined;
    const bar = card.current;
    const measure = new ResizeObserver(() => style.setProperty(room, `${bar.offsetHeight}px`));
    measure.observe(bar);
    return () => {
      measure.disconnect();
      style.removeProperty(room);
    };
  }, [narrow, card]);
}

interface Look {
  readonly target: Box | undefined;
  /** Undefined: the card lies at the edge of the window. */
  readonly at: Pick<Box, 'left' | 'top'> | undefined;
  readonly top: boolean;
}

function lookOf(card: HTMLElement, control: Element | undefined, narrow: boolean): Look {
  const target = control && boxOf(control);
  const { innerWidth: width, innerHeight: height } = window;
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  if (!narrow)
    return {
      target,
      at: target && placeCard(target, size, { width, height }, partsIn(control, card)),
      top: false,
    };
  const sheet = control?.closest('[role="dialog"]') ?? undefined;
  const top = isBarAtTop(target, sheet && boxOf(sheet), size, { width, height });
  return { target, at: undefined, top };
}

function write(card: HTMLElement, ring: HTMLElement, { target, at, top }: Look): void {
  card.style.left = at === undefined ? '' : `${at.left}px`;
  card.style.top = at === undefined ? '' : `${at.top}px`;
  card.toggleAttribute('data-docked', at === undefined);
  card.toggleAttribute('data-top', top);
  ring.hidden = target === undefined;
  if (target === undefined) return;
  ring.style.left = `${target.left}px`;
  ring.style.top = `${target.top}px`;
  ring.style.width = `${target.width}px`;
  ring.style.height = `${target.height}px`;
}

/** A dialog lies over all others: it alone is read. The card itself is no part: it would flee from itself. */
function partsIn(control: Element | undefined, card: HTMLElement): readonly Box[] {
  const dialog = control?.closest('[role="dialog"]');
  const parts = dialog == null ? [...document.querySelectorAll(partsOfPage)] : [dialog];
  return parts.filter((part) => !card.contains(part) && part.checkVisibility()).map(boxOf);
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}
