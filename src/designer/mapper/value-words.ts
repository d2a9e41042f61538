import type { Json } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { valueText } from './model/value-text.ts';

/** A value in one short line in the person's words. */
export function inWords(value: Json | undefined, locale: string): string {
  return valueText(
    value,
    {
      yes: say('mapper.yes'),
      no: say('mapper.no'),
      nothing: say('mapper.nothing'),
      emptyText: say('common.quoted', { text: '' }),
      entries: (count) => say('mapper.entries', { count }),
    },
    locale,
  );
}
