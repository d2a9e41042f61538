/** The step under the pointer, as far as the canvas has mounted it. */
export function stepUnder(x: number, y: number): string | undefined {
  const under = document.elementFromPoint(x, y)?.closest('.react-flow__node');
  return under?.getAttribute('data-id') ?? undefined;
}
