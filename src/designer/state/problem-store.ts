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

export type ProblemStore = StoreApi<ProblemState>;

const none: ProblemState = { all: [], byStep: {} };

/** Checks the flow after each change, once the page has drawn it: a long flow is checked behind the typing. */
export function createProblemStore(
  document: DocumentStore,
  catalog: Catalog,
  later: (check: () => void) => void = (check) => setTimeout(check, 30),
): ProblemStore {
  const store = createStore<ProblemState>(() => none);
  let checked: Flow | undefined;
  let planned = false;
  document.subscribe(({ flow }) => {
    if (flow === checked || planned) return;
    planned = true;
    later(() => {
      planned = false;
      checked = document.getState().flow;
      store.setState(checked === undefined ? none : stateOf(checkFlow(checked, catalog), store.getState()), true);
    });
  });
  return store;
}

/** A step whose problems are the same keeps its list, so that its node need not be drawn again. */
function stateOf(all: readonly FlowProblem[], before: ProblemState): ProblemState {
  const byStep: Record<string, FlowProblem[]> = {};
  for (const problem of all) if (problem.step !== undefined) (byStep[problem.step] ??= []).push(problem);
  const kept = Object.entries(byStep).map(([step, problems]) => {
    const old = before.byStep[step];
    return [step, old !== undefined && JSON.stringify(old) === JSON.stringify(problems) ? old : problems] as const;
  });
  return { all, byStep: Object.fromEntries(kept) };
}

export function useProblems<Slice>(select: (state: ProblemState) => Slice): Slice {
  return useStore(useWorkbench().problems, select);
}
