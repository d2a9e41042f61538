/**
 * How the person looks at the flow: never saved in it, never undone.
 *
 * 1. One selection for every view of the flow: steps and notes, or one connection, or one group. The panel shows the step
 *    that is selected alone.
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
  | 'limits'
  | 'note'
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
  readonly selectedNotes: readonly string[];
  readonly selectedGroup: string | undefined;
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
  /** The note that is written in, the group whose name is: by its id. */
  readonly editedNote: string | undefined;
  readonly namedGroup: string | undefined;
  /** Groups that are folded in the flow and shown unfolded here, for something in them was asked for. */
  readonly openGroups: readonly string[];
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
  selectSteps(steps: readonly string[], notes?: readonly string[]): void;
  /** Into the selection, or out of it. */
  toggleStep(step: string): void;
  toggleNote(note: string): void;
  selectEdge(edge: string | undefined): void;
  selectGroup(group: string | undefined): void;
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
  selectedNotes: [],
  selectedGroup: undefined,
  surface: 'canvas',
  tab: 'operation',
  seen: {},
  focusedField: undefined,
  focusedMessage: undefined,
  runPanelOpen: false,
  inspected: undefined,
  dialog: undefined,
  removing: [],
  editedNote: undefined,
  namedGroup: undefined,
  openGroups: [],
  paletteOpen: true,
  choosing: false,
  insertAt: undefined,
  narrowTab: 'flow',
  mappingFull: false,
  fieldNews: {},
};

export function createViewStore(): ViewStore {
  const store = createStore<ViewState>(() => ({ ...start, surface: keptSurface() ?? 'canvas' }));

  function select(steps: readonly string[], others: Others = {}, wanted?: StepTab): void {
    store.setState((now) => {
      const selection = selectionOf(now, steps, others);
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

  function selectSteps(steps: readonly string[], notes: readonly string[] = none): void {
    const now = store.getState();
    const isBeside = now.selectedEdge !== undefined || now.selectedGroup !== undefined;
    if (!isBeside && isSameList(now.selectedSteps, steps) && isSameList(now.selectedNotes, notes))
      return;
    select(steps, { notes });
  }

  return {
    ...store,
    selectStep: (step, tab) => select(step === undefined ? [] : [step], {}, tab),
    selectSteps,
    toggleStep(step) {
      const { selectedSteps, selectedNotes } = store.getState();
      selectSteps(toggled(selectedSteps, step), selectedNotes);
    },
    toggleNote(note) {
      const { selectedSteps, selectedNotes } = store.getState();
      selectSteps(selectedSteps, toggled(selectedNotes, note));
    },
    selectEdge: (edge) => select([], { edge }),
    selectGroup: (group) => select([], { group }),
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

/** What is selected beside steps. */
interface Others {
  readonly notes?: readonly string[];
  readonly edge?: string | undefined;
  readonly group?: string | undefined;
}

const none: readonly string[] = [];

/** The same steps are the same list: who draws them can tell that nothing changed. */
function selectionOf(
  { selectedSteps: before, selectedNotes: notesBefore }: Selection,
  steps: readonly string[],
  { notes = none, edge, group }: Others = {},
): Selection {
  const [only, second] = steps;
  return {
    selectedSteps: isSameList(before, steps) ? before : steps,
    selectedStep: second === undefined && notes.length === 0 ? only : undefined,
    selectedEdge: edge,
    selectedNotes: isSameList(notesBefore, notes) ? notesBefore : notes,
    selectedGroup: group,
  };
}

function toggled(list: readonly string[], id: string): readonly string[] {
  return list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
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
