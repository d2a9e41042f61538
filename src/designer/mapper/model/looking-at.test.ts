import { expect, test } from 'vitest';
import { nothing, type Binding, type SourceType } from '../../../mapping/index.ts';
import { emptyRow } from '../modes/mode.ts';
import { lookingAt } from './looking-at.ts';

const seen: readonly SourceType[] = [
  {
    from: 's1',
    title: 'CRM',
    schema: {
      type: 'object',
      properties: { wants: { type: 'boolean' }, name: { type: 'string' } },
    },
  },
];
const ref = (key: string): Binding => ({ kind: 'ref', from: 's1', path: [key] });

test('a new line about yes or no asks for yes, about a text for what it is', () => {
  expect(lookingAt(emptyRow, ref('wants'), seen)).toEqual({ left: ref('wants'), is: 'is-yes' });
  expect(lookingAt(emptyRow, ref('name'), seen)).toEqual({
    left: ref('name'),
    is: 'equals',
    right: nothing,
  });
});
