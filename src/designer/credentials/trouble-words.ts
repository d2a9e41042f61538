import { propertiesOf, titleOf } from '../../shared/index.ts';
import type { CredentialType } from '../../catalog/index.ts';
import { secretFields } from '../ui/schema-form/prepare-schema.ts';
import { say, sayWording, spokenLanguage } from '../../words/index.ts';
import type { SignIn } from './sign-in.ts';

/** Why signing in did not work, in a sentence; `field` is the one that holds the secret. */
export function troubleWords(
  outcome: Exclude<SignIn, { readonly kind: 'connected' }>,
  field?: string,
): string {
  if (outcome.kind !== 'refused') return sayWording(outcome.problem);
  const { status, by: component } = outcome;
  if (status === 403) return say('credentials.not-allowed', { component, status });
  return field === undefined
    ? say('credentials.refused-whole', { component })
    : say('credentials.refused', { component, field: lowered(field) });
}

/** What the field is called that holds the secret. */
export function secretTitle({ schema }: CredentialType): string | undefined {
  const [secret] = secretFields(schema);
  return secret === undefined ? undefined : titleOf(propertiesOf(schema, schema)[secret], secret);
}

/** "Key" inside a sentence is "key"; "API key" stays, and a German noun too. */
function lowered(word: string): string {
  return spokenLanguage() === 'en' && /^\p{Lu}\p{Ll}/u.test(word)
    ? word.charAt(0).toLocaleLowerCase('en') + word.slice(1)
    : word;
}
