/** The newsletter's records: the one place that knows their fields. */
import { z } from 'zod';

const fields = {
  firstName: z.string().max(80).meta({ title: 'First name' }),
  lastName: z.string().max(80).meta({ title: 'Last name' }),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'a language has two small letters, such as de.')
    .meta({ title: 'Language', description: 'Two letters, such as de.' }),
  tags: z
    .array(z.string().min(1).max(40).meta({ title: 'Tag' }))
    .max(20)
    .meta({ title: 'Tags' }),
  birthday: z.iso.date().nullable().meta({ title: 'Birthday' }),
  source: z
    .string()
    .max(120)
    .meta({ title: 'Source', description: 'Where this subscriber comes from.' }),
};

/** What can be said about a new subscriber. */
export const newSubscriberSchema = z
  .strictObject({
    email: z
      .email()
      .max(200)
      .meta({ title: 'E-mail', description: 'Each address can subscribe once.' }),
    firstName: fields.firstName,
    lastName: fields.lastName,
    language: fields.language.optional(),
    tags: fields.tags.optional(),
    birthday: fields.birthday.optional(),
    source: fields.source.optional(),
  })
  .meta({ title: 'New subscriber' });
export type NewSubscriber = z.infer<typeof newSubscriberSchema>;

export const subscriberSchema = z
  .object({
    id: z
      .string()
      .meta({ title: 'Subscriber ID', description: 'Given by the newsletter, such as s-0001.' }),
    email: z.email().meta({ title: 'E-mail' }),
    firstName: fields.firstName,
    lastName: fields.lastName,
    language: fields.language,
    tags: fields.tags,
    birthday: fields.birthday,
    source: fields.source,
    subscribedAt: z.iso.datetime().meta({ title: 'Subscribed at' }),
  })
  .meta({ title: 'Subscriber' });
export type Subscriber = z.infer<typeof subscriberSchema>;
