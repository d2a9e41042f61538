import { beforeEach, describe, expect, it } from 'vitest';
import { createNewsletter } from './newsletter.ts';
import { makeCustomers } from './sample-customers.ts';
import {
  describedAnswers,
  describedService,
  type DescribedService,
} from './testing/described-service.ts';

const now = () => new Date('2026-03-01T10:00:00.000Z');
const ada = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };
const seen = new Set<string>();
let newsletter: DescribedService;

beforeEach(() => {
  newsletter = describedService(createNewsletter({ now }), (key) => ({
    Authorization: `Bearer ${key}`,
  }));
  return () => {
    for (const name of newsletter.seen) seen.add(name);
  };
});

describe('signing in', () => {
  it('says which account is connected', async () => {
    expect((await newsletter.ask('GET', '/account')).body).toEqual({
      account: 'Demo newsletter',
      plan: 'Sample',
    });
  });

  it.each(['/account', '/subscribers'])(
    'refuses %s without a token, and with another',
    async (path) => {
      const none = await newsletter.ask('GET', path, { key: null });
      expect([none.status, none.body]).toEqual([
        401,
        { error: { code: 'unauthorized', message: 'A token is needed.' } },
      ]);
      expect(none.headers.get('www-authenticate')).toBe('Bearer');
      const other = await newsletter.ask('GET', path, { key: 'other' });
      expect(other.body.error.message).toBe('This token is not known to the newsletter.');
    },
  );

  it('refuses writing without a token', async () => {
    expect((await newsletter.ask('POST', '/subscribers', { key: null, body: ada })).status).toBe(
      401,
    );
    expect((await newsletter.ask('GET', '/subscribers')).body.total).toBe(7);
  });
});

describe('adding a subscriber', () => {
  it('needs address and names only', async () => {
    const { status, body } = await newsletter.ask('POST', '/subscribers', { body: ada });
    expect([status, body]).toEqual([
      201,
      {
        ...ada,
        id: 's-0008',
        language: 'en',
        tags: [],
        birthday: null,
        source: '',
        subscribedAt: '2026-03-01T10:00:00.000Z',
      },
    ]);
  });

  it('keeps everything that is sent', async () => {
    const body = {
      ...ada,
      language: 'de',
      tags: ['Großkunde'],
      birthday: '1815-12-10',
      source: 'CRM',
    };
    expect((await newsletter.ask('POST', '/subscribers', { body })).body).toMatchObject(body);
  });

  it('refuses an address a second time, whatever its capitals', async () => {
    await newsletter.ask('POST', '/subscribers', { body: ada });
    const { status, body } = await newsletter.ask('POST', '/subscribers', {
      body: { ...ada, email: 'Ada@Example.com' },
    });
    expect([status, body]).toEqual([
      409,
      {
        error: {
          code: 'already_subscribed',
          message: 'Ada@Example.com is on the list already.',
          field: 'email',
        },
      },
    ]);
  });

  it('refuses every bad field by its name', async () => {
    const body = {
      email: 'jan.kowalski(at)example.com',
      firstName: 5,
      language: 'DE',
      tags: ['ok', ''],
      birthday: 'soon',
      phone: '1',
    };
    const answer = await newsletter.ask('POST', '/subscribers', { body });
    expect(answer.status).toBe(422);
    expect(answer.body.error).toEqual({
      code: 'invalid',
      message: 'This subscriber cannot be accepted.',
      fields: {
        email:
          '"jan.kowalski(at)example.com" is not a complete e-mail address, such as ada@example.com.',
        firstName: 'Text is expected here, but a number ("5") came.',
        lastName: 'This field is needed.',
        language: '"DE" does not fit here: a language has two small letters, such as de.',
        'tags.1': 'This field must not be empty.',
        birthday: '"soon" is not a date, such as 1990-12-31.',
        phone: 'There is no field "phone" that can be set.',
      },
    });
  });

  it('refuses unreadable, undeclared and too large bodies', async () => {
    expect((await newsletter.ask('POST', '/subscribers', { text: '{"email":' })).status).toBe(400);
    const plain = await newsletter.ask('POST', '/subscribers', {
      text: '{}',
      headers: { 'Content-Type': 'text/plain' },
    });
    expect(plain.status).toBe(415);
    expect(
      (
        await newsletter.ask('POST', '/subscribers', {
          body: { ...ada, source: 'x'.repeat(300_000) },
        })
      ).status,
    ).toBe(413);
  });

  it('answers the same Idempotency-Key with the first answer instead of a duplicate', async () => {
    const asked = { body: ada, headers: { 'Idempotency-Key': 'message-1' } };
    const first = await newsletter.ask('POST', '/subscribers', asked);
    const second = await newsletter.ask('POST', '/subscribers', asked);
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect((await newsletter.ask('GET', '/subscribers')).body.total).toBe(8);
  });

  it('refuses exactly the seven who subscribed and the five broken addresses when all customers come', async () => {
    const statuses: number[] = [];
    for (const { emails, firstName, lastName } of makeCustomers()) {
      const email = emails[0]?.address;
      if (email === undefined) continue;
      statuses.push(
        (await newsletter.ask('POST', '/subscribers', { body: { email, firstName, lastName } }))
          .status,
      );
    }
    const count = (status: number) => statuses.filter((one) => one === status).length;
    expect([count(409), count(422), count(201)]).toEqual([7, 5, statuses.length - 12]);
  });
});

describe('a run over all active customers', () => {
  it('adds 274, refuses 5 duplicates and 3 broken addresses, and 7 have no address', async () => {
    const active = makeCustomers().filter(({ status }) => status === 'active');
    const results: (number | 'no address')[] = [];
    for (const { emails, firstName, lastName } of active) {
      const email = emails[0]?.address;
      const body = { email, firstName, lastName };
      results.push(
        email === undefined
          ? 'no address'
          : (await newsletter.ask('POST', '/subscribers', { body })).status,
      );
    }
    const count = (result: number | 'no address') => results.filter((one) => one === result).length;
    expect([count(201), count(409), count(422), count('no address')]).toEqual([274, 5, 3, 7]);
    expect(results.slice(0, 5)).toEqual([201, 201, 409, 422, 201]);
  });
});

describe('listing subscribers', () => {
  it('leads over its cursors through all of them once', async () => {
    const first = (await newsletter.ask('GET', '/subscribers?limit=4')).body;
    expect([first.data.length, first.nextCursor, first.total]).toEqual([4, 'after-s-0004', 7]);
    const second = (
      await newsletter.ask('GET', `/subscribers?limit=4&cursor=${String(first.nextCursor)}`)
    ).body;
    expect(second.data.map((one: { id: string }) => one.id)).toEqual([
      's-0005',
      's-0006',
      's-0007',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('refuses a limit and a cursor that mean nothing', async () => {
    expect((await newsletter.ask('GET', '/subscribers?limit=1000')).body.error.fields).toEqual({
      limit: 'A whole number from 1 to 100 is expected here.',
    });
    expect((await newsletter.ask('GET', '/subscribers?cursor=x')).status).toBe(422);
  });
});

describe('the frame', () => {
  it('refuses wrong methods and unknown paths in its own form', async () => {
    expect((await newsletter.ask('DELETE', '/subscribers')).body.error.code).toBe('wrong_method');
    expect((await newsletter.ask('GET', '/campaigns')).body.error.code).toBe('not_found');
  });

  it('shows the newest subscriber first on its page', async () => {
    await newsletter.ask('POST', '/subscribers', { body: ada });
    const page = await (await newsletter.service.app.request('/')).text();
    expect(page).toContain('The newest 8 of 8 subscribers');
    expect(page.indexOf('s-0008')).toBeLessThan(page.indexOf('s-0007'));
  });

  it('is as at the start after a reset', async () => {
    await newsletter.ask('POST', '/subscribers', { body: ada });
    newsletter.service.reset();
    expect((await newsletter.ask('GET', '/subscribers')).body.total).toBe(7);
    expect((await newsletter.ask('POST', '/subscribers', { body: ada })).status).toBe(201);
  });

  it('describes no answer that these tests have not seen', async () => {
    const described = describedAnswers(await newsletter.description());
    expect(described.filter((name) => !seen.has(name))).toEqual([]);
  });
});
