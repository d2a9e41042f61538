/** The CRM's records: the one place that knows their fields. The description and the checks are made from it. */
import { z } from 'zod';

export const statuses = [
  { value: 'active', label: 'Active' },
  { value: 'lead', label: 'Lead' },
  { value: 'paused', label: 'Paused' },
  { value: 'closed', label: 'Closed' },
] as const;

const statusValues = [
  'active',
  'lead',
  'paused',
  'closed',
] as const satisfies (typeof statuses)[number]['value'][];

const statusField = z.enum(statusValues).meta({
  title: 'Status',
  description: 'How this customer stands with us. "Get all customer statuses" lists them.',
});
const kindField = z
  .enum(['work', 'private'])
  .meta({ title: 'Kind', description: 'Work or private.' });
const birthdayField = z.iso
  .date()
  .nullable()
  .meta({ title: 'Birthday', description: 'Empty when not known.' });
const notesField = z.string().max(2000).nullable().meta({ title: 'Notes' });
const tagsField = z
  .array(z.string().min(1).max(40).meta({ title: 'Tag' }))
  .max(20)
  .meta({ title: 'Tags' });
const revenueField = z
  .number()
  .min(0)
  .meta({ title: 'Revenue', description: 'All sales so far, in euro.' });
const newsletterField = z.boolean().meta({ title: 'Wants the newsletter' });
const ordersCountField = z.int().min(0).meta({ title: 'Number of orders' });
const nameField = (title: string) =>
  z.string().min(1).max(80).regex(/\S/, 'a name has at least one letter.').meta({ title });

/** A customer as the CRM keeps it. Addresses taken over from an old system were never checked, so they are plain text. */
export const customerSchema = z
  .object({
    id: z.string().meta({ title: 'Customer ID', description: 'Given by the CRM, such as c-0001.' }),
    status: statusField,
    firstName: z.string().meta({ title: 'First name' }),
    lastName: z.string().meta({ title: 'Last name' }),
    emails: z
      .array(
        z
          .object({
            address: z.string().meta({
              title: 'E-mail address',
              description: 'As somebody typed it years ago: most are complete, some are not.',
            }),
            kind: kindField,
          })
          .meta({ title: 'E-mail' }),
      )
      .meta({ title: 'E-mails', description: 'None, one or several.' }),
    phone: z.string().meta({ title: 'Phone' }),
    birthday: birthdayField,
    createdAt: z.iso.datetime().meta({ title: 'Created at' }),
    company: z
      .object({
        name: z.string().meta({ title: 'Company name' }),
        vatId: z.string().nullable().meta({ title: 'VAT ID' }),
      })
      .nullable()
      .meta({ title: 'Company', description: 'Empty for private customers.' }),
    address: z
      .object({
        street: z.string().meta({ title: 'Street' }),
        city: z.string().meta({ title: 'City' }),
        postalCode: z
          .string()
          .meta({ title: 'Postal code', description: 'Text, because of leading zeros: 01067.' }),
        country: z.string().meta({ title: 'Country', description: 'Two letters, such as DE.' }),
      })
      .meta({ title: 'Postal address' }),
    tags: tagsField,
    revenue: revenueField,
    newsletter: newsletterField,
    ordersCount: ordersCountField,
    notes: notesField,
  })
  .meta({ title: 'Customer' });
export type Customer = z.infer<typeof customerSchema>;

/** What can be said about a new customer. `today` (`2026-01-31`) decides which birthdays lie in the future. */
export function newCustomerSchema(today: () => string) {
  return z
    .strictObject({
      firstName: nameField('First name'),
      lastName: nameField('Last name'),
      status: statusField.optional(),
      emails: z
        .array(
          z
            .strictObject({ address: z.email().meta({ title: 'E-mail address' }), kind: kindField })
            .meta({ title: 'E-mail' }),
        )
        .max(5)
        .meta({ title: 'E-mails' })
        .optional(),
      phone: z
        .string()
        .max(30)
        .regex(/^[+0-9 ()/.-]*$/, 'a phone number has digits, spaces, + ( ) / . and - only.')
        .meta({ title: 'Phone' })
        .optional(),
      birthday: birthdayField
        .refine((day) => day === null || day <= today(), 'A birthday cannot lie in the future.')
        .optional(),
      company: z
        .strictObject({
          name: nameField('Company name'),
          vatId: z
            .string()
            .regex(
              /^[A-Z]{2}[A-Z0-9]{2,13}$/,
              'a VAT ID starts with two capital letters, such as DE123456789.',
            )
            .nullable()
            .meta({ title: 'VAT ID' })
            .optional(),
        })
        .nullable()
        .meta({ title: 'Company', description: 'Leave empty for private customers.' })
        .optional(),
      address: addressInput().optional(),
      tags: tagsField.optional(),
      revenue: revenueField.optional(),
      newsletter: newsletterField.optional(),
      ordersCount: ordersCountField.optional(),
      notes: notesField.optional(),
    })
    .meta({ title: 'New customer' });
}

/** What can be changed about a customer: every field on its own. */
export function customerChangeSchema(today: () => string) {
  return newCustomerSchema(today).partial().meta({ title: 'Change of a customer' });
}

export type NewCustomer = z.infer<ReturnType<typeof newCustomerSchema>>;
export type CustomerChange = z.infer<ReturnType<typeof customerChangeSchema>>;

function addressInput() {
  return z
    .strictObject({
      street: z.string().max(120).meta({ title: 'Street' }).optional(),
      city: z.string().max(80).meta({ title: 'City' }).optional(),
      postalCode: z.string().max(12).meta({ title: 'Postal code' }).optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'a country has two capital letters, such as DE.')
        .meta({ title: 'Country', description: 'Two letters, such as DE.' })
        .optional(),
    })
    .refine((address) => address.country !== 'DE' || /^\d{5}$|^$/.test(address.postalCode ?? ''), {
      path: ['postalCode'],
      message: 'A German postal code has five digits; a leading zero may have been lost.',
    })
    .meta({ title: 'Postal address' });
}
