import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TakenShapes } from '../../flow/index.ts';
import type { JsonPath } from '../../shared/index.ts';

export type StepTab = 'operation' | 'credential' | 'settings' | 'mapping' | 'test';
export type NarrowTab = 'flow' | 'step' | 'run';

/** How the person looks at the flow: never saved in it, never undone. */
export interface ViewState {
  readonly selectedStep: string | undefined;
  readonly selectedEdge: string | undefined;
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
  readonly problemsOpen: boolean;
  /** The flow as a file: what goes out, or what comes in. */
  readonly fileDialog: 'export' | 'import' | undefined;
  readonly paletteOpen: boolean;
  /** On a phone: the sheet with the components is shown. */
  readonly choosing: boolean;
  /** Where "+" was pressed: the palette then inserts there instead of at a free place. */
  readonly insertAt:
    { readonly after: string; readonly port: string } | { readonly edge: string } | undefined;
  readonly narrowTab: NarrowTab;
  /** The mapping of the selected step fills the window. */
  readonly mappingFull: boolean;
  /** The tests of the flow are shown. */
  readonly testsOpen: boolean;
  /** The list of keys is shown. */
  readonly shortcutsOpen: boolean;
  /** Steps that the person wants to delete although others use them, while they are asked. */
  readonly removing: readonly string[] | undefined;
  /** By step, until it was read: what was different in the fields that its service described anew; nothing, if nothing was. */
  readonly fieldNews: Readonly<Record<string, FieldNews>>;
}

type FieldNews = TakenShapes['changes'];

export interface ViewStore extends StoreApi<ViewState> {
  selectStep(step: string | undefined, tab?: StepTab): void;
  /** Opens the step at a tab and points at a field of it, with the data of a message of the last run. */
  reveal(step: string, tab: StepTab, field?: JsonPath, message?: string): void;
  inspect(step: string, message?: number): void;
  tellFieldNews(step: string, news: FieldNews | undefined): void;
  reset(): void;
}

const start: ViewState = {
  selectedStep: undefined,
  selectedEdge: undefined,
  tab: 'operation',
  seen: {},
  focusedField: undefined,
  focusedMessage: undefined,
  runPanelOpen: false,
  inspected: undefined,
  problemsOpen: false,
  fileDialog: undefined,
  paletteOpen: true,
  choosing: false,
  insertAt: undefined,
  narrowTab: 'flow',
  mappingFull: false,
  testsOpen: false,
  shortcutsOpen: false,
  removing: undefined,
  fieldNews: {},
};

export function createViewStore(): ViewStore {
  const store = createStore<ViewState>(() => start);
  return {
    ...store,
    selectStep: (selectedStep, tab) =>
      store.setState((now) => {
        const next = tab ?? (selectedStep === now.selectedStep ? now.tab : 'operation');
        return {
          selectedStep,
          selectedEdge: undefined,
          focusedField: undefined,
          mappingFull: selectedStep === now.selectedStep && now.mappingFull,
          tab: next,
          seen: seenAfter(now, selectedStep, next),
        };
      }),
    reveal: (selectedStep, tab, focusedField, focusedMessage) =>
      store.setState((now) => ({
        selectedStep,
        selectedEdge: undefined,
        tab,
        focusedField,
        focusedMessage,
        narrowTab: 'step',
        seen: seenAfter(now, selectedStep, tab),
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
    reset: () => store.setState(start),
  };
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
