/**
 * How the person looks at the flow: never saved in it, never undone.
 *
 * 1. One selection for every view of the flow: steps, or one connection. The panel shows the step that is selected alone.
 * 2. One dialog at a time, by its name (`shell/dialogs.tsx` loads it).
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TakenShapes } from '../../flow/index.ts';
import type { JsonPath } from '../../shared/index.ts';
import { keptSurface, type Surface } from './surface-choice.ts';

export type StepTab = 'operation' | 'credential' | 'settings' | 'mapping' | 'test';
export type NarrowTab = 'flow' | 'step' | 'run';
/** What lies over the flow until it is closed. */
export type DialogName =
  | 'backup'
  | 'export'
  | 'find'
  | 'history'
  | 'import'
  | 'picture'
  | 'problems'
  | 'reading'
  | 'removal'
  | 'restore'
  | 'room'
  | 'shortcuts'
  | 'tests'
  | 'words';

interface Selection {
  readonly selectedSteps: readonly string[];
  /** The step that is selected alone: the one in the panel. */
  readonly selectedStep: string | undefined;
  readonly selectedEdge: string | undefined;
}

interface Looks {
  /** How the flow is shown: as a picture, or as a list. */
  readonly surface: Surface;
  readonly tab: StepTab;
  /** Parts of steps that the person has looked at and left: what nothing is missing in counts as done from then on. */
  readonly seen: Readonly<Record<string, readonly StepTab[]>>;
  /** A field of the mapping (or settings) that a problem or a refusal points at. */
  readonly focusedField: JsonPath | undefined;
  /** The message of the last run that is to be seen in it: its id. */
  readonly focusedMessage: string | undefined;
  readonly runPanelOpen: boolean;
  /** The step whose messages the run panel shows, and which of them. */
  readonly inspected: { readonly step: string; readonly message?: number } | undefined;
  readonly dialog: DialogName | undefined;
  /** What the dialog "removal" asks about: steps that the person wants to delete although others use them. */
  readonly removing: readonly string[];
  readonly paletteOpen: boolean;
  /** On a phone: the sheet with the components is shown. */
  readonly choosing: boolean;
  /** Where "+" was pressed: the palette then inserts there instead of at a free place. */
  readonly insertAt:
    { readonly after: string; readonly port: string } | { readonly edge: string } | undefined;
  readonly narrowTab: NarrowTab;
  /** The mapping of the selected step fills the window. */
  readonly mappingFull: boolean;
  /** By step, until it was read: what was different in the fields that its service described anew; nothing, if nothing was. */
  readonly fieldNews: Readonly<Record<string, FieldNews>>;
}

export type ViewState = Selection & Looks;

type FieldNews = TakenShapes['changes'];

export interface ViewStore extends Omit<StoreApi<ViewState>, 'setState'> {
  /** Everything but the selection, which has its own ways. */
  setState(looks: Partial<Looks>): void;
  selectStep(step: string | undefined, tab?: StepTab): void;
  selectSteps(steps: readonly string[]): void;
  /** Into the selection, or out of it. */
  toggleStep(step: string): void;
  selectEdge(edge: string | undefined): void;
  /** Opens the step at a tab and points at a field of it, with the data of a message of the last run. */
  reveal(step: string, tab: StepTab, field?: JsonPath, message?: string): void;
  inspect(step: string, message?: number): void;
  tellFieldNews(step: string, news: FieldNews | undefined): void;
  reset(): void;
}

const start: ViewState = {
  selectedSteps: [],
  selectedStep: undefined,
  selectedEdge: undefined,
  surface: 'canvas',
  tab: 'operation',
  seen: {},
  focusedField: undefined,
  focusedMessage: undefined,
  runPanelOpen: false,
  inspected: undefined,
  dialog: undefined,
  removing: [],
  paletteOpen: true,
  choosing: false,
  insertAt: undefined,
  narrowTab: 'flow',
  mappingFull: false,
  fieldNews: {},
};

export function createViewStore(): ViewStore {
  const store = createStore<ViewState>(() => ({ ...start, surface: keptSurface() ?? 'canvas' }));

  function select(steps: readonly string[], wanted?: StepTab, selectedEdge?: string): void {
    store.setState((now) => {
      const selection = selectionOf(now, steps, selectedEdge);
      const { selectedStep } = selection;
      const isSame = selectedStep === now.selectedStep;
      const tab = wanted ?? (isSame ? now.tab : 'operation');
      return {
        ...selection,
        focusedField: undefined,
        mappingFull: isSame && now.mappingFull,
        tab,
        seen: seenAfter(now, selectedStep, tab),
      };
    });
  }

  function selectSteps(steps: readonly string[]): void {
    const now = store.getState();
    if (now.selectedEdge === undefined && isSameList(now.selectedSteps, steps)) return;
    select(steps);
  }

  return {
    ...store,
    selectStep: (step, tab) => select(step === undefined ? [] : [step], tab),
    selectSteps,
    toggleStep(step) {
      const { selectedSteps } = store.getState();
      selectSteps(
        selectedSteps.includes(step)
          ? selectedSteps.filter((other) => other !== step)
          : [...selectedSteps, step],
      );
    },
    selectEdge: (edge) => select([], undefined, edge),
    reveal: (step, tab, focusedField, focusedMessage) =>
      store.setState((now) => ({
        ...selectionOf(now, [step]),
        tab,
        focusedField,
        focusedMessage,
        narrowTab: 'step',
        seen: seenAfter(now, step, tab),
      })),
    inspect: (step, message) =>
      store.setState({
        runPanelOpen: true,
        narrowTab: 'run',
        inspected: message === undefined ? { step } : { step, message },
      }),
    tellFieldNews: (step, news) =>
      store.setState(({ fieldNews }) => {
        const { [step]: _read, ...others } = fieldNews;
        return { fieldNews: news === undefined ? others : { ...others, [step]: news } };
      }),
    reset: () => store.setState(({ surface }) => ({ ...start, surface })),
  };
}

/** The same steps are the same list: who draws them can tell that nothing changed. */
function selectionOf(
  { selectedSteps: before }: Selection,
  steps: readonly string[],
  selectedEdge?: string,
): Selection {
  const [only, second] = steps;
  return {
    selectedSteps: isSameList(before, steps) ? before : steps,
    selectedStep: second === undefined ? only : undefined,
    selectedEdge,
  };
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((step, at) => step === other[at]);
}

/** Who leaves a part of a step has seen it. */
function seenAfter(
  { selectedStep: left, tab, seen }: ViewState,
  step: string | undefined,
  next: StepTab,
): ViewState['seen'] {
  if (left === undefined || (left === step && tab === next)) return seen;
  const known = seen[left] ?? [];
  return known.includes(tab) ? seen : { ...seen, [left]: [...known, tab] };
}
