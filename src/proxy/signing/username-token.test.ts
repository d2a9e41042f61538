import { WSSecurity } from 'soap';
import { describe, expect, it } from 'vitest';
import { applyAuthRule } from '../auth-rules.ts';
import { RefusedError } from '../refusal.ts';
import { passwordDigest } from './username-token.ts';

const rule = {
  scheme: 'ws-security',
  user: '/user',
  password: '/password',
  as: { at: '/as' },
} as const;
const tools = { now: () => Date.UTC(2003, 6, 16, 1, 24, 32), newId: () => 'a-nonce-of-16-by' };
const envelope = (
  inside: string,
  start = '<?xml version="1.0"?>\n<soap:Envelope xmlns:soap="urn:e">',
) => `${start}${inside}</soap:Envelope>`;
const body = '<soap:Body><a/></soap:Body>';

function sent(text: string | undefined, values: Readonly<Record<string, string>> = {}) {
  const form = { user: 'ada', password: 'p<w>&"\'', as: 'text', ...values };
  const signed = applyAuthRule(rule, form, tools).sign?.({
    method: 'POST',
    origin: 'https://shop.example',
    path: '/soap',
    search: '',
    headers: [],
    body: text,
  });
  return { body: signed?.body ?? '', secrets: signed?.secrets };
}

describe('a user name in the header of an envelope', () => {
  it('stands where the profile says, the password escaped', () => {
    expect(sent(envelope(body)).body).toBe(
      envelope(
        `<soap:Header><wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" soap:mustUnderstand="1"><wsse:UsernameToken><wsse:Username>ada</wsse:Username><wsse:Password Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText">p&lt;w&gt;&amp;"'</wsse:Password></wsse:UsernameToken></wsse:Security></soap:Header>${body}`,
      ),
    );
  });

  it('joins what is in the header already', () => {
    const { body: text } = sent(envelope(`<soap:Header><t/></soap:Header>${body}`));
    expect(text).toMatch(/<soap:Header><wsse:Security.*<\/wsse:Security><t\/><\/soap:Header>/);
    expect(sent(envelope(`<soap:Header/>${body}`)).body).toMatch(
      /<soap:Header><wsse:Security.*<\/wsse:Security><\/soap:Header><soap:Body>/,
    );
    expect(sent(`<Envelope xmlns="urn:e"><Body/></Envelope>`).body).toMatch(
      /^<Envelope xmlns="urn:e"><Header><wsse:Security (?!.*mustUnderstand).*<\/Header><Body\/>/,
    );
  });

  it('proves the password by a hash with a nonce and the time, which is masked like the password', () => {
    const digest = passwordDigest(
      Buffer.from('a-nonce-of-16-by'),
      '2003-07-16T01:24:32.000Z',
      'secret',
    );
    const made = sent(envelope(body), { as: 'digest', password: 'secret' });
    expect(made.body).toContain(`#PasswordDigest">${digest}</wsse:Password>`);
    expect(made.body).toContain('#Base64Binary">YS1ub25jZS1vZi0xNi1ieQ==</wsse:Nonce>');
    expect(made.body).toContain('<wsu:Created>2003-07-16T01:24:32.000Z</wsu:Created>');
    expect(made.body).not.toContain('secret');
    expect(made.secrets).toEqual([digest]);
  });

  it('has the hash that others published and compute', () => {
    // The example of "Atom Authentication" (xml.com, 17 December 2003).
    const nonce = Buffer.from('d36e316282959a9ed4c89851497a717f');
    expect(passwordDigest(nonce, '2003-12-15T14:43:07Z', 'taadtaadpstcsm')).toBe(
      'quR/EWLAV4xLf9Zqyw4pDmfV9OY=',
    );
    const theirs = new WSSecurity('ada', 'secret', { passwordType: 'PasswordDigest' }).toXML();
    const part = (name: string) =>
      new RegExp(`<ws\\w+:${name}[^>]*>([^<]*)<`).exec(theirs)?.[1] ?? '';
    expect(passwordDigest(Buffer.from(part('Nonce'), 'base64'), part('Created'), 'secret')).toBe(
      part('Password'),
    );
  });

  it('leaves a question without a body alone', () => {
    expect(sent(undefined)).toEqual({ body: '', secrets: [] });
  });

  it.each(['{"a":1}', '<html/>', '<soap:Envelope/>', '<!-- x --><soap:Envelope>'])(
    'goes into no other body: %s',
    (text) => {
      expect(() => sent(text)).toThrow(new RefusedError('proxy.no-envelope'));
    },
  );

  it('refuses at the form what XML has no sign for', () => {
    expect(() =>
      applyAuthRule(rule, { user: 'a', password: 'b\u0001', as: 'text' }, tools),
    ).toThrow(new RefusedError('proxy.credential-unusable-character', { field: '/password' }));
    expect(() => applyAuthRule(rule, { user: 'a', password: 'b', as: 'plain' }, tools)).toThrow(
      RefusedError,
    );
  });
});
