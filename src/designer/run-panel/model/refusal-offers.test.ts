import { expect, test } from 'vitest';
import { offersFor } from './refusal-offers.ts';

const ended = { halted: false, skips: false };

test('a key that is refused is mended before anything else', () => {
  expect(offersFor('sign-in', ended)[0]).toBe('connect');
  expect(offersFor('not-allowed', ended)[0]).toBe('connect');
});

test('a run that stands still can be told to skip or to stop, and is not begun anew', () => {
  const offers = offersFor('data', { halted: true, skips: false });
  expect(offers).toEqual(['field', 'mend', 'skip', 'skip-always', 'stop']);
});

test('a limit that was hit is raised first; a service that was slow is asked again first', () => {
  const raises = { ...ended, raises: true };
  expect(offersFor('other', raises)[0]).toBe('raise');
  expect(offersFor('no-answer', raises).slice(-2)).toEqual(['again', 'raise']);
  expect(offersFor('other', ended)).not.toContain('raise');
});

test('what is there already is not sent again', () => {
  expect(offersFor('exists-already', ended)).not.toContain('or-change');
  const offers = offersFor('exists-already', { ...ended, changes: true });
  expect(offers[0]).toBe('or-change');
  expect(offers).not.toContain('again');
});

test('a step that skips already does not offer it', () => {
  expect(offersFor('data', { halted: false, skips: true })).toEqual(['field', 'mend', 'again']);
});

test('a service in trouble is only tried again', () => {
  expect(offersFor('service-trouble', ended).filter((offer) => /skip|connect/.test(offer))).toEqual(
    [],
  );
});
