import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Catalog } from '../../catalog/index.ts';
import { checkFlow, type Flow, type FlowProblem } from '../../flow/index.ts';
import type { DocumentStore } from './document-store.ts';
import { useWorkbench } from './workbench.ts';

/** What is unfinished in the open flow, in the order of its steps. */
export interface ProblemState {
  readonly all: readonly FlowProblem[];
  readonly byStep: Readonly<Record<string, readonly FlowProblem[]>>;
}

export interface ProblemStore extends StoreApi<ProblemState> {
  /** Which slots this browser fills; undefined while that is not known. The document cannot say it. */
  setBound(slots: ReadonlySet<string> | undefined): void;
}

const none: ProblemState = { all: [], byStep: {} };

/** Checks the flow after each change, once the page has drawn it: a long flow is checked behind the typing. */
export function createProblemStore(
  document: DocumentStore,
  catalog: Catalog,
  later: (check: () => void) => void = (check) => setTimeout(check, 30),
): ProblemStore {
  const store = createStore<ProblemState>(() => none);
  let bound: ReadonlySet<string> | undefined;
  let checked: Flow | undefined;
  let planned = false;

  function plan(): void {
    if (planned) return;
    planned = true;
    later(() => {
      planned = false;
      checked = document.getState().flow;
      store.setState(
        checked === undefined ? none : stateOf(problemsOf(checked), store.getState()),
        true,
      );
    });
  }

  function problemsOf(flow: Flow): readonly FlowProblem[] {
    const found = checkFlow(flow, catalog);
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
function stateOf(all: readonly FlowProblem[], before: ProblemState): ProblemState {
  const byStep: Record<string, FlowProblem[]> = {};
  for (const problem of all)
    if (problem.step !== undefined) (byStep[problem.step] ??= []).push(problem);
  return {
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

export function useProblems<Slice>(select: (state: ProblemState) => Slice): Slice {
  return useStore(useWorkbench().problems, select);
}
