import type { JsonSchema } from '../shared/index.ts';
import type { Component, CredentialType, Operation } from './component.ts';

/** Every component that may be used, found by id. */
export interface Catalog {
  readonly list: readonly Component[];
  component(id: string): Component | undefined;
  operation(component: string, operation: string): Operation | undefined;
  credentialType(component: string, type: string): CredentialType | undefined;
  /** Descriptions that are no component's own, in the catalog's language; absent = English. The same object for the same one. */
  readonly inWords?: (schema: JsonSchema) => JsonSchema;
}

/** Of two components with one id the later one counts: a flow's own copy over the catalog's. */
export function createCatalog(
  components: readonly Component[],
  inWords?: Catalog['inWords'],
): Catalog {
  const byId = new Map(components.map((component) => [component.id, component]));
  return {
    list: [...byId.values()],
    component: (id) => byId.get(id),
    operation: (component, operation) =>
      byId.get(component)?.operations.find(({ id }) => id === operation),
    credentialType: (component, type) =>
      byId.get(component)?.credentials.find(({ id }) => id === type),
    ...(inWords !== undefined && { inWords }),
  };
}
