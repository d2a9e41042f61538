import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { deskAnswers } from './desk-answers.ts';
import { deskSchema } from './desk-schema.ts';
import { createTicketStore } from './desk-tickets.ts';
import { createDesk, deskSampleKey } from './desk.ts';

const { buildSchema } = createRequire(import.meta.url)('graphql') as typeof import('graphql');
const now = () => new Date('2026-11-20T10:00:00Z');

function aDesk() {
  const desk = createDesk({ now });
  /** `key: null` brings none. */
  async function ask(query: string, variables: object = {}, key: string | null = deskSampleKey) {
    const response = await desk.app.request('/graphql', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  }
  const tickets = async (args: string): Promise<TicketPage> => {
    const { body } = await ask(
      `{ tickets(${args}) { nodes { id status } pageInfo { hasNextPage endCursor } totalCount } }`,
    );
    return (body as { data: { tickets: TicketPage } }).data.tickets;
  };
  const answer = (input: object) =>
    ask('mutation ($input: NewAnswer!) { answerTicket(input: $input) { id status } }', { input });
  return { desk, ask, tickets, answer };
}

interface TicketPage {
  readonly nodes: readonly { readonly id: string; readonly status: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

describe('the support desk', () => {
  it('answers everything that its schema offers, and nothing else', () => {
    const schema = buildSchema(deskSchema);
    const offered = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    const answered = Object.keys(deskAnswers(createTicketStore(), () => ''));
    expect(answered.sort()).toEqual(offered.sort());
  });

  it('lets in who brings its token, and says to the others what is missing', async () => {
    const { ask } = aDesk();
    expect(await ask('{ me { name } }')).toEqual({
      status: 200,
      body: { data: { me: { name: 'Grace Hopper' } } },
    });
    for (const [key, message] of [
      [null, 'A token is needed.'],
      ['another', 'This token is not known to the support desk.'],
    ] as const)
      expect(await ask('{ me { name } }', {}, key)).toEqual({
        status: 401,
        body: { errors: [{ message, extensions: { code: 'unauthorized' } }] },
      });
  });

  it('gives all tickets page by page, each once, and at most 20 at a time', async () => {
    const { tickets } = aDesk();
    const ids: string[] = [];
    let after = '';
    for (let page = 1; page <= 3; page += 1) {
      const { nodes, pageInfo, totalCount } = await tickets(`first: 50${after}`);
      ids.push(...nodes.map(({ id }) => id));
      after = `, after: "${pageInfo.endCursor ?? ''}"`;
      expect([nodes.length, pageInfo.hasNextPage, totalCount]).toEqual([
        page === 3 ? 8 : 20,
        page < 3,
        48,
      ]);
    }
    expect(new Set(ids).size).toBe(48);
    expect([ids[0], ids.at(-1)]).toEqual(['T-2001', 'T-2048']);
  });

  it('begins with five open tickets, one of them from a broken address', async () => {
    const { ask } = aDesk();
    const { body } = await ask(
      '{ tickets(status: OPEN, first: 5) { nodes { id requester { email } } } }',
    );
    const { nodes } = (
      body as { data: { tickets: { nodes: { id: string; requester: { email: string } }[] } } }
    ).data.tickets;
    expect(nodes.map(({ id }) => id)).toEqual(['T-2001', 'T-2002', 'T-2003', 'T-2004', 'T-2005']);
    expect(nodes.filter(({ requester }) => !requester.email.includes('@'))).toMatchObject([
      { id: 'T-2003' },
    ]);
  });

  it('is the same at every start and after a reset, whatever was done to it', async () => {
    const { desk, ask, answer } = aDesk();
    const everything = '{ tickets { nodes { id subject text openedAt answers { text sentAt } } } }';
    const before = await ask(everything);
    expect(await aDesk().ask(everything)).toEqual(before);
    await answer({ ticket: 'T-2001', to: 'ada@example.com', text: 'Yes.' });
    expect(await ask(everything)).not.toEqual(before);
    const headers = { Authorization: `Bearer ${deskSampleKey}` };
    const reset = await desk.app.request('/reset', { method: 'POST', headers });
    expect(reset.status).toBe(204);
    expect(await ask(everything)).toEqual(before);
  });

  it('keeps an answer, and takes none for what is solved', async () => {
    const { answer } = aDesk();
    const input = { ticket: 'T-2001', to: 'ada@example.com', text: 'Yes.' };
    expect((await answer(input)).body).toEqual({
      data: { answerTicket: { id: 'T-2001', status: 'WAITING' } },
    });
    expect((await answer({ ...input, solved: true })).body).toMatchObject({
      data: { answerTicket: { status: 'SOLVED' } },
    });
    expect((await answer(input)).body).toMatchObject({
      errors: [{ message: 'Ticket T-2001 is solved and takes no more answers.' }],
    });
  });

  it.each([
    [{ ticket: 'T-1' }, 'input.ticket', 'There is no ticket T-1.'],
    [
      { to: 'ada(at)example.com' },
      'input.to',
      '"ada(at)example.com" is not a complete e-mail address.',
    ],
    [{ text: ' ' }, 'input.text', 'This must not be empty.'],
  ])('refuses %o at the argument that is meant', async (wrong, argument, message) => {
    const { answer } = aDesk();
    const right = { ticket: 'T-2001', to: 'ada@example.com', text: 'Yes.' };
    expect((await answer({ ...right, ...wrong })).body).toEqual({
      data: null,
      errors: [
        {
          message,
          path: ['answerTicket'],
          locations: expect.any(Array) as unknown,
          extensions: { code: 'BAD_USER_INPUT', argument },
        },
      ],
    });
  });

  it('opens a ticket that is found from then on', async () => {
    const { ask } = aDesk();
    const input = {
      subject: 'Where is it?',
      text: 'I wait.',
      firstName: 'Ada',
      lastName: 'Lovelace',
      email: 'ada@example.com',
    };
    const opened = await ask(
      'mutation ($input: NewTicket!) { openTicket(input: $input) { id priority openedAt } }',
      { input },
    );
    expect(opened.body).toEqual({
      data: { openTicket: { id: 'T-2049', priority: 'NORMAL', openedAt: '2026-11-20T10:00:00Z' } },
    });
    expect((await ask('{ ticket(id: "T-2049") { subject } }')).body).toEqual({
      data: { ticket: { subject: 'Where is it?' } },
    });
  });

  it('changes nothing by a request that may only read, and reads no request of a megabyte', async () => {
    const { desk, ask } = aDesk();
    const query =
      'mutation { answerTicket(input: {ticket: "T-2001", to: "a@b.co", text: "x"}) { id } }';
    const response = await desk.app.request(`/graphql?query=${encodeURIComponent(query)}`, {
      headers: { Authorization: `Bearer ${deskSampleKey}` },
    });
    expect(response.status).toBe(405);
    expect((await ask(`{ me { name } } # ${'x'.repeat(2 ** 20)}`)).status).toBe(413);
  });
});
