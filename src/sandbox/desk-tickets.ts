/**
 * The support desk's tickets: the same on every machine and after every reset.
 *
 * 1. The first five are open, so that a test with five has something to do; the very first is flawless.
 * 2. One of them, the third, came from an address that nobody can answer to (`brokenAt`).
 */
import { countries } from './people-by-country.ts';
import { plainLetters } from './plain-letters.ts';
import { seededChoice } from './seeded-choice.ts';

export type TicketStatus = 'OPEN' | 'WAITING' | 'SOLVED';
export type Priority = 'LOW' | 'NORMAL' | 'HIGH';

export interface Requester {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly country: string;
}

export interface Answer {
  readonly to: string;
  readonly text: string;
  readonly sentAt: string;
}

export interface Ticket {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly openedAt: string;
  readonly requester: Requester;
  readonly answers: readonly Answer[];
}

export type NewTicket = Pick<Ticket, 'subject' | 'text' | 'priority' | 'requester' | 'openedAt'>;

export interface TicketStore {
  /** Oldest first. */
  all(): readonly Ticket[];
  find(id: string): Ticket | undefined;
  add(ticket: NewTicket): Ticket;
  /** Gives the ticket with its answer. */
  answer(ticket: Ticket, answer: Answer, status: TicketStatus): Ticket;
  reset(): void;
}

export function createTicketStore(): TicketStore {
  let tickets = new Map<string, Ticket>();
  const keep = (ticket: Ticket): Ticket => {
    tickets.set(ticket.id, ticket);
    return ticket;
  };
  const store: TicketStore = {
    all: () => [...tickets.values()],
    find: (id) => tickets.get(id),
    add: (ticket) => keep({ id: numberAt(tickets.size), status: 'OPEN', answers: [], ...ticket }),
    answer: (ticket, answer, status) =>
      keep({ ...ticket, status, answers: [...ticket.answers, answer] }),
    reset() {
      tickets = new Map(firstTickets().map((ticket) => [ticket.id, ticket]));
    },
  };
  store.reset();
  return store;
}

const ticketCount = 48;
const firstNumber = 2001;
const brokenAt = 2;
const seed = 4415;
const firstDay = Date.UTC(2026, 9, 5, 6, 30);
const dayMs = 86_400_000;

const questions: readonly (readonly [subject: string, text: string])[] = [
  ['Parcel has not come', 'It left your house a week ago, says the carrier. Where is it?'],
  ['Wrong colour', 'I ordered the lamp in brass & got one in black.'],
  ['Invoice with VAT number', 'Please send the invoice once more, with our VAT number on it.'],
  ['Mug arrived broken', 'One of four: the handle is off. I can send a picture.'],
  ['New delivery address', 'We have moved. Can the order still go to the new address?'],
  ['How to clean the pen', 'The fountain pen writes "dry" after a month. What may I use?'],
  ['Reklamation Notizbuch', 'Seite 12 bis 20 fehlen. Bitte um Ersatz.'],
  ['Gift wrapping', 'Can you wrap it, without the price inside?'],
];

function firstTickets(): Ticket[] {
  const choice = seededChoice(seed);
  return Array.from({ length: ticketCount }, (_, at): Ticket => {
    const home = choice.of(countries);
    const firstName = choice.of(home.firstNames);
    const lastName = choice.of(home.lastNames);
    const email = `${plainLetters(firstName)}.${plainLetters(lastName)}.${String(firstNumber + at)}@example.org`;
    const [subject, text] = choice.of(questions);
    const drawn = choice.of(['OPEN', 'WAITING', 'SOLVED', 'SOLVED'] as const);
    const status = at < 5 ? 'OPEN' : drawn;
    const requester = {
      firstName,
      lastName,
      email: at === brokenAt ? email.replace('@', '(at)') : email,
      country: home.country,
    };
    const openedAt = isoTime(firstDay + at * dayMs + choice.whole(0, 30_000) * 1000);
    const answer = {
      to: email,
      text: 'Thank you for asking. We look into it.',
      sentAt: isoTime(Date.parse(openedAt) + choice.whole(1, 20) * 3_600_000),
    };
    return {
      id: numberAt(at),
      subject,
      text,
      status,
      priority: choice.of(['LOW', 'NORMAL', 'NORMAL', 'NORMAL', 'HIGH'] as const),
      openedAt,
      requester,
      answers: status === 'OPEN' ? [] : [answer],
    };
  });
}

function numberAt(position: number): string {
  return `T-${String(firstNumber + position)}`;
}

/** To the second, as the desk writes times. */
export function isoTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z/, 'Z');
}
