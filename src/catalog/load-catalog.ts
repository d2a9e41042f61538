import { failure, success, type Result } from '../shared/index.ts';
import { checkComponent, type ComponentMistake } from './check-component.ts';
import {
  componentSchema,
  type Component,
  type CredentialType,
  type Operation,
} from './component.ts';

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
