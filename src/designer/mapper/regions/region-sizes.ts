import { createStore } from 'zustand/vanilla';

/** How wide the regions of the mapping are in pixels, and whether the result is shown. The fields take the rest. */
export interface RegionSizes {
  readonly data: number;
  readonly result: number;
  readonly resultOpen: boolean;
}

const storedAs = 'footbridge.mapping-regions';
const start: RegionSizes = { data: 260, result: 260, resultOpen: false };

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

/** A width as far as there is room for it beside the fields and the other region. */
export function fitted(width: number, room: number, other: number): number {
  return Math.round(Math.max(smallest, Math.min(width, largest, room - other - smallestFields)));
}
