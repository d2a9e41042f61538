import { expect, it } from 'vitest';
import { recordLabel } from './record-label.ts';

it('calls a message by its e-mail address when it has no name', () => {
  expect(recordLabel({ input: { id: 'c-1', email: 'ada@example.com' } })).toBe('ada@example.com');
});
it('puts first and last name together', () => {
  expect(recordLabel({ output: [{ id: 'c-1', firstName: 'Ada', lastName: 'Lovelace' }] })).toBe(
    'Ada Lovelace',
  );
});
it('reads what came out when nothing went in', () => {
  expect(recordLabel({ input: {}, output: [{ status: 'active' }] })).toBe('active');
});
it('has no words for a message without any text', () => {
  expect(recordLabel({ input: { done: true, company: null } })).toBe('');
});
it('cuts a long text to one short line', () => {
  expect(recordLabel({ input: { note: `one\ntwo ${'x'.repeat(100)}` } })).toBe(
    `one two ${'x'.repeat(51)}…`,
  );
});

it('is the name of what is inside, before its place among others', () => {
  expect(recordLabel({ input: { position: 3, count: 4, entry: { name: 'Cy Young' } } })).toBe(
    'Cy Young',
  );
});

it('is not the address of who tests, which is the same in every message', () => {
  const input = { email: 'me@example.org', firstName: 'Ada', lastName: 'Lovelace' };
  expect(recordLabel({ input, readdressed: [['email']] })).toBe('Ada Lovelace');
});
