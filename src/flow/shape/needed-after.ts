import { itemsOf, propertiesOf, type JsonSchema } from '../../shared/index.ts';
import type { Flow } from '../flow-document.ts';
import { reachOf } from '../reach.ts';
import { passesThrough, inputSchemaOf, operationOf, type FindOperations } from '../step-facts.ts';

/** The next step that does something with the data (a filter only passes it on), and what it needs if it says so. */
export function neededAfter(
  flow: Flow,
  catalog: FindOperations,
  step: string,
): { readonly step: string; readonly schema: JsonSchema | undefined } | undefined {
  const reach = reachOf(flow.edges);
  const ways = reach.outOf(step).map(({ to }) => to);
  for (const to of ways) {
    const next = flow.steps.find(({ id }) => id === to);
    if (next === undefined) continue;
    if (passesThrough(operationOf(next, catalog))) {
      ways.push(
        ...reach
          .outOf(to)
          .map((edge) => edge.to)
          .filter((id) => !ways.includes(id)),
      );
      continue;
    }
    const schema = inputSchemaOf(next, catalog);
    return {
      step: next.name,
      schema: schema !== undefined && namesFields(schema) ? schema : undefined,
    };
  }
  return undefined;
}

function namesFields(schema: JsonSchema): boolean {
  return Object.keys(propertiesOf(itemsOf(schema, schema) ?? schema, schema)).length > 0;
}
