import { describe, expect, it } from 'vitest';
import { sayWording } from '../words/index.ts';
import { addStepAfter, insertStepOnEdge, removeSteps } from './build/compose.ts';
import { labelOf } from './label-of.ts';
import type { Flow } from './flow-document.ts';
import type { Note, StepGroup } from './layout.ts';
import type { Operation } from './operation.ts';
import { anEdge, findCustomers, referenceFlow } from './testing/a-flow.ts';

const flow = referenceFlow();
const says = (operation: Operation | undefined): string =>
  operation === undefined ? '' : sayWording(labelOf(operation, flow));
const newId = (): string => 'new';
const note: Note = {
  id: 'n',
  text: 'Ask Ada',
  position: { x: 0, y: 0 },
  size: { width: 200, height: 120 },
  colour: 'sand',
};
const group: StepGroup = { id: 'g', title: 'Read', steps: ['find'], colour: 'plain' };

describe('labelOf', () => {
  it('names what was connected', () => {
    expect(says({ type: 'edge.connect', edge: anEdge('find', 'add') })).toBe('Connect find to add');
    expect(says({ type: 'edge.disconnect', edge: 'find>add' })).toBe('Disconnect find from add');
  });

  it('has a sentence for every operation', () => {
    const operations: readonly Operation[] = [
      { type: 'flow.rename', name: 'x' },
      { type: 'flow.set-start', start: { kind: 'manual' } },
      { type: 'flow.set-start', start: { kind: 'webhook' } },
      { type: 'flow.set-start', start: { kind: 'poll', everySeconds: 60 } },
      { type: 'flow.set-start', start: { kind: 'schedule', cron: '0 * * * *', timeZone: 'UTC' } },
      { type: 'flow.set-region', locale: 'de', timeZone: 'UTC' },
      { type: 'flow.set-limits', limits: { messages: 5 } },
      { type: 'step.add', step: findCustomers('new') },
      { type: 'step.remove', step: 'add' },
      { type: 'step.rename', step: 'add', name: 'x' },
      { type: 'step.set-operation', step: 'add', operation: 'x', componentVersion: '1' },
      { type: 'step.set-credential', step: 'find', credential: 'crm-key' },
      { type: 'step.set-credential', step: 'find', credential: undefined },
      { type: 'step.set-settings', step: 'find', settings: {} },
      { type: 'step.set-slot', step: 'find', slot: 'input', content: undefined },
      { type: 'step.set-slot', step: 'find', slot: 'condition', content: undefined },
      { type: 'step.set-field', step: 'find', slot: 'input', path: ['a'], binding: undefined },
      { type: 'step.set-shape', step: 'find', side: 'input', shape: undefined },
      { type: 'step.set-emit', step: 'find', emit: undefined },
      { type: 'step.set-failure', step: 'find', onFailure: undefined },
      { type: 'step.set-tries', step: 'find', tries: 2 },
      { type: 'step.set-parallel', step: 'find', parallel: 2 },
      { type: 'step.set-enabled', step: 'find', enabled: true },
      { type: 'step.set-enabled', step: 'find', enabled: false },
      { type: 'step.set-note', step: 'find', note: undefined },
      { type: 'step.move', positions: { find: { x: 0, y: 0 } } },
      { type: 'step.move', positions: { find: { x: 0, y: 0 }, add: { x: 0, y: 0 } } },
      { type: 'credential.add', credential: { id: 'n', name: 'x', component: 'c', type: 't' } },
      { type: 'credential.remove', credential: 'crm-key' },
      { type: 'credential.rename', credential: 'crm-key', name: 'x' },
      { type: 'sample.set', step: 'find', name: 'x', sample: undefined },
      {
        type: 'sample.set',
        step: 'find',
        name: 'x',
        sample: { step: 'find', name: 'x', hash: '', size: 0 },
      },
      { type: 'note.set', note },
      { type: 'note.remove', note: 'n' },
      { type: 'group.remove', group: 'g' },
      removeSteps(flow, ['find', 'add']),
      { type: 'batch', label: 'Ada’s own words', operations: [] },
    ];
    const sentences = operations.map(says);
    expect(
      sentences.filter(
        (sentence) => sentence.includes('not as it should be') || sentence.includes('{{'),
      ),
    ).toEqual([]);
    expect(sentences.at(-1)).toBe('Ada’s own words');
  });

  it('says what was done to a group, and to a note that is there already', () => {
    const laidOut: Flow = { ...flow, layout: { ...flow.layout, notes: [note], groups: [group] } };
    const change = (changed: Partial<StepGroup>): string =>
      sayWording(labelOf({ type: 'group.set', group: { ...group, ...changed } }, laidOut));
    expect(change({ id: 'new' })).toBe('Group 1 step as “Read”');
    expect(change({ title: 'Fetch' })).toBe('Rename the group “Read” to “Fetch”');
    expect(change({ collapsed: true })).toBe('Fold the group “Read”');
    expect(change({ colour: 'sky' })).toBe('Colour the group “Read”');
    expect(change({ steps: ['find', 'add'] })).toBe('Change the group “Read”');
    expect(sayWording(labelOf({ type: 'group.remove', group: 'g' }, laidOut))).toBe(
      'Take the group “Read” apart',
    );
    const changeNote = (changed: Partial<Note>): string =>
      sayWording(labelOf({ type: 'note.set', note: { ...note, ...changed } }, laidOut));
    expect(changeNote({ text: 'Ask Bob' })).toBe('Change a note');
    expect(changeNote({ colour: 'sky' })).toBe('Colour a note');
    expect(changeNote({ position: { x: 5, y: 5 } })).toBe('Move a note');
    expect(changeNote({ size: { width: 9, height: 9 } })).toBe('Resize a note');
    expect(says({ type: 'note.set', note })).toBe('Add a note');
  });

  it('names the field of a mapping that was changed', () => {
    expect(
      says({
        type: 'step.set-slot',
        step: 'add',
        slot: 'input',
        content: undefined,
        field: 'E-mail',
      }),
    ).toBe('Change “E-mail” of add');
  });

  it('tells a step that was added after another from one that was put between two', () => {
    const step = findCustomers('new', { name: 'Look up' });
    expect(says(addStepAfter(flow, 'find', step, newId))).toBe('Add Look up after find');
    expect(says(insertStepOnEdge(flow, 'find>add', step, newId))).toBe(
      'Put Look up between find and add',
    );
  });
});
