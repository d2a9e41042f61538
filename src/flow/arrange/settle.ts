interface Settled {
  readonly height: number;
  /** Its middle. */
  y: number;
}

/**
 * Moves what stands in a column apart, in its order and each as little as possible: those that touch become one block,
 * which stands where the mean of their wishes is.
 */
export function settle(column: readonly Settled[], gap: number): void {
  const blocks: { first: number; count: number; sum: number }[] = [];
  // Measured from where each would stand if all were pushed to the top, the order is all that is left to keep.
  const offsets: number[] = [];
  let down = 0;
  for (const [at, { height, y }] of column.entries()) {
    const offset = down + height / 2;
    offsets.push(offset);
    down += height + gap;
    let block = { first: at, count: 1, sum: y - offset };
    for (;;) {
      const above = blocks.at(-1);
      if (above === undefined || above.sum / above.count < block.sum / block.count) break;
      blocks.pop();
      block = {
        first: above.first,
        count: above.count + block.count,
        sum: above.sum + block.sum,
      };
    }
    blocks.push(block);
  }
  for (const { first, count, sum } of blocks)
    for (const [at, item] of column.slice(first, first + count).entries())
      item.y = sum / count + (offsets[first + at] ?? 0);
}
