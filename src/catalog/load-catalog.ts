import type { Component, CredentialType, Operation } from './component.ts';

/** Every component that may be used, found by id. */
export interface Catalog {
  readonly list: readonly Component[];
  component(id: string): Component | undefined;
  operation(component: string, operation: string): Operation | undefined;
  credentialType(component: string, type: string): CredentialType | undefined;
}

/** Of two components with one id the later one counts: a flow's own copy over the catalog's. */
export function createCatalog(components: readonly Component[]): Catalog {
  const byId = new Map(components.map((component) => [component.id, component]));
  return {
    list: [...byId.values()],
    component: (id) => byId.get(id),
    operation: (component, operation) =>
      byId.get(component)?.operations.find(({ id }) => id === operation),
    credentialType: (component, type) =>
      byId.get(component)?.credentials.find(({ id }) => id === type),
  };
}
