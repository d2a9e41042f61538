/** About how many characters a value takes as JSON. A look, not a text: megabytes are judged without being written. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 5;
  let size = 2;
  if (Array.isArray(value)) {
    for (const entry of value) size += sizeOf(entry) + 1;
    return size;
  }
  for (const [key, part] of Object.entries(value)) size += key.length + 4 + sizeOf(part);
  return size;
}
