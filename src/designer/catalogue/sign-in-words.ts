import { hasSample, signInsOf, type ComponentSummary } from '../../catalog/index.ts';
import { say, spokenLocale } from '../../words/index.ts';

const mostNamed = 2;

/** What a person signs in with, in a few words: "you sign in at the service", "no account needed". */
export function signInWords(component: ComponentSummary): string {
  if (hasSample(component)) return say('catalogue.sign-in-sample');
  const kinds = signInsOf(component);
  if (kinds.length > mostNamed) return say('catalogue.sign-in-several');
  const ways = kinds.map((kind) => say(`catalogue.sign-in-${kind}`));
  const words = new Intl.ListFormat(spokenLocale(), { type: 'disjunction' }).format(ways);
  return words.charAt(0).toLocaleUpperCase(spokenLocale()) + words.slice(1);
}
