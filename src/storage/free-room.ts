/** Bytes that the browser still gives; without a bound where it does not say. */
export async function freeRoom(
  storage: Pick<StorageManager, 'estimate'> | undefined = globalThis.navigator?.storage,
): Promise<number> {
  const estimate = await storage?.estimate().catch(() => undefined);
  const { usage, quota } = estimate ?? {};
  return usage === undefined || quota === undefined ? Infinity : Math.max(0, quota - usage);
}
