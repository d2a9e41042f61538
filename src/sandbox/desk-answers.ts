/** What the desk does when it is asked, and how it says no: the argument that is meant, beside the words. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Priority, Ticket, TicketStatus, TicketStore } from './desk-tickets.ts';

// The library comes in two forms and refuses what the other form made: Node and a bundler choose different ones.
const { GraphQLError } = createRequire(import.meta.url)('graphql') as typeof import('graphql');

const mostAtOnce = 20;

interface NewTicket {
  readonly subject: string;
  readonly text: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly priority: Priority | null;
}

interface NewAnswer {
  readonly ticket: string;
  readonly to: string;
  readonly text: string;
  readonly solved: boolean | null;
}

interface Page {
  readonly status?: TicketStatus;
  readonly first: number;
  readonly after?: string;
}

/** One function for each name of the schema's Query and Mutation. */
export function deskAnswers(store: TicketStore, now: () => string) {
  return {
    me: () => ({ name: 'Grace Hopper', team: 'Demo desk' }),
    ticket: ({ id }: { readonly id: string }) => store.find(id) ?? null,
    tickets({ status, first, after }: Page) {
      if (first < 1) throw refusal('first', 'From 1 to 20 tickets can be read at a time.');
      const all = store.all().filter((one) => status === undefined || one.status === status);
      const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
      if (after !== undefined && start === 0)
        throw refusal('after', 'No page goes on here; begin without a mark.');
      const nodes = all.slice(start, start + Math.min(first, mostAtOnce));
      const hasNextPage = start + nodes.length < all.length;
      return {
        nodes,
        pageInfo: { hasNextPage, endCursor: nodes.at(-1)?.id ?? null },
        totalCount: all.length,
      };
    },
    openTicket({ input }: { readonly input: NewTicket }): Ticket {
      const { subject, text, priority, email, ...name } = input;
      for (const field of ['subject', 'text', 'firstName', 'lastName'] as const)
        checkFilled(`input.${field}`, input[field]);
      checkAddress('input.email', email);
      return store.add({
        subject,
        text,
        priority: priority ?? 'NORMAL',
        openedAt: now(),
        requester: { ...name, email, country: '' },
      });
    },
    answerTicket({
      input: { ticket: id, to, text, solved },
    }: {
      readonly input: NewAnswer;
    }): Ticket {
      const ticket = store.find(id);
      if (ticket === undefined) throw refusal('input.ticket', `There is no ticket ${id}.`);
      if (ticket.status === 'SOLVED')
        throw refusal('input.ticket', `Ticket ${id} is solved and takes no more answers.`);
      checkAddress('input.to', to);
      checkFilled('input.text', text);
      return store.answer(
        ticket,
        { to, text, sentAt: now() },
        solved === true ? 'SOLVED' : 'WAITING',
      );
    },
  };
}

function checkFilled(argument: string, text: string): void {
  if (text.trim() === '') throw refusal(argument, 'This must not be empty.');
}

function checkAddress(argument: string, address: string): void {
  if (!z.email().safeParse(address).success)
    throw refusal(argument, `"${address.slice(0, 80)}" is not a complete e-mail address.`);
}

function refusal(argument: string, message: string): Error {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}
