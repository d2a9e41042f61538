import { failure, success, type Result } from '../shared/index.ts';
import { checkComponent, type ComponentMistake } from './check-component.ts';
import { componentSchema, type Component } from './component.ts';

/** Reads a component's description; the reasons name each place that does not fit. */
export function parseComponent(json: unknown): Result<Component, readonly ComponentMistake[]> {
  const parsed = componentSchema.safeParse(json);
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
