import { expect, it } from 'vitest';
import { shown } from './shown.ts';

it('a long text is cut between two characters', () => {
  const short = shown(`${'x'.repeat(58)}😀${'y'.repeat(10)}`);
  expect(short).toBe(`${'x'.repeat(58)}…`);
});
