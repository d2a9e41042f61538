import { useRef, type FocusEvent, type RefObject } from 'react';
import type { Region } from '../desk/desk-state.ts';
import type { DeskStore } from '../desk/desk-state.ts';

const regions = ['data', 'fields', 'result'] as const satisfies readonly Region[];

const focusable =
  'input:not([disabled]), select, textarea, button:not([disabled]):not([tabindex="-1"]), [tabindex="0"]';

export interface RegionFocus {
  /** For the element around all regions: remembers where the focus was in each. */
  readonly onFocus: (event: FocusEvent) => void;
  /** Gives the focus to a region: where it last was, else where its work begins. */
  enter(region: Region): void;
  /** To the next shown region, or the one before. */
  go(direction: 1 | -1): void;
}

/** Where the focus is among the regions. A hidden region (a tab of a narrow form) is shown when it is entered. */
export function useRegionFocus(
  frame: RefObject<HTMLElement | null>,
  desk: DeskStore,
  shown: readonly Region[],
): RegionFocus {
  const last = useRef<Partial<Record<Region, HTMLElement>>>({});
  const at = useRef<Region>('fields');

  function enter(region: Region): void {
    desk.setState({ region });
    at.current = region;
    requestAnimationFrame(() => {
      const element = frame.current?.querySelector<HTMLElement>(`[data-region="${region}"]`);
      const before = last.current[region];
      if (before?.isConnected === true && before.checkVisibility()) before.focus();
      else if (region === 'data')
        (
          element?.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]') ??
          element?.querySelector<HTMLElement>(focusable)
        )?.focus();
      else
        (
          element?.querySelector<HTMLElement>(`[data-place] :is(${focusable})`) ??
          element?.querySelector<HTMLElement>(focusable) ??
          element
        )?.focus();
    });
  }

  return {
    onFocus(event) {
      const region = event.target.closest<HTMLElement>('[data-region]')?.dataset['region'];
      if (region === undefined || !isRegion(region)) return;
      last.current[region] = event.target as HTMLElement; // what has the focus is an element of the page
      at.current = region;
    },
    enter,
    go(direction) {
      const here = shown.indexOf(at.current);
      const next = shown[(here + direction + shown.length) % shown.length];
      if (next !== undefined) enter(next);
    },
  };
}

function isRegion(name: string): name is Region {
  return regions.some((region) => region === name);
}
