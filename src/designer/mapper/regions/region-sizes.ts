import { createStore } from 'zustand/vanilla';

/** How wide the person made the regions of the mapping, in pixels, and whether the result is shown. The fields take the rest. */
export interface RegionSizes {
  readonly data?: number;
  readonly result?: number;
  readonly resultOpen: boolean;
}

const storedAs = 'footbridge.mapping-regions';
const start: RegionSizes = { resultOpen: false };

/** Kept by this browser for the next mapping. */
export const regionSizes = createStore<RegionSizes>(() => ({ ...start, ...read() }));

regionSizes.subscribe((sizes) => {
  try {
    localStorage.setItem(storedAs, JSON.stringify(sizes));
  } catch {
    // A browser without room for it forgets the sizes: nothing is lost.
  }
});

function read(): Partial<RegionSizes> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storedAs) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const { data, result, resultOpen } = stored as Record<keyof RegionSizes, unknown>;
    return {
      ...(isWidth(data) && { data }),
      ...(isWidth(result) && { result }),
      ...(typeof resultOpen === 'boolean' && { resultOpen }),
    };
  } catch {
    return {};
  }
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && value >= smallest && value <= largest;
}

export const smallest = 180;
export const largest = 900;
/** What is always left for the fields. */
const smallestFields = 260;

/** Until the person says otherwise: more on a wide screen, so that fields do not become lines across all of it. */
export function natural(one: 'data' | 'result', room: number): number {
  const [share, most] = one === 'data' ? [0.2, 720] : [0.24, 960];
  return Math.round(Math.max(260, Math.min(share * room, most)));
}

/** A width as far as there is room for it beside the fields and the other region. */
export function fitted(width: number, room: number, other: number): number {
  return Math.round(Math.max(smallest, Math.min(width, largest, room - other - smallestFields)));
}
