/** The CRM's OpenAPI description. Its test holds every answer of the other tests against it. */
import { z } from 'zod';
import type { JsonObject } from '../shared/index.ts';
import {
  customerChangeSchema,
  customerSchema,
  newCustomerSchema,
  statuses,
} from './customer-shapes.ts';
import {
  describeOperation,
  idempotencyKeyParameter,
  pathParameter,
  queryParameter,
  schemaOf,
} from './open-api.ts';

export const crmTitle = 'Sample CRM';
export const crmDescription =
  'A customer register with 500 invented people. It runs on this computer and forgets every change when it is started again.';

export const largestPage = 100;
export const usualPage = 50;

const customerPageSchema = z
  .object({
    items: z.array(customerSchema).meta({ title: 'Customers' }),
    page: z.int().min(1).meta({ title: 'Page' }),
    pageSize: z.int().min(1).meta({ title: 'Customers per page' }),
    total: z
      .int()
      .min(0)
      .meta({ title: 'Total', description: 'How many customers fit, on all pages.' }),
    next: z.url().nullable().meta({
      title: 'Next page',
      description: 'Address of the next page; empty on the last one.',
    }),
  })
  .meta({ title: 'Page of customers' });

const statusListSchema = z
  .object({
    items: z
      .array(
        z
          .object({
            value: z
              .string()
              .meta({ title: 'Value', description: "What a customer's status holds." }),
            label: z.string().meta({ title: 'Label', description: 'What a person reads.' }),
          })
          .meta({ title: 'Customer status' }),
      )
      .meta({ title: 'Customer statuses' }),
  })
  .meta({ title: 'List of customer statuses' });

const meSchema = z
  .object({
    name: z.string().meta({ title: 'Name' }),
    workspace: z.string().meta({ title: 'Workspace' }),
  })
  .meta({ title: 'Who is connected' });

const refusalSchema = z
  .object({ message: z.string().meta({ title: 'Message' }) })
  .meta({ title: 'Refusal' });

const fieldRefusalSchema = z
  .object({
    message: z.string().meta({ title: 'Message' }),
    errors: z
      .array(
        z.object({
          field: z.string().meta({
            title: 'Field',
            description: 'JSON Pointer into what was sent: /emails/0/address.',
          }),
          code: z.string().meta({ title: 'Code' }),
          message: z.string().meta({ title: 'Message' }),
        }),
      )
      .min(1)
      .meta({ title: 'What is wrong, field by field' }),
  })
  .meta({ title: 'Refusal of fields' });

const noKey: readonly [string, string] = ['The key is missing or not known.', 'Refusal'];
const noCustomer: readonly [string, string] = ['There is no customer with this ID.', 'Refusal'];
const badFields: readonly [string, string] = ['Some fields cannot be accepted.', 'FieldRefusal'];
const badBody: Readonly<Record<number, readonly [string, string]>> = {
  400: ['What was sent is not readable as JSON.', 'Refusal'],
  413: ['What was sent is too large.', 'Refusal'],
  415: ['What was sent is not declared as JSON.', 'Refusal'],
};

export function describeCrm(origin: string): JsonObject {
  const today = (): string => '9999-12-31';
  return {
    openapi: '3.1.0',
    info: { title: crmTitle, version: '1.0.0', description: crmDescription },
    servers: [{ url: origin }],
    security: [{ apiKey: [] }],
    paths: {
      '/customers': {
        get: describeOperation({
          id: 'findCustomersByStatus',
          summary: 'Find customers by status',
          description:
            'Gives the customers with this status, page by page; without a status, all customers.',
          parameters: [
            queryParameter('status', 'Only customers with this status.', {
              type: 'string',
              enum: statuses.map(({ value }) => value),
            }),
            queryParameter('page', 'Which page; the first is 1.', {
              type: 'integer',
              minimum: 1,
              default: 1,
            }),
            queryParameter('pageSize', 'How many customers on one page.', {
              type: 'integer',
              minimum: 1,
              maximum: largestPage,
              default: usualPage,
            }),
          ],
          answers: { 200: ['One page of customers.', 'CustomerPage'], 401: noKey, 422: badFields },
        }),
        post: describeOperation({
          id: 'addCustomer',
          summary: 'Add a customer',
          description: 'Adds one customer. Only the two names are needed.',
          parameters: [idempotencyKeyParameter],
          body: 'NewCustomer',
          answers: {
            201: ['The customer as it is kept.', 'Customer'],
            ...badBody,
            401: noKey,
            409: ['This Idempotency-Key was used with other data.', 'Refusal'],
            422: badFields,
          },
        }),
      },
      '/customers/{id}': {
        get: describeOperation({
          id: 'findCustomerById',
          summary: 'Find a customer by ID',
          description: 'Gives one customer.',
          parameters: [pathParameter('id', 'Such as c-0001.')],
          answers: { 200: ['The customer.', 'Customer'], 401: noKey, 404: noCustomer },
        }),
        patch: describeOperation({
          id: 'updateCustomer',
          summary: 'Update a customer',
          description:
            'Replaces the fields that are sent and leaves the others. Of the address, single lines can be sent.',
          parameters: [pathParameter('id', 'Such as c-0001.')],
          body: 'CustomerChange',
          answers: {
            200: ['The customer after the change.', 'Customer'],
            ...badBody,
            401: noKey,
            404: noCustomer,
            422: badFields,
          },
        }),
      },
      '/statuses': {
        get: describeOperation({
          id: 'getAllCustomerStatuses',
          summary: 'Get all customer statuses',
          description: 'Gives the statuses that a customer can have.',
          answers: { 200: ['All statuses.', 'StatusList'], 401: noKey },
        }),
      },
      '/me': {
        get: describeOperation({
          id: 'getMe',
          summary: 'Check who is connected',
          description: 'Says whose key this is.',
          answers: { 200: ['Who is connected.', 'Me'], 401: noKey },
        }),
      },
    },
    components: {
      securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
      schemas: {
        Customer: schemaOf(customerSchema),
        NewCustomer: schemaOf(newCustomerSchema(today)),
        CustomerChange: schemaOf(customerChangeSchema(today)),
        CustomerPage: schemaOf(customerPageSchema),
        StatusList: schemaOf(statusListSchema),
        Me: schemaOf(meSchema),
        Refusal: schemaOf(refusalSchema),
        FieldRefusal: schemaOf(fieldRefusalSchema),
      },
    },
  };
}
