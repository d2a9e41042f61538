/** What could follow a step because of what it gives: by the names and types of fields, as "match by name" sees them. */
import { deedOf, operationsToChoose, type Catalog, type Operation } from '../../catalog/index.ts';
import { inputSchemaOf, newStep, outputSchemaOf, portsOf, type Flow } from '../../flow/index.ts';
import { matchByName, pairsToMatch, type SourceType } from '../../mapping/index.ts';
import { propertiesOf, resolve, titleOf, type JsonSchema } from '../../shared/index.ts';

export interface FittingStep {
  readonly component: string;
  readonly operation: string;
  /** Titles of the fields that would be filled, those that are required first. */
  readonly fields: readonly string[];
}

const most = 3;
/** Some microseconds each: a form that is larger is left out, so that nobody waits for advice. */
const mostPairs = 4_000;

/** The best, one of each component; each turn of the loop looks at one component and lets the page go on. */
export async function fittingSteps(
  flow: Flow,
  catalog: Catalog,
  after: string,
  pause: () => Promise<unknown> = () => new Promise((resolve) => setTimeout(resolve)),
): Promise<readonly FittingStep[]> {
  const schema = outputSchemaOf(flow, catalog, after);
  if (schema === undefined) return [];
  const sources: readonly SourceType[] = [{ from: after, title: '', schema }];
  const given = flow.steps.find(({ id }) => id === after)?.component;
  const found: { readonly step: FittingStep; readonly score: number }[] = [];
  for (const component of catalog.whole) {
    let best: (typeof found)[number] | undefined;
    for (const operation of operationsToChoose(component)) {
      if (component.id !== given && needsOwnEntry(operation)) continue;
      const step = newStep(component, operation, () => '', '');
      const target = inputSchemaOf(step, catalog);
      if (target === undefined || !portsOf(step, operation).in) continue;
      const fit = fitOf(target, sources);
      if (fit !== undefined && fit.score > (best?.score ?? 0))
        best = {
          step: { component: component.id, operation: operation.id, fields: fit.fields },
          score: fit.score,
        };
    }
    if (best !== undefined) found.push(best);
    await pause();
  }
  return found
    .toSorted((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ step }) => step);
}

/** What is there already is known to its service alone: the ID of another service's entry fits by its name only. */
function needsOwnEntry(operation: Operation): boolean {
  const deed = deedOf(operation);
  return deed === 'changes' || deed === 'removes';
}

/** How much of a form would be filled. What is required counts most, and all of it must have something. */
function fitOf(
  target: JsonSchema,
  sources: readonly SourceType[],
): { readonly fields: readonly string[]; readonly score: number } | undefined {
  if (pairsToMatch(target, sources) > mostPairs) return undefined;
  const pairs = matchByName(target, sources).filter(({ confidence }) => confidence !== 'maybe');
  const filled = new Map(pairs.map((pair) => [String(pair.target[0]), pair.score]));
  const root = resolve(target, target);
  const { required = [] } = root;
  if (filled.size === 0 || !required.every((name) => filled.has(name))) return undefined;
  const properties = propertiesOf(root, target);
  const names = [...filled.keys()].toSorted(
    (one, other) => Number(required.includes(other)) - Number(required.includes(one)),
  );
  return {
    fields: names.map((name) => titleOf(resolve(properties[name] ?? {}, target), name)),
    score: [...filled].reduce(
      (sum, [name, score]) => sum + score * (required.includes(name) ? 3 : 1),
      0,
    ),
  };
}
