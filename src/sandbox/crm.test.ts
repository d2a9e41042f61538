import { beforeEach, describe, expect, it } from 'vitest';
import { createCrm } from './crm.ts';
import {
  describedAnswers,
  describedService,
  mistakes,
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

describe('signing in', () => {
  it('says who is connected', async () => {
    const answer = await crm.ask('GET', '/me');
    expect(answer.body).toEqual({ name: 'Ada Lovelace', workspace: 'Demo' });
  });

  it.each(['/me', '/customers', '/customers/c-0001', '/statuses'])(
    'refuses %s without a key',
    async (path) => {
      const answer = await crm.ask('GET', path, { key: null });
      expect([answer.status, answer.body]).toEqual([
        401,
        { message: 'A key is needed in the header X-Api-Key.' },
      ]);
    },
  );

  it('refuses another key', async () => {
    const answer = await crm.ask('GET', '/me', { key: 'crm-demo-key-9999' });
    expect([answer.status, answer.body]).toEqual([
      401,
      { message: 'This key is not known to the CRM.' },
    ]);
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
      expect(body.items.every((customer: { status: string }) => customer.status === 'lead')).toBe(
        true,
      );
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
      {
        field: '/status',
        code: 'not_allowed',
        message: '"gone" is not one of: active, lead, paused, closed.',
      },
      {
        field: '/page',
        code: 'malformed',
        message: 'A whole number from 1 to 1000000 is expected here.',
      },
      {
        field: '/pageSize',
        code: 'malformed',
        message: 'A whole number from 1 to 100 is expected here.',
      },
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
    expect(body).toMatchObject({
      id: 'c-0001',
      firstName: 'Jörg',
      lastName: 'Weiß',
      status: 'active',
    });
  });

  it('says which ID it does not know', async () => {
    const { status, body } = await crm.ask('GET', '/customers/c-9999');
    expect([status, body]).toEqual([
      404,
      { message: 'There is no customer with the ID "c-9999".' },
    ]);
  });
});

describe('the frame', () => {
  it('refuses wrong methods and names the right ones', async () => {
    const answer = await crm.ask('DELETE', '/customers/c-0001');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PATCH']);
    expect(answer.body.message).toBe('DELETE cannot be used here, only GET or PATCH.');
  });

  it('says that there is nothing at an unknown path', async () => {
    expect((await crm.ask('GET', '/orders')).body).toEqual({
      message: 'There is nothing at /orders.',
    });
  });

  it('shows its data and its key on a page that can run nothing', async () => {
    await crm.ask('POST', '/customers', {
      body: { firstName: '<script>alert(1)</script>', lastName: 'B' },
    });
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

  it('puts its data back for whoever has the key', async () => {
    const service = createCrm();
    const [path, method] = ['/customers/c-0001', 'PATCH'];
    const headers = { 'X-Api-Key': service.sampleKey, 'Content-Type': 'application/json' };
    await service.app.request(path, { method, headers, body: '{"firstName":"Other"}' });
    expect((await service.app.request('/reset', { method: 'POST' })).status).toBe(401);
    expect((await service.app.request('/reset', { method: 'POST', headers })).status).toBe(204);
    expect(await (await service.app.request(path, { headers })).json()).toMatchObject({
      firstName: 'Jörg',
    });
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
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(operations).toEqual([
      'get /customers',
      'post /customers',
      'get /customers/{id}',
      'patch /customers/{id}',
      'get /statuses',
      'get /me',
    ]);
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
    expect(
      mistakes(description, 'NewCustomer', { firstName: 'A', lastName: 'B', id: 'c-1' }),
    ).not.toEqual([]);
    expect(
      mistakes(description, 'NewCustomer', {
        firstName: 'A',
        lastName: 'B',
        birthday: '31.12.1990',
      }),
    ).not.toEqual([]);
  });

  it('names no answer of reading that these tests have not seen', async () => {
    const described = describedAnswers(await crm.description());
    const ofReading = described.filter((name) => name.startsWith('GET '));
    expect(ofReading.length).toBeGreaterThan(8);
    expect(ofReading.filter((name) => !seen.has(name))).toEqual([]);
  });
});
