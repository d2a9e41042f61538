/** A customer with fields of every kind, and what is said about a field that one of them fills. */
import type { JsonSchema } from '../../shared/index.ts';
import { checkBinding, type Binding, type MappingProblem, type SourceType } from '../index.ts';
import { group, text } from './few-words.ts';

export const customer: SourceType = {
  from: 's1',
  title: 'Find customers',
  schema: group(
    {
      email: { type: 'string', format: 'email' },
      firstName: { type: 'string', title: 'Given name' },
      age: { type: 'integer' },
      total: { type: 'number' },
      active: { type: 'boolean' },
      nickname: { type: ['string', 'null'] },
      phone: text,
      tags: { type: 'array', items: text },
      scores: { type: 'array', items: { type: 'number' } },
      emails: { type: 'array', items: group({ address: text, kind: text }) },
      createdAt: { type: 'string', format: 'date-time' },
      status: { enum: ['ACTIVE', 'PAUSED'] },
      address: group({ street: text, city: text }),
      long: { type: 'string', maxLength: 200 },
    },
    [
      'email',
      'firstName',
      'age',
      'total',
      'active',
      'nickname',
      'tags',
      'scores',
      'emails',
      'createdAt',
      'status',
      'address',
      'long',
    ],
  ),
};

/** What is said about one field filled with one binding. */
export function problemsOf(
  schema: JsonSchema,
  binding: Binding | undefined,
  required = true,
): readonly MappingProblem[] {
  const target = group({ field: schema }, required ? ['field'] : []);
  return checkBinding(binding && { kind: 'object', props: { field: binding } }, target, [customer]);
}

export const codes = (problems: readonly { readonly code: string }[]): string[] =>
  problems.map(({ code }) => code.replace('mapping.', ''));
