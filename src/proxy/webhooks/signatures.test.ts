import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signatureRules, verifySignature, type SignatureKind } from './signatures.ts';

interface Case {
  readonly kind: SignatureKind;
  readonly secret: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly at: number;
}

const slackBody =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';

const standard: Case = {
  kind: 'standard-webhooks',
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  body: '{"test": 2432232314}',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  at: 1614265330,
};
/** As the services publish them; Stripe's and Shopify's pages hold no whole example, so theirs are signed here by their text. */
const published: readonly Case[] = [
  standard,
  {
    kind: 'github',
    secret: "It's a Secret to Everybody",
    body: 'Hello, World!',
    headers: {
      'x-hub-signature-256':
        'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
      'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
    },
    at: 1614265330,
  },
  {
    kind: 'slack',
    secret: '8f742231b10e8888abcd99yyyzzz85a5',
    body: slackBody,
    headers: {
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    },
    at: 1531420618,
  },
];

const signed: readonly Case[] = [
  {
    kind: 'stripe',
    secret: 'whsec_of_this_test_only',
    body: '{"type":"charge.succeeded"}',
    headers: {
      'stripe-signature': `t=1700000000,v0=old,v1=${'0'.repeat(64)},v1=${createHmac('sha256', 'whsec_of_this_test_only').update('1700000000.{"type":"charge.succeeded"}').digest('hex')}`,
    },
    at: 1700000000,
  },
  {
    kind: 'shopify',
    secret: 'hush',
    body: '{"id":820982911946154508}',
    headers: {
      'x-shopify-hmac-sha256': createHmac('sha256', 'hush')
        .update('{"id":820982911946154508}')
        .digest('base64'),
      'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
    },
    at: 1700000000,
  },
];

const verify = (given: Case, change: Partial<Case> = {}) => {
  const { kind, secret, body, headers, at } = { ...given, ...change };
  return verifySignature({
    kind,
    secret,
    body: Buffer.from(body, 'utf8'),
    headers: new Headers(headers),
    now: at * 1000,
  });
};

const all = [...published, ...signed];

describe.each(all.map((each) => [each.kind, each] as const))(
  'a call signed as %s',
  (_kind, given) => {
    it('is taken', () => {
      expect(verify(given).ok).toBe(true);
    });

    it('with a changed byte, another secret or no signature is refused', () => {
      expect(verify(given, { body: `${given.body} ` }).ok).toBe(false);
      expect(verify(given, { secret: `${given.secret}BBBB` }).ok).toBe(false);
      expect(verify(given, { secret: '' }).ok).toBe(false);
      expect(verify(given, { headers: {} }).ok).toBe(false);
    });

    it('whose signature is cut or not of that form is refused', () => {
      const { header } = signatureRules[given.kind];
      const told = given.headers[header] ?? '';
      for (const broken of [told.slice(0, -2), told.slice(1), 'x', '='.repeat(64), ',,,,'])
        expect(verify(given, { headers: { ...given.headers, [header]: broken } }).ok).toBe(false);
    });
  },
);

describe.each(
  all
    .filter(({ kind }) => 'time' in signatureRules[kind])
    .map((each) => [each.kind, each] as const),
)('the time of a call signed as %s', (_kind, given) => {
  it('may be five minutes off, and not six, in both directions', () => {
    for (const seconds of [-300, 300])
      expect(verify(given, { at: given.at + seconds }).ok).toBe(true);
    for (const seconds of [-360, 360])
      expect(verify(given, { at: given.at + seconds }).ok).toBe(false);
  });
});

it.each([
  ['not in base64', 'whsec_!!'],
  ['in letters that are none of base64', 'whsec_секретное-слово-для-вебхуков'],
  ['in base64 with something behind it', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw; and more'],
  ['too short for a key', `whsec_${Buffer.alloc(15).toString('base64')}`],
  ['of nothing but its beginning', 'whsec_'],
])('a secret of Standard Webhooks that is %s lets nobody in', (_what, secret) => {
  const { headers, body, at } = standard;
  const told = (key: Uint8Array) => {
    const hmac = createHmac('sha256', key);
    const signed = hmac.update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
    return `v1,${signed.digest('base64')}`;
  };
  const asNodeReadsIt = Buffer.from(secret.replace('whsec_', ''), 'base64');
  for (const key of [Buffer.alloc(0), asNodeReadsIt])
    expect(
      verify(
        { kind: 'standard-webhooks', secret, body, headers, at },
        { headers: { ...headers, 'webhook-signature': told(key) } },
      ),
    ).toEqual({ ok: false });
});

it('a call is told from others by its name, or by its signature where that holds the time', () => {
  const names = Object.fromEntries(
    all.map((each) => {
      const said = verify(each);
      return [each.kind, 'id' in said ? said.id : undefined];
    }),
  );
  expect(names).toMatchObject({
    'standard-webhooks': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    github: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
    shopify: 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
  });
  const slack = Buffer.from(
    'a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    'hex',
  );
  expect(names['slack']).toBe(slack.toString('base64url'));
  expect(names['stripe']).toMatch(/^[\w-]{43}$/);
});
