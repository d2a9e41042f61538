/** Sets of data that were given once and are named afterwards; of more than `most`, the one set longest ago goes first. */
export function keptSets<Item>(most = 3): {
  set(name: string, item: Item): void;
  get(name: string): Item | undefined;
  values(): Iterable<Item>;
} {
  const sets = new Map<string, Item>();
  return {
    set(name, item) {
      sets.delete(name);
      sets.set(name, item);
      for (const oldest of sets.keys()) {
        if (sets.size <= most) break;
        sets.delete(oldest);
      }
    },
    get: (name) => sets.get(name),
    values: () => sets.values(),
  };
}
