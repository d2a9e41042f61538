import { bodyLimit } from 'hono/body-limit';
import { createRequire } from 'node:module';
import { deskAnswers } from './desk-answers.ts';
import { deskSchema } from './desk-schema.ts';
import { createTicketStore, isoTime, type Ticket } from './desk-tickets.ts';
import { serveHumanPage } from './human-page.ts';
import { createRequestLog } from './request-log.ts';
import type { SampleService, SampleServiceOptions } from './sample-service.ts';
import { addResetRoute, createServiceFrame, type Refuse } from './service-frame.ts';

// Both come in two forms and refuse what the other form made: Node and a bundler choose different ones.
const require = createRequire(import.meta.url);
const { buildSchema } = require('graphql') as typeof import('graphql');
const { createHandler } =
  require('graphql-http/lib/use/fetch') as typeof import('graphql-http/lib/use/fetch');

export const deskSampleKey = 'desk-demo-token-6666-7777-8888';

const title = 'Sample support desk';
const description =
  'A support desk with 48 invented tickets that is asked by GraphQL. It runs on this computer and forgets every change when it is started again.';
const largestRequest = 256 * 1024;

/** The sample support desk: GraphQL over HTTP at `/graphql`, its schema as text at `/schema.graphql`. */
export function createDesk({ now = () => new Date() }: SampleServiceOptions = {}): SampleService {
  const store = createTicketStore();
  const requests = createRequestLog();
  const app = createServiceFrame(requests, refuse);
  const answer = createHandler({
    schema: buildSchema(deskSchema),
    rootValue: deskAnswers(store, () => isoTime(now().getTime())),
  });

  app.get('/schema.graphql', (c) => c.text(deskSchema.trimStart()));
  serveHumanPage(app, () => ({
    title,
    description,
    sampleKey: deskSampleKey,
    keyName: 'Sample token',
    operations: [
      { method: 'query', path: 'tickets', summary: 'Finds tickets, page by page' },
      { method: 'query', path: 'ticket', summary: 'Gives one ticket by its number' },
      { method: 'mutation', path: 'openTicket', summary: 'Opens a ticket for somebody' },
      { method: 'mutation', path: 'answerTicket', summary: 'Answers a ticket by e-mail' },
    ],
    machines: { href: '/schema.graphql', words: 'Full description for machines (GraphQL schema)' },
    ...ticketTable(store.all()),
  }));
  for (const path of ['/graphql', '/reset'])
    app.use(path, async (c, next) => {
      const given = /^bearer +(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
      if (given === deskSampleKey) return next();
      c.header('WWW-Authenticate', 'Bearer');
      const message =
        given === undefined ? 'A token is needed.' : 'This token is not known to the support desk.';
      return refuse(c, 401, 'unauthorized', message);
    });
  app.use(
    '/graphql',
    bodyLimit({
      maxSize: largestRequest,
      onError: (c) => refuse(c, 413, 'too_large', 'The request is too large.'),
    }),
  );
  app.on(['GET', 'POST'], '/graphql', (c) => answer(c.req.raw));
  addResetRoute(app, reset, refuse);

  return {
    id: 'desk',
    title,
    description,
    sampleKey: deskSampleKey,
    sampleForm: (origin) => ({ address: `${origin}/graphql` }),
    sampleSettings: (origin) => ({ address: `${origin}/graphql` }),
    app,
    requests,
    reset,
  };

  function reset(): void {
    store.reset();
    requests.clear();
  }
}

/** As GraphQL says no before it has looked at what is asked. */
const refuse: Refuse = (c, status, code, message) =>
  c.json({ errors: [{ message, extensions: { code } }] }, status);

const shownRows = 25;

function ticketTable(tickets: readonly Ticket[]) {
  return {
    tableTitle: `The newest ${String(Math.min(shownRows, tickets.length))} of ${String(tickets.length)} tickets`,
    columns: [
      'Number',
      'Opened at',
      'Status',
      'Priority',
      'Subject',
      'Who asked',
      'E-mail',
      'Last answer',
    ],
    rows: tickets
      .slice(-shownRows)
      .reverse()
      .map(({ id, openedAt, status, priority, subject, requester, answers }) => [
        id,
        openedAt,
        status,
        priority,
        subject,
        `${requester.firstName} ${requester.lastName}`,
        requester.email,
        answers.at(-1)?.text ?? '',
      ]),
  };
}
