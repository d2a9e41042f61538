import { humanise, type WordParams, type Wording } from '../shared/index.ts';
import type { Flow } from './flow-document.ts';
import type { Note, StepGroup } from './layout.ts';
import type { Operation } from './operation.ts';

/** What the history says about an operation that is about to be applied to `flow`, such as "Connect CRM to Newsletter". */
export function labelOf(operation: Operation, flow: Flow): Wording {
  const stepName = (id: string): string => flow.steps.find((step) => step.id === id)?.name ?? '';
  const slotName = (id: string): string =>
    flow.credentials.find((slot) => slot.id === id)?.name ?? '';
  switch (operation.type) {
    case 'flow.rename':
      return label('rename-flow', { name: operation.name });
    case 'flow.set-start':
      return label(`start-${operation.start.kind}`);
    case 'flow.set-limits':
      return label('set-limits');
    case 'flow.set-region':
      return label('set-region');
    case 'step.add':
      return label('add-step', { step: operation.step.name });
    case 'step.rename':
      return label('rename-step', { step: stepName(operation.step), name: operation.name });
    case 'step.set-credential':
      return operation.credential === undefined
        ? label('clear-credential', { step: stepName(operation.step) })
        : label('set-credential', {
            step: stepName(operation.step),
            credential: slotName(operation.credential),
          });
    case 'step.set-field':
    case 'step.set-slot':
      if (operation.field !== undefined)
        return label('set-field', { step: stepName(operation.step), field: operation.field });
      return operation.slot === 'input'
        ? label('set-mapping', { step: stepName(operation.step) })
        : label('set-slot', { step: stepName(operation.step), slot: humanise(operation.slot) });
    case 'step.set-enabled':
      return label(operation.enabled ? 'enable-step' : 'disable-step', {
        step: stepName(operation.step),
      });
    case 'step.remove':
    case 'step.set-operation':
    case 'step.set-settings':
    case 'step.set-shape':
    case 'step.set-emit':
    case 'step.set-failure':
    case 'step.set-tries':
    case 'step.set-parallel':
    case 'step.set-note':
      return label(oneStep[operation.type], { step: stepName(operation.step) });
    case 'step.move': {
      const moved = Object.keys(operation.positions);
      return moved.length === 1
        ? label('move-step', { step: stepName(moved[0] ?? '') })
        : label('move-steps', { count: moved.length });
    }
    case 'edge.connect':
      return label('connect', {
        from: stepName(operation.edge.from),
        to: stepName(operation.edge.to),
      });
    case 'edge.disconnect': {
      const edge = flow.edges.find(({ id }) => id === operation.edge);
      return label('disconnect', {
        from: stepName(edge?.from ?? ''),
        to: stepName(edge?.to ?? ''),
      });
    }
    case 'credential.add':
      return label('add-credential', { credential: operation.credential.name });
    case 'credential.remove':
      return label('remove-credential', { credential: slotName(operation.credential) });
    case 'credential.rename':
      return label('rename-credential', {
        credential: slotName(operation.credential),
        name: operation.name,
      });
    case 'sample.set':
      return label(operation.sample === undefined ? 'remove-sample' : 'set-sample', {
        step: stepName(operation.step),
      });
    case 'note.set':
      return noteLabel(
        flow.layout.notes.find(({ id }) => id === operation.note.id),
        operation.note,
      );
    case 'note.remove':
      return label('remove-note');
    case 'group.set':
      return groupLabel(
        flow.layout.groups.find(({ id }) => id === operation.group.id),
        operation.group,
      );
    case 'group.remove':
      return label('remove-group', {
        group: flow.layout.groups.find(({ id }) => id === operation.group)?.title ?? '',
      });
    case 'batch':
      return batchLabels.has(operation.label)
        ? label(operation.label, operation.params)
        : label('several', { what: operation.label });
  }
}

function noteLabel(before: Note | undefined, after: Note): Wording {
  if (before === undefined) return label('add-note');
  if (before.text !== after.text) return label('change-note');
  if (before.colour !== after.colour) return label('colour-note');
  const isSameSize =
    before.size.width === after.size.width && before.size.height === after.size.height;
  return label(isSameSize ? 'move-note' : 'resize-note');
}

function groupLabel(before: StepGroup | undefined, after: StepGroup): Wording {
  const group = after.title;
  if (before === undefined) return label('add-group', { group, count: after.steps.length });
  if (before.title !== after.title)
    return label('rename-group', { group: before.title, name: after.title });
  if ((before.collapsed ?? false) !== (after.collapsed ?? false))
    return label(after.collapsed === true ? 'fold-group' : 'unfold-group', { group });
  if (before.colour !== after.colour) return label('colour-group', { group });
  return label('change-group', { group });
}

const oneStep = {
  'step.remove': 'remove-step',
  'step.set-operation': 'set-operation',
  'step.set-settings': 'set-settings',
  'step.set-shape': 'set-shape',
  'step.set-emit': 'set-emit',
  'step.set-failure': 'set-failure',
  'step.set-tries': 'set-tries',
  'step.set-parallel': 'set-parallel',
  'step.set-note': 'set-note',
} as const;

/** Keys of the words "history" that a batch may carry; any other label is free text. */
const batchLabels: ReadonlySet<string> = new Set([
  'add-step',
  'add-step-after',
  'insert-step',
  'remove-step',
  'add-credential',
  'set-credential',
  'replace-component',
  'duplicate-steps',
  'paste-steps',
  'enable-steps',
  'disable-steps',
  'align-steps',
  'remove-steps',
  'remove-notes',
  'remove-things',
  'add-group',
  'enter-group',
  'leave-group',
  'move-group',
  'move-things',
  'move-before',
  'move-into',
  'match-by-name',
  'replace-source',
  'rename-field',
  'read-fields',
  'tidy',
  'restore-version',
]);

function label(key: string, params: WordParams = {}): Wording {
  return { code: `history.${key}`, params };
}
