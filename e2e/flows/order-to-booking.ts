/** A flow to import: an order that comes in by a call, and a message that takes a field of every kind. */
import type { Binding } from '../../src/mapping/index.ts';
import { callToMessage } from './a-flow.ts';

const text = { type: 'string' } as const;

const order = {
  title: 'Order',
  type: 'object',
  properties: {
    number: { ...text, title: 'Order number', examples: ['A-0042'] },
    customer: { ...text, title: 'Customer', examples: ['Ada Lovelace'] },
    email: { ...text, title: 'E-mail', format: 'email', examples: ['ada@example.com'] },
    price: { ...text, title: 'Price', description: 'As the shop writes it.', examples: ['12,99'] },
    total: { type: 'number', title: 'Total', examples: [129.5] },
    pieces: { type: 'integer', title: 'Pieces', examples: [3] },
    paid: { type: 'boolean', title: 'Paid', examples: [true] },
    status: {
      ...text,
      title: 'Status',
      oneOf: [
        { const: 'new', title: 'New' },
        { const: 'paid', title: 'Paid' },
        { const: 'sent', title: 'Sent' },
      ],
      examples: ['paid'],
    },
    orderedAt: {
      ...text,
      title: 'Ordered at',
      format: 'date-time',
      examples: ['2026-05-04T08:30:00Z'],
    },
    note: { type: ['string', 'null'], title: 'Note', examples: [null] },
    tags: { type: 'array', title: 'Tags', items: text, examples: [['gift', 'express']] },
  },
  required: [
    'number',
    'customer',
    'email',
    'price',
    'total',
    'pieces',
    'paid',
    'status',
    'orderedAt',
  ],
} as const;

const countries =
  'Austria Belgium Croatia Denmark Estonia Finland France Germany Greece Hungary Ireland Italy'.split(
    ' ',
  );

const booking = {
  title: 'Booking',
  type: 'object',
  properties: {
    reference: { ...text, title: 'Reference' },
    amount: { type: 'number', title: 'Amount' },
    quantity: { type: 'integer', title: 'Quantity' },
    state: {
      ...text,
      title: 'State',
      oneOf: [
        { const: 'open', title: 'Open' },
        { const: 'done', title: 'Done' },
      ],
    },
    letter: { ...text, title: 'Letter', format: 'textarea' },
    country: { ...text, title: 'Country', enum: countries },
    urgent: { type: 'boolean', title: 'Urgent' },
    due: { ...text, title: 'Due', format: 'date' },
    meeting: { ...text, title: 'Meeting', format: 'date-time' },
    contact: { ...text, title: 'Contact', format: 'email' },
    address: {
      type: 'object',
      title: 'Address',
      properties: { street: { ...text, title: 'Street' }, city: { ...text, title: 'City' } },
    },
    labels: { type: 'array', title: 'Labels', items: text },
  },
  required: ['reference', 'amount', 'state'],
} as const;

/** The flow as a file holds it; `props` fill fields of the booking ahead. */
export function orderToBooking(props: Readonly<Record<string, Binding>> = {}): string {
  return callToMessage(
    'Order to booking',
    { id: 'order', brings: order },
    { id: 'booking', name: 'Booking', takes: booking },
    props,
    { locale: 'de', timeZone: 'Europe/Berlin' },
  );
}
