/** The newsletter's OpenAPI description. Its test holds every answer of the other tests against it. */
import { z } from 'zod';
import type { JsonObject } from '../shared/index.ts';
import {
  describeOperation,
  idempotencyKeyParameter,
  queryParameter,
  schemaOf,
} from './open-api.ts';
import { newSubscriberSchema, subscriberSchema } from './subscriber-shapes.ts';

export const newsletterTitle = 'Sample newsletter';
export const newsletterDescription =
  'A mailing list with a few invented subscribers. It runs on this computer, sends no mail, and forgets every change when it is started again.';

export const largestLimit = 100;
export const usualLimit = 25;

const subscriberPageSchema = z
  .object({
    data: z.array(subscriberSchema).meta({ title: 'Subscribers' }),
    nextCursor: z.string().nullable().meta({
      title: 'Next cursor',
      description: 'Where the next page starts; empty on the last one.',
    }),
    total: z.int().min(0).meta({ title: 'Total' }),
  })
  .meta({ title: 'Page of subscribers' });

const accountSchema = z
  .object({
    account: z.string().meta({ title: 'Account' }),
    plan: z.string().meta({ title: 'Plan' }),
  })
  .meta({ title: 'Account' });

const refusalSchema = z
  .object({
    error: z.object({
      code: z.string().meta({ title: 'Code' }),
      message: z.string().meta({ title: 'Message' }),
      field: z
        .string()
        .meta({ title: 'Field', description: 'The one field that is the reason.' })
        .optional(),
      fields: z
        .record(z.string(), z.string())
        .meta({
          title: 'Fields',
          description: 'Field to what is wrong with it; entries of lists as tags.0.',
        })
        .optional(),
    }),
  })
  .meta({ title: 'Refusal' });

const noToken: readonly [string, string] = ['The token is missing or not known.', 'Refusal'];

export function describeNewsletter(origin: string): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: newsletterTitle, version: '1.0.0', description: newsletterDescription },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths: {
      '/subscribers': {
        get: describeOperation({
          id: 'listSubscribers',
          summary: 'List subscribers',
          description: 'Gives the subscribers, oldest first, page by page.',
          parameters: [
            queryParameter('cursor', 'Where to go on: the nextCursor of the page before.', {
              type: 'string',
            }),
            queryParameter('limit', 'How many subscribers on one page.', {
              type: 'integer',
              minimum: 1,
              maximum: largestLimit,
              default: usualLimit,
            }),
          ],
          answers: {
            200: ['One page of subscribers.', 'SubscriberPage'],
            401: noToken,
            422: ['The page cannot be found.', 'Refusal'],
          },
        }),
        post: describeOperation({
          id: 'addSubscriber',
          summary: 'Add a subscriber',
          description: 'Adds one subscriber. Each address can subscribe once.',
          parameters: [idempotencyKeyParameter],
          body: 'NewSubscriber',
          answers: {
            201: ['The subscriber as it is kept.', 'Subscriber'],
            400: ['What was sent is not readable as JSON.', 'Refusal'],
            401: noToken,
            409: [
              'This address is on the list already, or the Idempotency-Key was used with other data.',
              'Refusal',
            ],
            413: ['What was sent is too large.', 'Refusal'],
            415: ['What was sent is not declared as JSON.', 'Refusal'],
            422: ['Some fields cannot be accepted.', 'Refusal'],
          },
        }),
      },
      '/account': {
        get: describeOperation({
          id: 'getAccount',
          summary: 'Check which account is connected',
          description: 'Says whose token this is.',
          answers: { 200: ['The account.', 'Account'], 401: noToken },
        }),
      },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Subscriber: schemaOf(subscriberSchema),
        NewSubscriber: schemaOf(newSubscriberSchema),
        SubscriberPage: schemaOf(subscriberPageSchema),
        Account: schemaOf(accountSchema),
        Refusal: schemaOf(refusalSchema),
      },
    },
  };
}
