import type { Flow } from '../flow-document.ts';
import { layoutColours, type Note, type StepGroup } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { anEdge, findCustomers } from './a-flow.ts';

/** Kinds of drawn operations: the first number is one of them. */
export const drawnKinds = 25;

/** An operation of every kind on things that are there, by three numbers. */
export function drawn(
  flow: Flow,
  kind: number,
  one: number,
  other: number,
  newId: () => string,
): Operation {
  const step = flow.steps[one % Math.max(flow.steps.length, 1)]?.id ?? 'none';
  const second = flow.steps[other % Math.max(flow.steps.length, 1)]?.id ?? 'none';
  const edge = flow.edges[one % Math.max(flow.edges.length, 1)]?.id ?? 'none';
  const slot = flow.credentials[other % Math.max(flow.credentials.length, 1)]?.id ?? 'none';
  const operations: readonly Operation[] = [
    { type: 'step.add', step: findCustomers(newId()), at: one, position: { x: one, y: other } },
    { type: 'step.remove', step },
    { type: 'edge.connect', edge: anEdge(step, second, { id: newId() }), at: other },
    { type: 'edge.disconnect', edge },
    {
      type: 'step.rename',
      step,
      name: other % 4 === 0 ? '' : `name ${String(other)}`,
      ...(one % 2 === 0 && { restores: true }),
    },
    { type: 'step.set-credential', step, credential: other % 3 === 0 ? undefined : slot },
    {
      type: 'step.set-settings',
      step,
      settings: { pageSize: other },
      ...(one % 2 === 0 ? {} : { labels: other % 2 === 0 ? null : { '/a': 'b' } }),
    },
    {
      type: 'step.set-slot',
      step,
      slot: 'input',
      content: other % 2 === 0 ? undefined : { kind: 'literal', value: other },
    },
    {
      type: 'step.set-shape',
      step,
      side: one % 2 === 0 ? 'input' : 'output',
      shape: other % 3 === 0 ? undefined : { schema: {}, origin: 'by-hand' },
    },
    { type: 'step.set-emit', step, emit: other % 2 === 0 ? undefined : 'whole-list' },
    { type: 'step.set-failure', step, onFailure: other % 2 === 0 ? undefined : 'skip' },
    { type: 'step.set-tries', step, tries: other % 2 === 0 ? undefined : 1 + (one % 12) },
    { type: 'step.set-parallel', step, parallel: other % 2 === 0 ? undefined : one % 18 },
    { type: 'step.set-enabled', step, enabled: other % 2 === 0 },
    { type: 'step.set-note', step, note: other % 2 === 0 ? undefined : 'note' },
    { type: 'step.move', positions: { [step]: { x: other, y: one }, [second]: null } },
    {
      type: 'credential.add',
      credential: { id: newId(), name: 'n', component: 'catalog:crm', type: 'api-key' },
      at: one,
    },
    { type: 'credential.remove', credential: slot },
    {
      type: 'sample.set',
      step,
      name: 'now',
      sample: other % 3 === 0 ? undefined : { step, name: 'now', hash: String(other), size: one },
    },
    {
      type: 'step.set-operation',
      step,
      operation: `op ${String(other)}`,
      componentVersion: '2.0.0',
    },
    {
      type: 'step.set-field',
      step,
      slot: 'input',
      path: [['a'], ['b', 'c'], ['list', one % 3], ['list', one % 3, 'd'], []][other % 5] ?? [],
      binding: one % 4 === 0 ? undefined : { kind: 'literal', value: other },
    },
    { type: 'note.set', note: aNote(`note ${String(one % 3)}`, String(other)), at: other },
    { type: 'note.remove', note: `note ${String(one % 3)}` },
    {
      type: 'group.set',
      group: aGroup(`group ${String(one % 3)}`, [...new Set([step, second])], other % 2 === 0),
      at: other,
    },
    { type: 'group.remove', group: `group ${String(one % 3)}` },
    {
      type: 'flow.set-limits',
      limits:
        other % 3 === 0 ? undefined : { callsAtOnce: one % 70, waitSeconds: 1 + (other % 60) },
    },
  ];
  return operations[kind] as Operation; // kind is at most `drawnKinds`
}

export function aNote(id: string, text = ''): Note {
  return {
    id,
    text,
    position: { x: 0, y: 0 },
    size: { width: 200, height: 120 },
    colour: layoutColours[text.length % layoutColours.length] ?? 'plain',
  };
}

export function aGroup(id: string, steps: readonly string[], collapsed?: boolean): StepGroup {
  return {
    id,
    title: id,
    steps: [...steps],
    colour: 'plain',
    ...(collapsed !== undefined && { collapsed }),
  };
}
