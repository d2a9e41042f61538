import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../shared/index.ts';
import { readdress, recipientKindsOf, recipientsIn } from './recipients.ts';

const email: JsonSchema = { type: 'string', format: 'email' };
const message: JsonSchema = {
  type: 'object',
  $defs: {
    Person: { type: 'object', properties: { mail: { $ref: '#/$defs/Mail' }, name: {} } },
    Mail: email,
  },
  properties: {
    to: email,
    cc: { type: 'array', items: email },
    call: { anyOf: [{ type: 'string', format: 'tel' }, { type: 'null' }] },
    people: { type: 'array', items: { $ref: '#/$defs/Person' } },
    subject: { type: 'string' },
  },
};
const input = {
  to: 'ada@example.com',
  cc: ['bo@example.com', ''],
  call: '+44 1 234',
  people: [{ mail: 'cy@example.com', name: 'cy@example.com' }],
  subject: 'For ada@example.com',
  extra: 'dee@example.com',
};
const own = { email: 'me@example.org', phone: '+1 555' };

describe('recipients', () => {
  it('are the texts that the description calls an e-mail address or a telephone number', () => {
    expect(recipientsIn(input, message).map(({ path, kind }) => [path.join('.'), kind])).toEqual([
      ['to', 'email'],
      ['cc.0', 'email'],
      ['call', 'phone'],
      ['people.0.mail', 'email'],
    ]);
  });

  it('may be of the kinds that the description knows', () => {
    expect([...recipientKindsOf(message)].toSorted()).toEqual(['email', 'phone']);
    expect(recipientKindsOf({ type: 'object', properties: { name: {} } }).size).toBe(0);
  });

  it('become the person’s own, and nothing else changes', () => {
    expect(readdress(input, message, own)).toEqual({
      input: {
        ...input,
        to: 'me@example.org',
        cc: ['me@example.org', ''],
        call: '+1 555',
        people: [{ mail: 'me@example.org', name: 'cy@example.com' }],
      },
      replaced: [['to'], ['cc', 0], ['call'], ['people', 0, 'mail']],
    });
  });

  it('of a kind without an address of one’s own stay', () => {
    const { replaced } = readdress(input, message, { phone: '+1 555' });
    expect(replaced).toEqual([['call']]);
  });

  it('that are the person already are no change, and the input is the same object', () => {
    const mine = { to: own.email, cc: [own.email] };
    expect(readdress(mine, message, own)).toEqual({ input: mine, replaced: [] });
    expect(readdress(mine, message, own).input).toBe(mine);
  });

  it('in one text with commas between them all make way', () => {
    const to: JsonSchema = { type: ['string', 'array'], format: 'email-list', items: email };
    expect(readdress('ada@example.com, bo@example.com', to, own).input).toBe(own.email);
    expect(readdress(['ada@example.com', 'bo@example.com'], to, own).input).toEqual([
      own.email,
      own.email,
    ]);
  });

  it('are none where nothing is described, and names that mean something to objects stay', () => {
    expect(recipientsIn(input, undefined)).toEqual([]);
    const odd = JSON.parse('{"__proto__": "x", "to": "ada@example.com"}') as Record<string, string>;
    const { input: changed } = readdress(odd, message, own);
    expect(Object.entries(changed as object)).toEqual([
      ['__proto__', 'x'],
      ['to', 'me@example.org'],
    ]);
  });

  it('end in a description that contains itself', () => {
    const circle: JsonSchema = {
      $defs: { A: { anyOf: [{ $ref: '#/$defs/A' }] } },
      $ref: '#/$defs/A',
    };
    expect(recipientsIn('ada@example.com', circle)).toEqual([]);
    expect(recipientKindsOf(circle).size).toBe(0);
  });
});
