import { describe, expect, it } from 'vitest';
import { applyOperation } from '../apply-operation.ts';
import type { Flow } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import { referenceFlow } from '../testing/a-flow.ts';
import { writeFlow } from './write-flow.ts';

describe('writeFlow', () => {
  it('gives the same text for the same flow, however it was edited', () => {
    let flow: Flow = referenceFlow();
    const operations: readonly Operation[] = [
      { type: 'step.set-note', step: 'find', note: 'x' },
      { type: 'step.move', positions: { find: { x: 1, y: 1 } } },
      { type: 'step.move', positions: { find: { x: 0, y: 0 } } },
      { type: 'step.set-credential', step: 'find', credential: undefined },
      { type: 'step.set-credential', step: 'find', credential: 'crm-key' },
      { type: 'step.set-note', step: 'find', note: undefined },
    ];
    for (const operation of operations) {
      const applied = applyOperation(flow, operation);
      if (applied.ok) flow = applied.value.flow;
    }
    expect(writeFlow(flow)).toBe(writeFlow(referenceFlow()));
  });

  it('begins with what the file is', () => {
    expect(writeFlow(referenceFlow()).split('\n').slice(0, 6)).toEqual([
      '{',
      '  "format": "footbridge.flow",',
      '  "formatVersion": 1,',
      '  "id": "flow-1",',
      '  "revision": 0,',
      '  "name": "A flow",',
    ]);
  });
});
