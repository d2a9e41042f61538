import { beforeEach, describe, expect, it } from 'vitest';
import { createCrm } from './crm.ts';
import { describedAnswers, describedService, mistakes, type DescribedService } from './testing/described-service.ts';

const now = () => new Date('2026-03-01T10:00:00.000Z');
const seen = new Set<string>();
let crm: DescribedService;

beforeEach(() => {
  crm = describedService(createCrm({ now }), (key) => ({ 'X-Api-Key': key }));
  return () => {
    for (const name of crm.seen) seen.add(name);
  };
});

describe('signing in', () => {
  it('says who is connected', async () => {
    const answer = await crm.ask('GET', '/me');
    expect(answer.body).toEqual({ name: 'Ada Lovelace', workspace: 'Demo' });
  });

  it.each(['/me', '/customers', '/customers/c-0001', '/statuses'])('refuses %s without a key', async (path) => {
    const answer = await crm.ask('GET', path, { key: null });
    expect([answer.status, answer.body]).toEqual([401, { message: 'A key is needed in the header X-Api-Key.' }]);
  });

  it('refuses another key', async () => {
    const answer = await crm.ask('GET', '/me', { key: 'crm-demo-key-9999' });
    expect([answer.status, answer.body]).toEqual([401, { message: 'This key is not known to the CRM.' }]);
  });

  it('refuses writing without a key and adds nothing', async () => {
    const body = { firstName: 'Ada', lastName: 'Lovelace' };
    expect((await crm.ask('POST', '/customers', { key: null, body })).status).toBe(401);
    expect((await crm.ask('PATCH', '/customers/c-0001', { key: null, body })).status).toBe(401);
    expect((await crm.ask('GET', '/customers')).body.total).toBe(500);
  });
});

describe('finding customers by status', () => {
  it('gives all customers without a status, 50 a page', async () => {
    const { body } = await crm.ask('GET', '/customers');
    expect([body.total, body.page, body.pageSize, body.items.length]).toEqual([500, 1, 50, 50]);
    expect(body.next).toBe('http://localhost/customers?page=2&pageSize=50');
  });

  it('leads over its next addresses through every customer of the status once', async () => {
    const ids: string[] = [];
    let path: string | null = '/customers?status=lead&pageSize=30';
    let total = 0;
    while (path !== null) {
      const { body } = await crm.ask('GET', path);
      expect(body.items.every((customer: { status: string }) => customer.status === 'lead')).toBe(true);
      ids.push(...body.items.map((customer: { id: string }) => customer.id));
      total = body.total;
      path = body.next === null ? null : body.next.replace('http://localhost', '');
    }
    expect(ids.length).toBe(total);
    expect(new Set(ids).size).toBe(total);
    expect(total).toBeGreaterThan(60);
  });

  it('gives an empty page beyond the last one', async () => {
    const { body } = await crm.ask('GET', '/customers?page=99');
    expect([body.items, body.next, body.total]).toEqual([[], null, 500]);
  });

  it('refuses an unknown status, a page 0 and a page size of 101, each at its field', async () => {
    const { status, body } = await crm.ask('GET', '/customers?status=gone&page=0&pageSize=101');
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { field: '/status', code: 'not_allowed', message: '"gone" is not one of: active, lead, paused, closed.' },
      { field: '/page', code: 'malformed', message: 'A whole number from 1 to 1000000 is expected here.' },
      { field: '/pageSize', code: 'malformed', message: 'A whole number from 1 to 100 is expected here.' },
    ]);
  });
});

describe('statuses and single customers', () => {
  it('gives every status with its label', async () => {
    expect((await crm.ask('GET', '/statuses')).body.items).toEqual([
      { value: 'active', label: 'Active' },
      { value: 'lead', label: 'Lead' },
      { value: 'paused', label: 'Paused' },
      { value: 'closed', label: 'Closed' },
    ]);
  });

  it('gives one customer by ID', async () => {
    const { body } = await crm.ask('GET', '/customers/c-0001');
    expect(body).toMatchObject({ id: 'c-0001', firstName: 'Jörg', lastName: 'Weiß', status: 'active' });
  });

  it('says which ID it does not know', async () => {
    const { status, body } = await crm.ask('GET', '/customers/c-9999');
    expect([status, body]).toEqual([404, { message: 'There is no customer with the ID "c-9999".' }]);
    expect((await crm.ask('PATCH', '/customers/c-9999', { body: { status: 'lead' } })).status).toBe(404);
  });
});

describe('adding a customer', () => {
  it('needs the two names only', async () => {
    const { status, body } = await crm.ask('POST', '/customers', { body: { firstName: 'Zoë', lastName: 'Groß' } });
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
    const found = answer.body.errors.map((one: { field: string; code: string }) => `${one.field} ${one.code}`);
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
    const body = { firstName: 'Jan', lastName: 'Kowalski', emails: [{ address: 'jan.kowalski(at)example.com', kind: 'work' }] };
    expect((await crm.ask('POST', '/customers', { body })).body).toEqual({
      message: 'One field cannot be accepted.',
      errors: [
        {
          field: '/emails/0/address',
          code: 'malformed',
          message: '"jan.kowalski(at)example.com" is not a complete e-mail address, such as ada@example.com.',
        },
      ],
    });
  });

  it('finds the lost zero of a German postal code and a birthday in the future', async () => {
    const body = { firstName: 'A', lastName: 'B', address: { postalCode: '1067', country: 'DE' }, birthday: '2026-03-02' };
    const answer = await crm.ask('POST', '/customers', { body });
    expect(answer.body.errors.map((one: { field: string; message: string }) => [one.field, one.message])).toEqual([
      ['/birthday', 'A birthday cannot lie in the future.'],
      ['/address/postalCode', 'A German postal code has five digits; a leading zero may have been lost.'],
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
    const form = await crm.ask('POST', '/customers', { text: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
    expect(form.status).toBe(415);
    const large = await crm.ask('POST', '/customers', { body: { firstName: 'x'.repeat(300_000), lastName: 'y' } });
    expect(large.status).toBe(413);
  });

  it('adds one customer for one Idempotency-Key, however often it is sent', async () => {
    const asked = { body: { firstName: 'Ada', lastName: 'Byron' }, headers: { 'Idempotency-Key': 'message-1' } };
    const first = await crm.ask('POST', '/customers', asked);
    const second = await crm.ask('POST', '/customers', asked);
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect((await crm.ask('GET', '/customers')).body.total).toBe(501);
    const other = await crm.ask('POST', '/customers', { ...asked, body: { firstName: 'Eve', lastName: 'Byron' } });
    expect(other.status).toBe(409);
  });

  it('lets a refused customer be mended under the same Idempotency-Key', async () => {
    const headers = { 'Idempotency-Key': 'message-2' };
    expect((await crm.ask('POST', '/customers', { body: { firstName: 'Ada' }, headers })).status).toBe(422);
    expect((await crm.ask('POST', '/customers', { body: { firstName: 'Ada', lastName: 'B' }, headers })).status).toBe(201);
  });
});

describe('updating a customer', () => {
  it('replaces what is sent and leaves the rest', async () => {
    const before = (await crm.ask('GET', '/customers/c-0002')).body;
    const change = { status: 'paused', address: { city: 'Görlitz' }, company: null, birthday: null, tags: [] };
    const { status, body } = await crm.ask('PATCH', '/customers/c-0002', { body: change });
    expect(status).toBe(200);
    expect(body).toEqual({ ...before, ...change, address: { ...before.address, city: 'Görlitz' } });
  });

  it('lets a customer with an old broken address be changed elsewhere', async () => {
    const { status } = await crm.ask('PATCH', '/customers/c-0004', { body: { status: 'closed' } });
    expect(status).toBe(200);
  });

  it('refuses bad fields and changes nothing', async () => {
    const before = (await crm.ask('GET', '/customers/c-0002')).body;
    const { status, body } = await crm.ask('PATCH', '/customers/c-0002', { body: { lastName: '   ', notes: 5, id: 'c-1' } });
    expect(status).toBe(422);
    expect(body.errors.map((one: { field: string }) => one.field)).toEqual(['/lastName', '/notes', '/id']);
    expect((await crm.ask('GET', '/customers/c-0002')).body).toEqual(before);
  });

  it('refuses unreadable, undeclared and too large changes', async () => {
    expect((await crm.ask('PATCH', '/customers/c-0002', { text: '{' })).status).toBe(400);
    const plain = await crm.ask('PATCH', '/customers/c-0002', { text: '{}', headers: { 'Content-Type': 'text/plain' } });
    expect(plain.status).toBe(415);
    expect((await crm.ask('PATCH', '/customers/c-0002', { text: `"${'x'.repeat(300_000)}"` })).status).toBe(413);
  });
});

describe('the frame', () => {
  it('refuses wrong methods and names the right ones', async () => {
    const answer = await crm.ask('DELETE', '/customers/c-0001');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PATCH']);
    expect(answer.body.message).toBe('DELETE cannot be used here, only GET or PATCH.');
  });

  it('says that there is nothing at an unknown path', async () => {
    expect((await crm.ask('GET', '/orders')).body).toEqual({ message: 'There is nothing at /orders.' });
  });

  it('shows its data and its key on a page that can run nothing', async () => {
    await crm.ask('POST', '/customers', { body: { firstName: '<script>alert(1)</script>', lastName: 'B' } });
    const answer = await crm.service.app.request('/');
    const page = await answer.text();
    expect(page).toContain('The newest 25 of 501 customers');
    expect(page).toContain('crm-demo-key-0000-1111-2222');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('counts requests without keeping keys, bodies or queries', async () => {
    await crm.ask('GET', '/customers?status=active');
    await crm.ask('GET', '/me', { key: 'some-secret-key' });
    const { requests } = crm.service;
    expect(requests.count({ path: '/customers', status: 200 })).toBe(1);
    expect(requests.count({ status: 401 })).toBe(1);
    expect(Object.keys(requests.entries()[0] ?? {})).toEqual(['method', 'path', 'status']);
    expect(JSON.stringify(requests.entries())).not.toMatch(/secret|demo-key|active/);
  });

  it('is as at the start after a reset', async () => {
    const asked = { body: { firstName: 'A', lastName: 'B' }, headers: { 'Idempotency-Key': 'k' } };
    await crm.ask('POST', '/customers', asked);
    crm.service.reset();
    expect(crm.service.requests.count()).toBe(0);
    expect((await crm.ask('GET', '/customers')).body.total).toBe(500);
    expect((await crm.ask('POST', '/customers', asked)).body.id).toBe('c-0501');
  });
});

describe('the description', () => {
  it('names exactly the five operations and the proof of the key', async () => {
    const { paths } = await crm.description();
    const operations = Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`));
    expect(operations).toEqual(['get /customers', 'post /customers', 'get /customers/{id}', 'patch /customers/{id}', 'get /statuses', 'get /me']);
  });

  it('fits every one of the 500 customers', async () => {
    const description = await crm.description();
    for (const page of [1, 2, 3, 4, 5]) {
      const { body } = await crm.ask('GET', `/customers?page=${String(page)}&pageSize=100`);
      expect(mistakes(description, 'CustomerPage', body)).toEqual([]);
    }
  });

  it('refuses by itself what the CRM refuses by shape', async () => {
    const description = await crm.description();
    expect(mistakes(description, 'NewCustomer', { firstName: 'A', lastName: 'B' })).toEqual([]);
    expect(mistakes(description, 'NewCustomer', { firstName: 'A' })).not.toEqual([]);
    expect(mistakes(description, 'NewCustomer', { firstName: 'A', lastName: 'B', id: 'c-1' })).not.toEqual([]);
    expect(mistakes(description, 'NewCustomer', { firstName: 'A', lastName: 'B', birthday: '31.12.1990' })).not.toEqual([]);
  });

  it('describes no answer that these tests have not seen', async () => {
    const described = describedAnswers(await crm.description());
    expect(described.filter((name) => !seen.has(name))).toEqual([]);
  });
});
