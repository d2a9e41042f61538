import { propertiesOf, resolve, type Json } from '../shared/index.ts';
import type { Operation } from './component.ts';

/** The settings with every default that the operation declares and the person has not changed. */
export function settingsWithDefaults(
  operation: Operation,
  settings: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> {
  const root = operation.settings;
  if (root === undefined) return settings;
  const defaults = Object.entries(propertiesOf(root, root)).flatMap(([name, property]) => {
    const value = resolve(property, root).default;
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(defaults), ...settings };
}
