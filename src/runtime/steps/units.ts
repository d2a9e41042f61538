import type { Json } from '../../shared/index.ts';

const units: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000, hour: 3_600_000 };

/** So many seconds, minutes or hours of a step's settings. */
export function millisecondsOf(amount: Json | undefined, unit: Json | undefined): number {
  const one = typeof unit === 'string' && Object.hasOwn(units, unit) ? units[unit] : undefined;
  return typeof amount === 'number' && amount > 0 ? amount * (one ?? 1_000) : 0;
}
