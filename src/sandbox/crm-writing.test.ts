import { beforeEach, describe, expect, it } from 'vitest';
import { createCrm } from './crm.ts';
import {
  describedAnswers,
  describedService,
  type DescribedService,
} from './testing/described-service.ts';

const now = () => new Date('2026-03-01T10:00:00.000Z');
const seen = new Set<string>();
let crm: DescribedService;

beforeEach(() => {
  crm = describedService(createCrm({ now }), (key) => ({ 'X-Api-Key': key }));
  return () => {
    for (const name of crm.seen) seen.add(name);
  };
});

describe('adding a customer', () => {
  it('refuses writing without a key and adds nothing', async () => {
    const body = { firstName: 'Ada', lastName: 'Lovelace' };
    expect((await crm.ask('POST', '/customers', { key: null, body })).status).toBe(401);
    expect((await crm.ask('PATCH', '/customers/c-0001', { key: null, body })).status).toBe(401);
    expect((await crm.ask('GET', '/customers')).body.total).toBe(500);
  });

  it('needs the two names only', async () => {
    const { status, body } = await crm.ask('POST', '/customers', {
      body: { firstName: 'Zoë', lastName: 'Groß' },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: 'c-0501',
      status: 'lead',
      firstName: 'Zoë',
      lastName: 'Groß',
      emails: [],
      phone: '',
      birthday: null,
      createdAt: '2026-03-01T10:00:00.000Z',
      company: null,
      address: { street: '', city: '', postalCode: '', country: '' },
      tags: [],
      revenue: 0,
      newsletter: false,
      ordersCount: 0,
      notes: null,
    });
    expect((await crm.ask('GET', '/customers/c-0501')).body).toEqual(body);
  });

  it('keeps everything that is sent', async () => {
    const given = {
      firstName: 'Małgorzata',
      lastName: "O'Brien",
      status: 'active',
      emails: [{ address: 'm.obrien@example.com', kind: 'work' }],
      phone: '0048 22 000 00 07',
      birthday: '1988-02-29',
      company: { name: 'Żubr', vatId: null },
      address: { street: 'Gartenweg 3', city: 'Dresden', postalCode: '01067', country: 'DE' },
      tags: ['vip', 'Großkunde'],
      revenue: 12.5,
      newsletter: true,
      ordersCount: 3,
      notes: 'two\nlines',
    };
    expect((await crm.ask('POST', '/customers', { body: given })).body).toMatchObject(given);
  });

  it('refuses every bad field at its place, and adds nothing', async () => {
    const body = {
      firstName: '',
      status: 'gone',
      emails: [{ address: 'jan.kowalski(at)example.com', kind: 'home' }],
      phone: 'call me',
      birthday: '31.12.1990',
      company: { name: 'X', vatId: 'de1' },
      address: { country: 'Germany' },
      tags: 'vip',
      revenue: -1,
      newsletter: 'yes',
      ordersCount: 1.5,
      nickname: 'Jan',
    };
    const answer = await crm.ask('POST', '/customers', { body });
    expect(answer.status).toBe(422);
    expect(answer.body.message).toBe('14 fields cannot be accepted.');
    const found = answer.body.errors.map(
      (one: { field: string; code: string }) => `${one.field} ${one.code}`,
    );
    expect(found.sort()).toEqual([
      '/address/country malformed',
      '/birthday malformed',
      '/company/vatId malformed',
      '/emails/0/address malformed',
      '/emails/0/kind not_allowed',
      '/firstName too_short',
      '/lastName required',
      '/newsletter wrong_type',
      '/nickname unknown_field',
      '/ordersCount wrong_type',
      '/phone malformed',
      '/revenue too_small',
      '/status not_allowed',
      '/tags wrong_type',
    ]);
    expect((await crm.ask('GET', '/customers')).body.total).toBe(500);
  });

  it('explains a bad address in words', async () => {
    const body = {
      firstName: 'Jan',
      lastName: 'Kowalski',
      emails: [{ address: 'jan.kowalski(at)example.com', kind: 'work' }],
    };
    expect((await crm.ask('POST', '/customers', { body })).body).toEqual({
      message: 'One field cannot be accepted.',
      errors: [
        {
          field: '/emails/0/address',
          code: 'malformed',
          message:
            '"jan.kowalski(at)example.com" is not a complete e-mail address, such as ada@example.com.',
        },
      ],
    });
  });

  it('finds the lost zero of a German postal code and a birthday in the future', async () => {
    const body = {
      firstName: 'A',
      lastName: 'B',
      address: { postalCode: '1067', country: 'DE' },
      birthday: '2026-03-02',
    };
    const answer = await crm.ask('POST', '/customers', { body });
    expect(
      answer.body.errors.map((one: { field: string; message: string }) => [one.field, one.message]),
    ).toEqual([
      ['/birthday', 'A birthday cannot lie in the future.'],
      [
        '/address/postalCode',
        'A German postal code has five digits; a leading zero may have been lost.',
      ],
    ]);
  });

  it('says in words which kind of value came instead', async () => {
    const answer = await crm.ask('POST', '/customers', { body: { firstName: 7, lastName: null } });
    expect(answer.body.errors.map((one: { message: string }) => one.message)).toEqual([
      'Text is expected here, but a number ("7") came.',
      'Text is expected here, but nothing (null) came.',
    ]);
  });

  it('answers a list instead of a record at the whole body', async () => {
    const answer = await crm.ask('POST', '/customers', { body: [] });
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, '']);
  });

  it('says where JSON text is cut', async () => {
    const answer = await crm.ask('POST', '/customers', { text: '{"firstName": "Ada",\n' });
    expect(answer.status).toBe(400);
    expect(answer.body.message).toContain('line 2');
  });

  it('refuses what is not declared as JSON, and what is too large', async () => {
    const form = await crm.ask('POST', '/customers', {
      text: 'a=b',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415);
    const large = await crm.ask('POST', '/customers', {
      body: { firstName: 'x'.repeat(300_000), lastName: 'y' },
    });
    expect(large.status).toBe(413);
  });

  it('adds one customer for one Idempotency-Key, however often it is sent', async () => {
    const asked = {
      body: { firstName: 'Ada', lastName: 'Byron' },
      headers: { 'Idempotency-Key': 'message-1' },
    };
    const first = await crm.ask('POST', '/customers', asked);
    const second = await crm.ask('POST', '/customers', asked);
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect((await crm.ask('GET', '/customers')).body.total).toBe(501);
    const other = await crm.ask('POST', '/customers', {
      ...asked,
      body: { firstName: 'Eve', lastName: 'Byron' },
    });
    expect(other.status).toBe(409);
  });

  it('lets a refused customer be mended under the same Idempotency-Key', async () => {
    const headers = { 'Idempotency-Key': 'message-2' };
    expect(
      (await crm.ask('POST', '/customers', { body: { firstName: 'Ada' }, headers })).status,
    ).toBe(422);
    expect(
      (await crm.ask('POST', '/customers', { body: { firstName: 'Ada', lastName: 'B' }, headers }))
        .status,
    ).toBe(201);
  });
});

describe('updating a customer', () => {
  it('replaces what is sent and leaves the rest', async () => {
    const before = (await crm.ask('GET', '/customers/c-0002')).body;
    const change = {
      status: 'paused',
      address: { city: 'Görlitz' },
      company: null,
      birthday: null,
      tags: [],
    };
    const { status, body } = await crm.ask('PATCH', '/customers/c-0002', { body: change });
    expect(status).toBe(200);
    expect(body).toEqual({ ...before, ...change, address: { ...before.address, city: 'Görlitz' } });
  });

  it('lets a customer with an old broken address be changed elsewhere', async () => {
    const { status } = await crm.ask('PATCH', '/customers/c-0004', { body: { status: 'closed' } });
    expect(status).toBe(200);
  });

  it('says which ID it does not know', async () => {
    const { status, body } = await crm.ask('PATCH', '/customers/c-9999', { body: {} });
    expect([status, body.message]).toEqual([404, 'There is no customer with the ID "c-9999".']);
  });

  it('refuses bad fields and changes nothing', async () => {
    const before = (await crm.ask('GET', '/customers/c-0002')).body;
    const { status, body } = await crm.ask('PATCH', '/customers/c-0002', {
      body: { lastName: '   ', notes: 5, id: 'c-1' },
    });
    expect(status).toBe(422);
    expect(body.errors.map((one: { field: string }) => one.field)).toEqual([
      '/lastName',
      '/notes',
      '/id',
    ]);
    expect((await crm.ask('GET', '/customers/c-0002')).body).toEqual(before);
  });

  it('refuses unreadable, undeclared and too large changes', async () => {
    expect((await crm.ask('PATCH', '/customers/c-0002', { text: '{' })).status).toBe(400);
    const plain = await crm.ask('PATCH', '/customers/c-0002', {
      text: '{}',
      headers: { 'Content-Type': 'text/plain' },
    });
    expect(plain.status).toBe(415);
    expect(
      (await crm.ask('PATCH', '/customers/c-0002', { text: `"${'x'.repeat(300_000)}"` })).status,
    ).toBe(413);
  });
});

describe('the description of adding and updating', () => {
  it('names no answer that these tests have not seen', async () => {
    const described = describedAnswers(await crm.description());
    const ofWriting = described.filter((name) => /^(POST|PATCH) /.test(name));
    expect(ofWriting.length).toBeGreaterThan(10);
    expect(ofWriting.filter((name) => !seen.has(name))).toEqual([]);
  });
});
