import { expect, test } from 'vitest';
import { isAddress, parseOwnAddresses } from './own-addresses.ts';

test('what is kept is believed as far as somebody could be reached there', () => {
  expect(parseOwnAddresses('{"email":" me@example.org ","phone":"+44 20 7946 0000"}')).toEqual({
    email: 'me@example.org',
    phone: '+44 20 7946 0000',
  });
  const odd = [
    '{',
    '[]',
    'null',
    '{"email":1}',
    '{"email":"me"}',
    '{"mail":"me@example.org"}',
    null,
  ];
  expect(odd.map((text) => parseOwnAddresses(text))).toEqual(odd.map(() => ({})));
});

test('an address that nobody could be reached at is none', () => {
  expect(
    ['me@example', 'me example@x.org', '@x.org', ''].map((one) => isAddress('email', one)),
  ).toEqual([false, false, false, false]);
  expect(['12', '- - - -', 'call me'].map((one) => isAddress('phone', one))).toEqual([
    false,
    false,
    false,
  ]);
});
