import type { Catalog } from '../../catalog/index.ts';
import { componentOf, type Flow, type Step } from '../../flow/index.ts';
import { openRefs, type JsonSchema } from '../../shared/index.ts';

/** A field that the file leaves to another description, which is not asked for. */
export interface DescribedElsewhere {
  readonly step: string;
  /** The titles of the fields that lead there; none: all of it. */
  readonly at: readonly string[];
  /** What the file says where the description is. Foreign text. */
  readonly ref: string;
}

/**
 * What the flows' own fields, and those of components that only the file describes, refer to and the file does not hold.
 * `known`: what counts here, with the file's own descriptions of everything else.
 */
export function describedElsewhere(
  flows: readonly Flow[],
  known: Catalog,
): readonly DescribedElsewhere[] {
  const found = new Map<string, DescribedElsewhere>();
  for (const step of flows.flatMap(({ steps }) => steps))
    for (const schema of schemasOf(step, known))
      for (const open of openRefs(schema)) {
        const line = { step: step.name, ...open };
        found.set(JSON.stringify(line), line);
      }
  return [...found.values()];
}

function schemasOf(step: Step, known: Catalog): readonly JsonSchema[] {
  const operation = componentOf(step, known)?.operations.find(({ id }) => id === step.operation);
  return [
    ...Object.values(operation?.slots ?? {}).map(({ schema }) => schema),
    operation?.settings,
    operation?.output,
    step.shapes?.input?.schema,
    step.shapes?.output?.schema,
  ].filter((schema) => schema !== undefined);
}
