import type { JsonSchema } from '../shared/index.ts';
import type { Component } from './component/component.ts';
import type { CredentialType } from './component/credential-type.ts';
import type { Operation } from './component/operation.ts';
import { isWhole, type ComponentSummary, type OperationSummary } from './summary.ts';

/** Every component that may be used, found by id. */
export interface Catalog {
  /** All that may be chosen, as they were known at first; the same list for good. */
  readonly list: readonly ComponentSummary[];
  /** Those that can be used at once. */
  readonly whole: readonly Component[];
  /** To be named and drawn. */
  summary(id: string): ComponentSummary | undefined;
  operationSummary(component: string, operation: string): OperationSummary | undefined;
  /** To be used; undefined as well while only a summary is known. */
  component(id: string): Component | undefined;
  operation(component: string, operation: string): Operation | undefined;
  credentialType(component: string, type: string): CredentialType | undefined;
  /** Descriptions that are no component's own, in the catalog's language; absent = English. The same object for the same one. */
  readonly inWords?: (schema: JsonSchema) => JsonSchema;
}

/** Of a component that was known by its summary the whole is known from then on. */
export interface GrowingCatalog extends Catalog {
  learn(component: Component): void;
}

/** Of two components with one id the later one counts: a flow's own copy over the catalog's. */
export function createCatalog(
  components: readonly ComponentSummary[],
  inWords?: Catalog['inWords'],
): GrowingCatalog {
  const byId = new Map(components.map((component) => [component.id, component]));
  const list = [...byId.values()];
  let whole = list.filter(isWhole);
  const known = new Map(whole.map((component) => [component.id, component]));
  return {
    list,
    get whole() {
      return whole;
    },
    summary: (id) => known.get(id) ?? byId.get(id),
    operationSummary: (component, operation) =>
      (known.get(component) ?? byId.get(component))?.operations.find(({ id }) => id === operation),
    component: (id) => known.get(id),
    operation: (component, operation) =>
      known.get(component)?.operations.find(({ id }) => id === operation),
    credentialType: (component, type) =>
      known.get(component)?.credentials.find(({ id }) => id === type),
    learn(component) {
      known.set(component.id, component);
      whole = [...known.values()];
    },
    ...(inWords !== undefined && { inWords }),
  };
}
