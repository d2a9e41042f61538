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

/** What is left of so many characters after a value; no more of it is looked at than they hold. */
export function roomAfter(value: unknown, room: number): number {
  if (room <= 0) return room;
  if (typeof value === 'string') return room - value.length;
  if (typeof value !== 'object' || value === null) return room - 5;
  let left = room;
  if (Array.isArray(value)) {
    for (const part of value) {
      left = roomAfter(part, left - 4);
      if (left <= 0) return left;
    }
    return left;
  }
  const parts = value as Readonly<Record<string, unknown>>;
  // Every message is weighed at every step: a list of its parts would be thrown away each time.
  for (const name in parts) {
    left = roomAfter(parts[name], left - 4);
    if (left <= 0) return left;
  }
  return left;
}
