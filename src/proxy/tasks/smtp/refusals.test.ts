import { describe, expect, it } from 'vitest';
import { toMailRefusal } from './refusals.ts';

/** As the library tells what was said at the sign-in. */
const atSignIn = (responseCode: number, response: string): Error =>
  Object.assign(new Error(`Invalid login: ${response}`), { code: 'EAUTH', responseCode, response });

describe('a no at the sign-in', () => {
  it.each([
    [454, '454 4.7.0 Too many login attempts, please try again later', 503],
    [421, '421 4.7.0 Try again later, closing connection', 503],
    [535, '535 5.7.8 Username and password not accepted', 401],
    [534, '534 5.7.9 Application-specific password required', 401],
  ])('%i (%s) is %i', (code, said, status) => {
    expect(toMailRefusal(atSignIn(code, said), 'mail.example')).toMatchObject({
      status,
      body: { code, message: said },
    });
  });
});
