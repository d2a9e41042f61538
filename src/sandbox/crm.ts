import type { Context, Hono } from 'hono';
import type { Json } from '../shared/index.ts';
import {
  crmDescription,
  crmTitle,
  describeCrm,
  largestPage,
  usualPage,
} from './crm-description.ts';
import { createCustomerStore } from './customer-store.ts';
import {
  customerChangeSchema,
  newCustomerSchema,
  statuses,
  type Customer,
} from './customer-shapes.ts';
import { checkFields, pointerTo, type FieldProblem } from './field-problems.ts';
import { serveHumanPage } from './human-page.ts';
import { operationLines } from './open-api.ts';
import { createReplayedAnswers } from './replayed-answers.ts';
import { readJsonBody } from './request-body.ts';
import { createRequestLog } from './request-log.ts';
import type { SampleService, SampleServiceOptions } from './sample-service.ts';
import {
  addResetRoute,
  addRoute,
  createServiceFrame,
  originOf,
  type Refuse,
  wholeNumberIn,
} from './service-frame.ts';

export const crmSampleKey = 'crm-demo-key-0000-1111-2222';

/** The sample CRM with the five operations of a customer register, and `/me` to prove a key. */
export function createCrm({ now = () => new Date() }: SampleServiceOptions = {}): SampleService {
  const store = createCustomerStore();
  const requests = createRequestLog();
  const replayed = createReplayedAnswers();
  const app = createServiceFrame(requests, refuse);
  const today = (): string => now().toISOString().slice(0, 10);
  const newCustomer = newCustomerSchema(today);
  const customerChange = customerChangeSchema(today);

  app.get('/openapi.json', (c) => c.json(describeCrm(originOf(c))));
  serveHumanPage(app, (c) => ({
    title: crmTitle,
    description: crmDescription,
    sampleKey: crmSampleKey,
    keyName: 'Sample key (header X-Api-Key)',
    operations: operationLines(describeCrm(originOf(c))),
    ...customerTable(store.all()),
  }));
  askForKey(app, ['/customers', '/customers/*', '/statuses', '/me', '/reset']);
  addResetRoute(app, reset, refuse);

  addRoute(app, '/me', { GET: (c) => c.json({ name: 'Ada Lovelace', workspace: 'Demo' }) }, refuse);
  addRoute(app, '/statuses', { GET: (c) => c.json({ items: statuses }) }, refuse);
  addRoute(app, '/customers', { GET: findCustomersByStatus, POST: addCustomer }, refuse);
  addRoute(app, '/customers/:id', { GET: findCustomerById, PATCH: updateCustomer }, refuse);

  function findCustomersByStatus(c: Context): Response {
    const status = c.req.query('status') ?? '';
    const page = wholeNumberIn(c.req.query('page'), { least: 1, most: 1_000_000, otherwise: 1 });
    const pageSize = wholeNumberIn(c.req.query('pageSize'), {
      least: 1,
      most: largestPage,
      otherwise: usualPage,
    });
    const problems: FieldProblem[] = [];
    if (status !== '' && !statuses.some(({ value }) => value === status))
      problems.push({
        path: ['status'],
        code: 'not_allowed',
        message: `"${status}" is not one of: ${statuses.map(({ value }) => value).join(', ')}.`,
      });
    if (!page.ok) problems.push({ path: ['page'], code: 'malformed', message: page.message });
    if (!pageSize.ok)
      problems.push({ path: ['pageSize'], code: 'malformed', message: pageSize.message });
    if (!page.ok || !pageSize.ok || problems.length > 0) return refuseFields(c, problems);

    const found = status === '' ? store.all() : store.withStatus(status);
    const end = page.value * pageSize.value;
    const next = new URL(c.req.url);
    next.searchParams.set('page', String(page.value + 1));
    next.searchParams.set('pageSize', String(pageSize.value));
    return c.json({
      items: found.slice(end - pageSize.value, end),
      page: page.value,
      pageSize: pageSize.value,
      total: found.length,
      next: end < found.length ? next.href : null,
    });
  }

  async function addCustomer(c: Context): Promise<Response> {
    const body = await readJsonBody(c);
    if (!body.ok) return refuse(c, body.reason.status, 'body', body.reason.message);
    const key = c.req.header('idempotency-key');
    const before = replayed.find(key, body.value.text);
    if (before === 'other-body')
      return refuse(c, 409, 'key_reused', 'This Idempotency-Key was already used with other data.');
    if (before !== undefined) return c.json(before.body, 201);
    const checked = checkFields(newCustomer, body.value.value);
    if (!checked.ok) return refuseFields(c, checked.problems);
    const customer = store.add(checked.value, now().toISOString());
    replayed.keep(key, body.value.text, customer);
    return c.json(customer, 201);
  }

  function findCustomerById(c: Context): Response {
    const id = c.req.param('id') ?? '';
    const customer = store.find(id);
    return customer === undefined ? refuseUnknown(c, id) : c.json(customer);
  }

  async function updateCustomer(c: Context): Promise<Response> {
    const id = c.req.param('id') ?? '';
    if (store.find(id) === undefined) return refuseUnknown(c, id);
    const body = await readJsonBody(c);
    if (!body.ok) return refuse(c, body.reason.status, 'body', body.reason.message);
    const checked = checkFields(customerChange, body.value.value);
    if (!checked.ok) return refuseFields(c, checked.problems);
    const customer = store.change(id, checked.value);
    return customer === undefined ? refuseUnknown(c, id) : c.json(customer);
  }

  return {
    id: 'crm',
    title: crmTitle,
    description: crmDescription,
    sampleKey: crmSampleKey,
    sampleForm: (origin) => ({ address: origin, name: 'X-Api-Key', checkAt: `${origin}/me` }),
    sampleSettings: (origin) => ({ description: `${origin}/openapi.json` }),
    app,
    requests,
    reset,
  };

  function reset(): void {
    store.reset();
    replayed.clear();
    requests.clear();
  }
}

const refuse: Refuse = (c, status, _code, message) => c.json({ message }, status);

function refuseUnknown(c: Context, id: string): Response {
  return c.json({ message: `There is no customer with the ID "${id}".` }, 404);
}

function refuseFields(c: Context, problems: readonly FieldProblem[]): Response {
  const errors: Json = problems.map(({ path, code, message }) => ({
    field: pointerTo(path),
    code,
    message,
  }));
  const count = problems.length === 1 ? 'One field' : `${String(problems.length)} fields`;
  return c.json({ message: `${count} cannot be accepted.`, errors }, 422);
}

function askForKey(app: Hono, paths: readonly string[]): void {
  for (const path of paths)
    app.use(path, async (c, next) => {
      if (c.req.header('x-api-key') === crmSampleKey) return next();
      const given = c.req.header('x-api-key') !== undefined;
      return refuse(
        c,
        401,
        'key',
        given ? 'This key is not known to the CRM.' : 'A key is needed in the header X-Api-Key.',
      );
    });
}

const shownRows = 25;

function customerTable(customers: readonly Customer[]) {
  return {
    tableTitle: `The newest ${String(Math.min(shownRows, customers.length))} of ${String(customers.length)} customers`,
    columns: [
      'ID',
      'First name',
      'Last name',
      'Status',
      'City',
      'Country',
      'Company',
      'Orders',
      'Revenue',
      'E-mails',
    ],
    rows: customers
      .slice(-shownRows)
      .reverse()
      .map((customer) => [
        customer.id,
        customer.firstName,
        customer.lastName,
        statuses.find(({ value }) => value === customer.status)?.label ?? customer.status,
        customer.address.city,
        customer.address.country,
        customer.company?.name ?? '',
        String(customer.ordersCount),
        customer.revenue.toFixed(2),
        customer.emails.map(({ address }) => address).join(', '),
      ]),
  };
}
