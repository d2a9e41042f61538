import { bindingAt, isBinding } from '../../mapping/index.ts';
import { usesOfShapeField } from '../build/reshape.ts';
import type { Flow } from '../flow-document.ts';
import type { FindOperations } from '../step-facts.ts';
import type { Use } from '../uses/uses-of.ts';
import type { NamedField, ShapeChanges } from './compare-shapes.ts';
import type { Side } from './described-shapes.ts';

/** What of a mapping stands on fields that have gone. */
export interface TouchedByChanges {
  /** Fields of the step that are gone and filled. */
  readonly filled: readonly NamedField[];
  /** Fields of later steps that read what the step no longer gives. */
  readonly readers: readonly Use[];
}

export function touchedByChanges(
  flow: Flow,
  catalog: FindOperations,
  step: string,
  changes: Readonly<Partial<Record<Side, ShapeChanges>>>,
): TouchedByChanges {
  const content = flow.steps.find(({ id }) => id === step)?.slots['input'];
  const binding = content !== undefined && isBinding(content) ? content : undefined;
  const filled = (changes.input?.gone ?? []).filter(({ path }) => {
    const names = path.filter((part) => typeof part === 'string');
    // Inside a list each entry has a mapping of its own: the form marks it there.
    return names.length === path.length && bindingAt(binding, names) !== undefined;
  });
  const readers = (changes.output?.gone ?? []).flatMap(({ path }) =>
    usesOfShapeField(flow, catalog, { step, side: 'output' }, path),
  );
  return { filled, readers: distinct(readers) };
}

function distinct(uses: readonly Use[]): readonly Use[] {
  const known = new Map(
    uses.map((use) => [JSON.stringify([use.step, use.slot, use.target]), use] as const),
  );
  return [...known.values()];
}
