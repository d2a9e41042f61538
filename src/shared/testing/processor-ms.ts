/**
 * Milliseconds of processor time since an earlier `processorMs()`: what the work cost, whatever else the machine does.
 * For work without waiting; guards against time that grows faster than its input, never for figures (those are in bench/).
 */
export function processorMs(since = 0): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 - since;
}
