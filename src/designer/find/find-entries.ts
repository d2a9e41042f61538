/** Everything of an open flow that a person may look for by its name, each with what happens when it is chosen. */
import {
  inputSchemaOf,
  operationOf,
  outputSchemaOf,
  type Flow,
  type Note,
  type Step,
  type StepGroup,
} from '../../flow/index.ts';
import {
  itemsOf,
  propertiesOf,
  resolve,
  titleOf,
  wordsOf,
  type JsonPath,
  type JsonSchema,
  type Searched,
} from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { offersFor, type CommandId } from '../effects/commands/commands.ts';
import type { Keys } from '../effects/commands/command.ts';
import { noTarget, selectedTarget } from '../effects/commands/targets.ts';
import { plainNote } from '../ui/notes/read-note.ts';
import type { Workbench } from '../state/workbench.ts';

export const findKinds = [
  'step',
  'group',
  'note',
  'field',
  'component',
  'flow',
  'template',
  'service',
  'command',
] as const;

export interface FindEntry {
  readonly key: string;
  readonly kind: (typeof findKinds)[number];
  readonly title: string;
  /** Where it is, or what it is of. */
  readonly beside?: string;
  readonly icon: { readonly component: string } | { readonly command: CommandId };
  readonly keys?: Keys;
  act(): void;
}

/** Deeper fields are found by opening the step. */
const deepest = 4;
const mostFieldsOfStep = 300;

export function findEntries(
  bench: Workbench,
  addStep: (component: string) => void,
): readonly Searched<FindEntry>[] {
  const { flow, readOnly } = bench.document.getState();
  if (flow === undefined) return [];
  return [
    ...flow.steps.map((step, at) => stepEntry(bench, step, at + 1)),
    ...flow.layout.groups.map((group) => groupEntry(bench, group)),
    ...flow.layout.notes.map((note) => noteEntry(bench, note)),
    ...flow.steps.flatMap((step, at) => fieldEntries(bench, flow, step, at + 1)),
    ...(readOnly ? [] : componentEntries(bench, addStep)),
    ...commandEntries(bench),
  ];
}

function stepEntry({ catalog, view }: Workbench, step: Step, number: number): Searched<FindEntry> {
  const component = wordsOf(catalog.component(step.component)?.title);
  const operation = wordsOf(operationOf(step, catalog)?.title);
  const what = [component, operation].filter((words) => words !== '').join(' · ');
  return {
    item: {
      key: `step ${step.id}`,
      kind: 'step',
      title: step.name,
      beside: say('find.step-beside', { number, what }),
      icon: { component: step.component },
      act: () => view.reveal(step.id, 'operation'),
    },
    texts: [
      { text: step.name, weight: 12 },
      { text: String(number), weight: 12 },
      { text: operation, weight: 7 },
      { text: component, weight: 6 },
      { text: step.note ?? '', weight: 2 },
    ],
  };
}

function groupEntry({ view }: Workbench, { id, title, steps }: StepGroup): Searched<FindEntry> {
  return {
    item: {
      key: `group ${id}`,
      kind: 'group',
      title,
      beside: say('groups.count-steps', { count: steps.length }),
      icon: { command: 'group.make' },
      act() {
        view.selectGroup(id);
        view.setState({ narrowTab: 'flow' });
      },
    },
    texts: [{ text: title, weight: 11 }],
  };
}

function noteEntry({ view }: Workbench, { id, text }: Note): Searched<FindEntry> {
  const words = plainNote(text).trim();
  const [title = ''] = words.split('\n');
  return {
    item: {
      key: `note ${id}`,
      kind: 'note',
      title: title === '' ? say('notes.label-empty') : title,
      icon: { command: 'note.add' },
      act() {
        view.selectSteps([], [id]);
        view.setState({ narrowTab: 'flow' });
      },
    },
    texts: [
      { text: title, weight: 10 },
      { text: words, weight: 4 },
    ],
  };
}

function fieldEntries(
  { catalog, view }: Workbench,
  flow: Flow,
  step: Step,
  number: number,
): readonly Searched<FindEntry>[] {
  const place = { number, step: step.name };
  const entry = (side: 'in' | 'out', { path, titles }: NamedField): Searched<FindEntry> => {
    const title = titles.join(' › ');
    return {
      item: {
        key: `${side} ${step.id} ${path.join('/')}`,
        kind: 'field',
        title,
        beside: say(`find.field-${side}`, place),
        icon: { component: step.component },
        act: () =>
          side === 'in' ? view.reveal(step.id, 'mapping', path) : view.reveal(step.id, 'test'),
      },
      // The name of a field before that of the groups it is in.
      texts: [
        { text: titles.at(-1) ?? '', weight: 8 },
        { text: title, weight: 4 },
        { text: step.name, weight: 2 },
      ],
    };
  };
  return [
    ...namedFields(inputSchemaOf(step, catalog)).map((field) => entry('in', field)),
    ...namedFields(outputSchemaOf(flow, catalog, step.id)).map((field) => entry('out', field)),
  ];
}

interface NamedField {
  readonly path: JsonPath;
  readonly titles: readonly string[];
}

function namedFields(root: JsonSchema | undefined): readonly NamedField[] {
  const found: NamedField[] = [];
  function collect(schema: JsonSchema, path: JsonPath, titles: readonly string[]): void {
    if (titles.length >= deepest || root === undefined) return;
    for (const [name, property] of Object.entries(propertiesOf(schema, root))) {
      if (found.length >= mostFieldsOfStep) return;
      const here = resolve(property, root);
      const field = { path: [...path, name], titles: [...titles, titleOf(here, name)] };
      found.push(field);
      collect(itemsOf(here, root) ?? here, field.path, field.titles);
    }
  }
  if (root !== undefined) collect(resolve(root, root), [], []);
  return found;
}

function componentEntries(
  { catalog }: Workbench,
  addStep: (component: string) => void,
): readonly Searched<FindEntry>[] {
  return catalog.list.map(({ id, title, description, searchWords = [] }) => {
    const name = wordsOf(title);
    return {
      item: {
        key: `component ${id}`,
        kind: 'component',
        title: say('canvas.palette-add', { name }),
        icon: { component: id },
        act: () => addStep(id),
      },
      texts: [
        { text: say('canvas.palette-add', { name }), weight: 5 },
        { text: name, weight: 5 },
        ...searchWords.map((text) => ({ text, weight: 4 })),
        { text: wordsOf(description), weight: 1 },
      ],
    };
  });
}

/** What can be done now: to the flow, and to what is selected. */
export function commandEntries(bench: Workbench): readonly Searched<FindEntry>[] {
  const offers = [
    ...offersFor(bench, noTarget, 'everywhere'),
    ...offersFor(bench, selectedTarget(bench), 'flow'),
  ];
  return offers.flatMap(({ id, command, target }): readonly Searched<FindEntry>[] => {
    // What has to be chosen first is chosen in the menu of the step.
    if (command.choices !== undefined || command.isPossible?.(bench, target) === false) return [];
    const title = command.title(bench, target);
    const [keys] = command.keys ?? [];
    return [
      {
        item: {
          key: `command ${id} ${target.port ?? ''}`,
          kind: 'command',
          title,
          icon: { command: id },
          ...(keys !== undefined && { keys }),
          act: () => command.act(bench, target),
        },
        texts: [
          { text: title, weight: 9 },
          { text: command.also?.() ?? '', weight: 5 },
        ],
      },
    ];
  });
}
