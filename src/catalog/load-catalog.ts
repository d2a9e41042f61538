import { failure, success, type JsonPath, type Result } from '../shared/index.ts';
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

/** Where a component's description is not what it should be, for whoever wrote it. */
export interface ComponentMistake {
  readonly path: JsonPath;
  readonly message: string;
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
  const twice = repeated(parsed.data.operations.map(({ id }) => id));
  if (twice !== undefined)
    return failure([{ path: ['operations'], message: `two operations have the id "${twice}"` }]);
  return success(parsed.data);
}

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, at) => ids.indexOf(id) !== at);
}
