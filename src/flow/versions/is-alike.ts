/** Whether two contents are equal, whatever the order of their keys. What is absent and what is undefined are the same. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, yours] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...mine.keys(), ...yours.keys()])].every((key) =>
    isAlike(mine.get(key), yours.get(key)),
  );
}
