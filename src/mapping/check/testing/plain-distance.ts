/** The same in the plainest way: every letter with every other. */
export function plainDistance(left: string, right: string): number {
  const rows: number[][] = [];
  for (let row = 0; row <= left.length; row++) {
    const current: number[] = [];
    for (let column = 0; column <= right.length; column++) {
      const at = (up: number, back: number): number => rows[row - up]?.[column - back] ?? Infinity;
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const ways = [at(1, 0) + 1, (current[column - 1] ?? Infinity) + 1];
      if (row > 0 && column > 0) ways.push(at(1, 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && swapped) ways.push(at(2, 2) + 1);
      current.push(row + column === 0 ? 0 : Math.min(...ways));
    }
    rows.push(current);
  }
  return rows[left.length]?.[right.length] ?? 0;
}
