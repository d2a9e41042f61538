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

/**
 * What is left of so many characters after a value; no more of it is looked at than they hold. A text in a group counts
 * with what `weigh` gives for it, or else with its length.
 */
export function roomAfter(
  value: unknown,
  room: number,
  weigh?: (name: string, text: string) => number,
): number {
  if (room <= 0) return room;
  if (typeof value === 'string') return room - value.length;
  if (typeof value !== 'object' || value === null) return room - 5;
  let left = room;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length && left > 0; at++)
      left = roomAfter(value[at], left - 4, weigh);
    return left;
  }
  const parts = value as Readonly<Record<string, unknown>>;
  // Every message is weighed at every step: a list of its parts would be thrown away each time, and most parts are short.
  for (const name in parts) {
    const part = parts[name];
    left -= 4;
    if (typeof part === 'string') left -= weigh === undefined ? part.length : weigh(name, part);
    else if (typeof part === 'object' && part !== null) left = roomAfter(part, left, weigh);
    else left -= 5;
    if (left <= 0) return left;
  }
  return left;
}
