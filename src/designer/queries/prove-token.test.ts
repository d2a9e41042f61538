import { expect, it } from 'vitest';
import { proofWords } from './prove-token.ts';

it('fills the proof with what the service said', () => {
  expect(
    proofWords('Connected as {name}, workspace {workspace}', { name: 'Ada', workspace: 'Demo' }),
  ).toBe('Connected as Ada, workspace Demo');
});

it('leaves no brace behind where the service did not say it', () => {
  expect(proofWords('Connected as {name}, {role}', { name: '' })).toBe('Connected as …, …');
});
