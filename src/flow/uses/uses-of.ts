import { humanise, schemaAt, titleOf, wordsOf, type JsonPath } from '../../shared/index.ts';
import { isBelow, usedRefs, type Origin, type UsedRef } from '../../mapping/index.ts';
import { slotsOf } from '../branches.ts';
import type { Flow, Step } from '../flow-document.ts';
import { orderSteps } from '../order-steps.ts';
import { reachOf } from '../reach.ts';
import { passesThrough, inputSchemaOf, operationOf, type FindOperations } from '../step-facts.ts';

/** A field of a step that is filled with earlier data. */
export interface Use {
  readonly step: string;
  readonly stepName: string;
  readonly slot: string;
  /** The field in the slot; a condition is one field. */
  readonly target: JsonPath;
  /** The field's name as the form shows it. */
  readonly title: string;
}

/** The fields that read one of these places or something below it, each once, in the flow's order. */
export function usesOf(
  flow: Flow,
  catalog: FindOperations,
  places: readonly Origin[],
): readonly Use[] {
  return usesIn(flow.steps, catalog, places);
}

function usesIn(
  steps: readonly Step[],
  catalog: FindOperations,
  places: readonly Origin[],
): readonly Use[] {
  const placesOf = new Map<string, Origin[]>();
  for (const place of places) {
    const ofStep = placesOf.get(place.from);
    if (ofStep === undefined) placesOf.set(place.from, [place]);
    else ofStep.push(place);
  }
  return steps.flatMap((step) =>
    Object.entries(step.slots).flatMap(([slot, content]) => {
      const targets = new Map<string, JsonPath>();
      for (const used of usedRefs(content)) {
        if (readsOneOf(used, placesOf)) targets.set(JSON.stringify(used.target), used.target);
      }
      return [...targets.values()].map((target) => useIn(step, slot, target, catalog));
    }),
  );
}

/** What of a step's data later steps use, so that its removal can say so first. */
export function usesOfSteps(
  flow: Flow,
  catalog: FindOperations,
  steps: readonly string[],
): readonly Use[] {
  const gone = new Set(steps);
  return usesIn(
    flow.steps.filter(({ id }) => !gone.has(id)),
    catalog,
    steps.map((from) => ({ from, path: [] })),
  );
}

/** The steps that give the very same as this one: itself, and what only passes it on (a filter). */
export function giversOf(flow: Flow, catalog: FindOperations, step: string): readonly string[] {
  const reach = reachOf(flow.edges);
  const givers = new Set([step]);
  for (const later of orderSteps(flow)) {
    const before = reach.into(later.id);
    const isPassedOn = before.length > 0 && before.every(({ from }) => givers.has(from));
    if (isPassedOn && passesThrough(operationOf(later, catalog))) givers.add(later.id);
  }
  return [...givers];
}

function useIn(step: Step, slot: string, target: JsonPath, catalog: FindOperations): Use {
  const root = inputSchemaOf(step, catalog, slot) ?? {};
  const named = target.slice(0, target.findLastIndex((part) => typeof part === 'string') + 1);
  const name = named.at(-1);
  const operation = operationOf(step, catalog);
  const slotTitle = operation && slotsOf(step, operation)[slot]?.title;
  const title =
    typeof name === 'string'
      ? titleOf(schemaAt(root, named), name)
      : slotTitle === undefined
        ? humanise(slot)
        : wordsOf(slotTitle);
  return { step: step.id, stepName: step.name, slot, target, title };
}

function readsOneOf(
  { origin }: UsedRef,
  placesOf: ReadonlyMap<string, readonly Origin[]>,
): boolean {
  if (origin === undefined) return false;
  const places = placesOf.get(origin.from);
  return places !== undefined && places.some(({ path }) => isBelow(origin.path, path));
}
