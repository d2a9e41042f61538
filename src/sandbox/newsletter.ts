import type { Context, Hono } from 'hono';
import { checkFields, type FieldProblem } from './field-problems.ts';
import { serveHumanPage } from './human-page.ts';
import {
  describeNewsletter,
  largestLimit,
  newsletterDescription,
  newsletterTitle,
  usualLimit,
} from './newsletter-description.ts';
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
import { newSubscriberSchema, type Subscriber } from './subscriber-shapes.ts';
import { createSubscriberStore } from './subscriber-store.ts';

export const newsletterSampleKey = 'newsletter-demo-token-0000-1111-2222';

/** The sample newsletter: refuses duplicates with 409 and bad addresses with 422, each with the field. */
export function createNewsletter({
  now = () => new Date(),
}: SampleServiceOptions = {}): SampleService {
  const store = createSubscriberStore();
  const requests = createRequestLog();
  const replayed = createReplayedAnswers();
  const app = createServiceFrame(requests, refuse);

  app.get('/openapi.json', (c) => c.json(describeNewsletter(originOf(c))));
  serveHumanPage(app, (c) => ({
    title: newsletterTitle,
    description: newsletterDescription,
    sampleKey: newsletterSampleKey,
    keyName: 'Sample token',
    operations: operationLines(describeNewsletter(originOf(c))),
    ...subscriberTable(store.all()),
  }));
  askForToken(app, ['/subscribers', '/account', '/reset']);
  addResetRoute(app, reset, refuse);

  addRoute(
    app,
    '/account',
    { GET: (c) => c.json({ account: 'Demo newsletter', plan: 'Sample' }) },
    refuse,
  );
  addRoute(app, '/subscribers', { GET: listSubscribers, POST: addSubscriber }, refuse);

  function listSubscribers(c: Context): Response {
    const limit = wholeNumberIn(c.req.query('limit'), {
      least: 1,
      most: largestLimit,
      otherwise: usualLimit,
    });
    if (!limit.ok)
      return refuseFields(c, [{ path: ['limit'], code: 'malformed', message: limit.message }]);
    const all = store.all();
    const cursor = c.req.query('cursor') ?? '';
    const start = cursor === '' ? 0 : all.findIndex(({ id }) => `after-${id}` === cursor) + 1;
    if (cursor !== '' && start === 0)
      return refuseFields(c, [
        {
          path: ['cursor'],
          code: 'malformed',
          message: 'No page starts here; begin without a cursor.',
        },
      ]);
    const data = all.slice(start, start + limit.value);
    const last = data.at(-1);
    const more = last !== undefined && start + data.length < all.length;
    return c.json({ data, nextCursor: more ? `after-${last.id}` : null, total: all.length });
  }

  async function addSubscriber(c: Context): Promise<Response> {
    const body = await readJsonBody(c);
    if (!body.ok) return refuse(c, body.reason.status, 'unreadable', body.reason.message);
    const key = c.req.header('idempotency-key');
    const before = replayed.find(key, body.value.text);
    if (before === 'other-body')
      return refuse(c, 409, 'key_reused', 'This Idempotency-Key was already used with other data.');
    if (before !== undefined) return c.json(before.body, 201);
    const checked = checkFields(newSubscriberSchema, body.value.value);
    if (!checked.ok) return refuseFields(c, checked.problems);
    if (store.has(checked.value.email)) return refuseDuplicate(c, checked.value.email);
    const subscriber = store.add(checked.value, now().toISOString());
    replayed.keep(key, body.value.text, subscriber);
    return c.json(subscriber, 201);
  }

  return {
    id: 'newsletter',
    title: newsletterTitle,
    description: newsletterDescription,
    sampleKey: newsletterSampleKey,
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

const refuse: Refuse = (c, status, code, message) => c.json({ error: { code, message } }, status);

function refuseDuplicate(c: Context, email: string): Response {
  const message = `${email} is on the list already.`;
  return c.json({ error: { code: 'already_subscribed', message, field: 'email' } }, 409);
}

function refuseFields(c: Context, problems: readonly FieldProblem[]): Response {
  const fields = Object.fromEntries(problems.map(({ path, message }) => [path.join('.'), message]));
  return c.json(
    { error: { code: 'invalid', message: 'This subscriber cannot be accepted.', fields } },
    422,
  );
}

function askForToken(app: Hono, paths: readonly string[]): void {
  for (const path of paths)
    app.use(path, async (c, next) => {
      const given = /^bearer +(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
      if (given === newsletterSampleKey) return next();
      c.header('WWW-Authenticate', 'Bearer');
      const message =
        given === undefined ? 'A token is needed.' : 'This token is not known to the newsletter.';
      return refuse(c, 401, 'unauthorized', message);
    });
}

const shownRows = 25;

function subscriberTable(subscribers: readonly Subscriber[]) {
  return {
    tableTitle: `The newest ${String(Math.min(shownRows, subscribers.length))} of ${String(subscribers.length)} subscribers`,
    columns: [
      'ID',
      'E-mail',
      'First name',
      'Last name',
      'Language',
      'Tags',
      'Source',
      'Subscribed at',
    ],
    rows: subscribers
      .slice(-shownRows)
      .reverse()
      .map((one) => [
        one.id,
        one.email,
        one.firstName,
        one.lastName,
        one.language,
        one.tags.join(', '),
        one.source,
        one.subscribedAt,
      ]),
  };
}
