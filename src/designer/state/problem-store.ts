import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Catalog } from '../../catalog/index.ts';
import type { checkFlow, Flow, FlowProblem } from '../../flow/index.ts';
import type { DocumentStore } from './document-store.ts';
import { firstViewStands } from './first-view.ts';

/** What is unfinished in the open flow, in the order of its steps. */
export interface ProblemState {
  /** False until the flow was checked for the first time. */
  readonly isKnown: boolean;
  readonly all: readonly FlowProblem[];
  readonly byStep: Readonly<Record<string, readonly FlowProblem[]>>;
  /** What this browser has bound is known and counted in. */
  readonly isComplete: boolean;
}

export interface ProblemStore extends StoreApi<ProblemState> {
  /** Which slots this browser fills; undefined while that is not known. The document cannot say it. */
  setBound(slots: ReadonlySet<string> | undefined): void;
}

const none: ProblemState = { isKnown: false, all: [], byStep: {}, isComplete: false };

type Check = typeof checkFlow;

/** Calls `run` with the checks once they are there, or `missed` where they did not come: the next change asks again. */
type Later = (
  run: (check: Check) => void,
  flow: () => Flow | undefined,
  missed: () => void,
) => void;

/** Checks the flow after each change, once the page has drawn it: a long flow is checked behind the typing. */
export function createProblemStore(
  document: DocumentStore,
  catalog: Catalog,
  later: Later = afterDrawing,
): ProblemStore {
  const store = createStore<ProblemState>(() => none);
  let bound: ReadonlySet<string> | undefined;
  let checked: Flow | undefined;
  let planned = false;

  function plan(): void {
    if (planned) return;
    planned = true;
    later(
      (check) => {
        planned = false;
        checked = document.getState().flow;
        store.setState(
          checked === undefined
            ? none
            : {
                ...stateOf(problemsOf(checked, check), store.getState()),
                isComplete: bound !== undefined,
              },
          true,
        );
      },
      () => document.getState().flow,
      () => {
        planned = false;
      },
    );
  }

  function problemsOf(flow: Flow, check: Check): readonly FlowProblem[] {
    const found = check(flow, catalog);
    if (bound === undefined) return found;
    const filled = bound;
    const open = flow.steps.filter(
      ({ credential, disabled }) =>
        credential !== undefined && disabled !== true && !filled.has(credential),
    );
    return [...found, ...open.map((step): FlowProblem => notConnected(step.id, step.name))];
  }

  document.subscribe(({ flow }) => {
    if (flow !== checked) plan();
  });
  return {
    ...store,
    setBound(slots) {
      bound = slots;
      plan();
    },
  };
}

/**
 * The checks are a quarter of what is ours in the page, and nobody misses them before the flow is drawn. What reads
 * formulas is as large again, and comes with the first flow that holds one.
 */
const afterDrawing: Later = (run, flow, missed) => {
  setTimeout(() => void fetchChecks(flow).then(run, missed), 30);
};

async function fetchChecks(flow: () => Flow | undefined): Promise<Check> {
  await firstViewStands();
  const { checkFlow, holdsFormula } = await import('../../flow/checks.ts');
  const open = flow();
  if (open !== undefined && holdsFormula(open))
    (await import('../../mapping/formulas.ts')).openFormulas();
  return checkFlow;
}

const known = new Map<string, FlowProblem>();

/** The same object for the same step, as `checkFlow` does: who draws it can tell that nothing changed. */
function notConnected(step: string, name: string): FlowProblem {
  const key = JSON.stringify([step, name]);
  let problem = known.get(key);
  if (problem === undefined) {
    problem = {
      code: 'problems.not-connected',
      params: { step: name },
      path: ['credential'],
      severity: 'error',
      fixes: [],
      step,
    };
    known.set(key, problem);
  }
  return problem;
}

/** A step whose problems are the same keeps its list, so that its node need not be drawn again. */
function stateOf(
  all: readonly FlowProblem[],
  before: ProblemState,
): Omit<ProblemState, 'isComplete'> {
  const byStep: Record<string, FlowProblem[]> = {};
  for (const problem of all)
    if (problem.step !== undefined) (byStep[problem.step] ??= []).push(problem);
  return {
    isKnown: true,
    all,
    byStep: Object.fromEntries(
      Object.entries(byStep).map(([step, problems]) => {
        const old = before.byStep[step];
        const isSame =
          old?.length === problems.length && problems.every((problem, at) => problem === old[at]);
        return [step, isSame ? old : problems];
      }),
    ),
  };
}
