import { createCatalog, type Catalog, type Component } from '../../catalog/index.ts';
import { checkFlow, parseFlow, type Flow, type FlowProblem } from '../../flow/index.ts';
import { openFormulas } from '../../mapping/formulas.ts';
import type { JsonPath } from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { CannotRun } from './cannot-run.ts';

export interface ReadFlow {
  readonly flow: Flow;
  readonly catalog: Catalog;
}

/** The flow in a file's text, with its components, if it can run. Throws `CannotRun` with every problem, its place and words. */
export function readFlow(text: string, file: string, shipped: readonly Component[]): ReadFlow {
  const parsed = parseFlow(text);
  if (!parsed.ok) {
    const { path } = parsed.reason;
    const what = sayWording(parsed.reason);
    throw new CannotRun(
      say('command-line.flow-unusable', { file }),
      `  ${path === undefined || path.length === 0 ? what : say('command-line.problem-at', { what, path: pointerOf(path) })}`,
    );
  }
  return checked(parsed.value, file, shipped);
}

/** A flow with its components, if it can run. Throws `CannotRun` with every problem. */
export function checked(flow: Flow, file: string, shipped: readonly Component[]): ReadFlow {
  const catalog = createCatalog(componentsFor(flow, shipped));
  // What a formula reads is checked too, before anything is sent.
  openFormulas();
  const problems = checkFlow(flow, catalog).filter(({ severity }) => severity === 'error');
  if (problems.length > 0)
    throw new CannotRun(
      say('command-line.flow-unusable', { file }),
      ...problems.map((problem) => `  ${inWords(problem, flow)}`),
      say('command-line.problems-help'),
    );
  return { flow, catalog };
}

/**
 * The file's own descriptions, so that the flow runs as it was exported; else the catalog's. Where a key may go, and
 * how, is never the file's word for a component that is known here: a file may come from anybody. Operations that the
 * file does not use say more of a component: that some of its reads are sent like writes (GraphQL).
 */
function componentsFor(flow: Flow, shipped: readonly Component[]): readonly Component[] {
  const known = new Map(shipped.map((component) => [component.id, component]));
  const carried = flow.components.map(({ component }) => {
    const here = known.get(component.id);
    if (here === undefined) return component;
    const { origins, credentials } = here;
    const carriedIds = new Set(component.operations.map(({ id }) => id));
    const others = here.operations.filter(({ id }) => !carriedIds.has(id));
    return { ...component, origins, credentials, operations: [...component.operations, ...others] };
  });
  return [...shipped, ...carried];
}

function inWords(problem: FlowProblem, flow: Flow): string {
  const what = sayWording(problem);
  const at = flow.steps.findIndex(({ id }) => id === problem.step);
  const step = flow.steps[at];
  if (step === undefined)
    return say('command-line.problem-at', { what, path: pointerOf(problem.path) });
  return say('command-line.problem-of', {
    step: step.name,
    what,
    path: pointerOf(['steps', at, ...problem.path]),
  });
}

function pointerOf(path: JsonPath): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
