import { expect, it } from 'vitest';
import { againScope } from './again-scope.ts';

it('goes as far as the run went that refused it', () => {
  expect(againScope('s', { kind: 'flow' })).toEqual({ kind: 'from', step: 's' });
  expect(againScope('s', { kind: 'up-to', step: 'end' })).toEqual({
    kind: 'from',
    step: 's',
    upTo: 'end',
  });
  expect(againScope('s', { kind: 'from', step: 'a', upTo: 'end' })).toEqual({
    kind: 'from',
    step: 's',
    upTo: 'end',
  });
  expect(againScope('s', { kind: 'only', step: 's' })).toEqual({ kind: 'only', step: 's' });
});
