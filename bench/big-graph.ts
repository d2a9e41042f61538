/** Where things stand in a big flow: 40 columns, rows that are chains, some connections across. The product and the plain page draw the same one. */

export interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
export interface Way {
  readonly from: number;
  readonly to: number;
}

const columns = 40;

export function placesOf(count: number): readonly Place[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `step-${String(at)}`,
    x: (at % columns) * 320,
    y: Math.floor(at / columns) * 160,
  }));
}

/** Connections lead to later places only: 1,200 for 1,000 places. */
export function waysOf(count: number): readonly Way[] {
  const ways: Way[] = [];
  for (let at = 1; at < count; at++) {
    const isFirstOfRow = at % columns === 0;
    ways.push({ from: isFirstOfRow ? at - columns : at - 1, to: at });
  }
  // One in five also leads to the place below its neighbour on the right.
  const wanted = Math.round(count * 1.2);
  for (let at = 0; ways.length < wanted && at < count; at++) {
    const to = at + columns + 1;
    if (at % 4 === 1 && at % columns !== columns - 1 && to < count) ways.push({ from: at, to });
  }
  return ways;
}
