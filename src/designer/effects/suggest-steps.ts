import {
  effectOf,
  operationsToChoose,
  samplesFirst,
  type Catalog,
  type ComponentSummary,
} from '../../catalog/index.ts';
import type { Flow } from '../../flow/index.ts';

/** A component with the operation that it would be added with. */
export interface SuggestedStep {
  readonly component: string;
  readonly operation: string;
}

const services = 2;
const blocks = 1;

/**
 * What a person may want to do with data: hand it to another service (one that the flow does not use yet comes first),
 * or work on it before. By traits alone: a step that can follow and changes something, a block that can follow.
 */
export function suggestSteps(flow: Flow, catalog: Catalog): readonly SuggestedStep[] {
  const used = new Set(flow.steps.map(({ component }) => component));
  const handing = samplesFirst(catalog.list)
    .filter(({ kind }) => kind === 'connector')
    .toSorted((one, other) => Number(used.has(one.id)) - Number(used.has(other.id)))
    .flatMap((component) => following(component, true));
  const working = catalog.list
    .filter(({ kind }) => kind === 'generic')
    .toSorted((one, other) => Number(isSimple(other)) - Number(isSimple(one)))
    .flatMap((component) => following(component, false));
  return [...handing.slice(0, services), ...working.slice(0, blocks)];
}

/** What passes data on as it came, or as it was made anew: what is put between two services most. By traits alone. */
export function stepsBetween(catalog: Pick<Catalog, 'list'>): readonly SuggestedStep[] {
  return catalog.list
    .filter((component) => component.kind === 'generic' && isSimple(component))
    .flatMap((component) => following(component, false));
}

/** What leaves is what came or what was made of it: no lists to take apart or to wait for. */
function isSimple({ operations }: ComponentSummary): boolean {
  return operations.some(({ outputShape }) => outputShape === 'same-as-input');
}

/** The first operation of a component that can follow another step, as a write or as anything but one. */
function following(component: ComponentSummary, writes: boolean): readonly SuggestedStep[] {
  const found = operationsToChoose(component).find(
    (operation) =>
      operation.ports?.in !== false &&
      operation.starts !== 'webhook' &&
      (effectOf(operation, {}) !== 'read') === writes,
  );
  return found === undefined ? [] : [{ component: component.id, operation: found.id }];
}
