/** A flow to import: a call brings orders with lines, and a message takes shipments with parcels; a list in a list on both sides. */
import type { Binding } from '../../src/mapping/index.ts';
import { callToMessage } from './a-flow.ts';

const text = { type: 'string' } as const;

const day = {
  title: 'Day',
  type: 'object',
  properties: {
    labels: {
      type: 'array',
      title: 'Labels',
      items: text,
      examples: [['north', 'fragile', 'express']],
    },
    courier: { ...text, title: 'Courier', examples: ['Blue Van'] },
    orders: {
      type: 'array',
      title: 'Orders',
      items: {
        type: 'object',
        title: 'Order',
        properties: {
          number: { ...text, title: 'Number' },
          customer: { ...text, title: 'Customer' },
          lines: {
            type: 'array',
            title: 'Lines',
            items: {
              type: 'object',
              title: 'Line',
              properties: {
                article: { ...text, title: 'Article' },
                pieces: { type: 'integer', title: 'Pieces' },
              },
              required: ['article', 'pieces'],
            },
          },
        },
        required: ['number', 'customer', 'lines'],
      },
      examples: [
        [
          {
            number: 'A-1',
            customer: 'Ada Lovelace',
            lines: [
              { article: 'Tea', pieces: 2 },
              { article: 'Cup', pieces: 4 },
            ],
          },
          {
            number: 'A-2',
            customer: 'Jörg Müller',
            lines: [{ article: 'Pen', pieces: 1 }],
          },
        ],
      ],
    },
  },
  required: ['labels', 'courier', 'orders'],
} as const;

const dispatch = {
  title: 'Dispatch',
  type: 'object',
  properties: {
    note: { ...text, title: 'Note' },
    driver: { ...text, title: 'Driver' },
    van: { ...text, title: 'Van' },
    shipments: {
      type: 'array',
      title: 'Shipments',
      items: {
        type: 'object',
        title: 'Shipment',
        properties: {
          number: { ...text, title: 'Number' },
          parcels: {
            type: 'array',
            title: 'Parcels',
            items: {
              type: 'object',
              title: 'Parcel',
              properties: {
                article: { ...text, title: 'Article' },
                pieces: { type: 'integer', title: 'Pieces' },
                order: { ...text, title: 'Order number' },
              },
              required: ['article', 'pieces'],
            },
          },
        },
        required: ['number'],
      },
    },
    payer: {
      title: 'Payer',
      oneOf: [
        {
          title: 'Person',
          type: 'object',
          properties: {
            kind: { const: 'person' },
            name: { ...text, title: 'Full name' },
          },
          required: ['kind', 'name'],
        },
        {
          title: 'Company',
          type: 'object',
          properties: {
            kind: { const: 'company' },
            name: { ...text, title: 'Full name' },
            vat: { ...text, title: 'VAT number' },
          },
          required: ['kind', 'name', 'vat'],
        },
      ],
      discriminator: { propertyName: 'kind' },
    },
  },
  required: ['note', 'shipments'],
} as const;

/** The flow as a file holds it; `props` fill fields of the dispatch ahead. */
export function ordersToShipments(props: Readonly<Record<string, Binding>> = {}): string {
  return callToMessage(
    'Orders to shipments',
    { id: 'day', brings: day },
    { id: 'dispatch', name: 'Dispatch', takes: dispatch },
    props,
  );
}
