/**
 * What can and cannot be done, before anything runs.
 *
 * 1. Nothing is thrown and nothing changed: problems are data, each with its one-click fixes where there are any.
 * 2. A step is checked again only when something its problems depend on is another object: one edit among 1,000 steps
 *    checks that step and the few that read it.
 */
import type { JsonSchema } from '../shared/index.ts';
import { formulasAreOpen, usedRefs, type SourceType } from '../mapping/index.ts';
import type { Flow, Step } from './flow-document.ts';
import { reachOf, type Reach } from './reach.ts';
import { flowFacts } from './own-schemas.ts';
import { sightOf, sourceSeenFrom, type Sight } from './sources.ts';
import { componentOf, inputSchemaOf, operationOf, type FindOperations } from './step-facts.ts';
import { checkLayout } from './check/check-layout.ts';
import { checkStart } from './check/check-start.ts';
import { checkStep, type StepToCheck } from './check/check-step.ts';
import { checkWays } from './check/check-ways.ts';
import type { FlowProblem } from './check/flow-problem.ts';

/** Everything that is unfinished or cannot fit: the flow's own problems first, then each step's in the flow's order. */
export function checkFlow(flow: Flow, catalog: FindOperations): readonly FlowProblem[] {
  const problems: FlowProblem[] = [
    ...checkStart(flow, catalog),
    ...checkWays(flow, catalog),
    ...checkLayout(flow),
  ];
  const reach = reachOf(flow.edges);
  const sight = sightOf(flow, catalog);
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  for (const step of flow.steps) {
    const facts: StepToCheck = {
      step,
      component: componentOf(step, catalog),
      operation: operationOf(step, catalog),
      credentials: flow.credentials,
      sources: visibleSources(sight, reach, step),
      next: nextNeeds(step, steps, reach, catalog),
      hasNext: reach.outOf(step.id).length > 0,
      locale: flow.locale,
      suggest: flow.steps.length <= longestWithSuggestions,
      readsFormulas: formulasAreOpen(),
    };
    problems.push(...checkedBefore(facts));
  }
  return problems;
}

/**
 * Looking for fields by name costs milliseconds a step. In a longer flow the mapping form still does it, for the one
 * step that is open.
 */
const longestWithSuggestions = 60;

interface Checked {
  readonly facts: StepToCheck;
  readonly problems: readonly FlowProblem[];
}
const checked = new WeakMap<Step, Checked>();

function checkedBefore(facts: StepToCheck): readonly FlowProblem[] {
  const before = checked.get(facts.step);
  if (before !== undefined && isSame(before.facts, facts)) return before.problems;
  const problems = checkStep(facts);
  checked.set(facts.step, { facts, problems });
  return problems;
}

function isSame(one: StepToCheck, other: StepToCheck): boolean {
  return (
    one.component === other.component &&
    one.operation === other.operation &&
    one.credentials === other.credentials &&
    one.hasNext === other.hasNext &&
    one.suggest === other.suggest &&
    one.readsFormulas === other.readsFormulas &&
    one.locale === other.locale &&
    one.next?.name === other.next?.name &&
    one.next?.schema === other.next?.schema &&
    one.sources.length === other.sources.length &&
    one.sources.every((source, at) => source === other.sources[at])
  );
}

/** What its mappings read, and the nearest earlier steps, among which a field of the same name is looked for. */
function visibleSources(sight: Sight, reach: Reach, step: Step): readonly SourceType[] {
  const near = reach.nearestBefore(step.id);
  const sources: SourceType[] = [];
  const add = (id: string): void => {
    const source = sourceSeenFrom(sight, id, step.id);
    if (source !== undefined) sources.push(source);
  };
  for (const from of sourcesRead(step))
    if (reach.isBefore(from, step.id) && !near.includes(from)) add(from);
  for (let at = near.length - 1; at >= 0; at--) add(near[at] ?? '');
  sources.push(flowFacts(sight.catalog));
  return sources;
}

const read = new WeakMap<Step['slots'], readonly string[]>();

function sourcesRead({ slots }: Step): readonly string[] {
  let names = read.get(slots);
  if (names === undefined) {
    names = [
      ...new Set(
        Object.values(slots).flatMap((content) => usedRefs(content).map(({ ref }) => ref.from)),
      ),
    ];
    read.set(slots, names);
  }
  return names;
}

function nextNeeds(
  step: Step,
  steps: ReadonlyMap<string, Step>,
  reach: Reach,
  catalog: FindOperations,
): { readonly name: string; readonly schema: JsonSchema } | undefined {
  if (operationOf(step, catalog)?.inputShape !== 'by-person') return undefined;
  for (const { to } of reach.outOf(step.id)) {
    const next = steps.get(to);
    const schema = next === undefined ? undefined : inputSchemaOf(next, catalog);
    if (next !== undefined && schema?.properties !== undefined) return { name: next.name, schema };
  }
  return undefined;
}
