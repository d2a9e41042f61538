import { failure, success, type Result } from '../shared/index.ts';
import { checkComponent, type ComponentMistake } from './check-component.ts';
import { componentSchema, type Component } from './component/component.ts';
import { withShared } from './shared-parts.ts';

/** Reads a component's description, its shared parts in their places; the reasons name each place that does not fit. */
export function parseComponent(json: unknown): Result<Component, readonly ComponentMistake[]> {
  const parsed = componentSchema.safeParse(withShared(json));
  if (!parsed.success) {
    return failure(
      parsed.error.issues.map(({ path, message }) => ({
        path: path.map((part) => (typeof part === 'number' ? part : String(part))),
        message,
      })),
    );
  }
  const mistakes = checkComponent(parsed.data);
  return mistakes.length === 0 ? success(parsed.data) : failure(mistakes);
}
