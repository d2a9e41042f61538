import type { Binding } from '../../binding.ts';
import { choicesOf, type Json, type JsonSchema } from '../../../shared/index.ts';
import { toPlainText } from '../../conversions/plain-text.ts';
import { isSameJson } from '../../evaluate/compare.ts';
import { shown } from '../../evaluate/shown.ts';
import { editDistance } from '../edit-distance.ts';
import { finding, mend, type Finding, type Mend } from '../finding.ts';
import type { Comparing } from './comparing.ts';

/** A field that only takes certain values. */
export function choices(
  { binding, field, source }: Comparing,
  from: JsonSchema,
  to: JsonSchema,
  inList: boolean,
): readonly Finding[] {
  const wanted = choicesOf(to, to);
  if (wanted === undefined) return [];
  const given = choicesOf(from, from);
  const list = wanted.map(shown).join(', ');
  if (given === undefined) {
    return binding.kind === 'text' || binding.kind === 'ref' || binding.kind === 'convert'
      ? [
          finding(
            'choices-open',
            { field, source, choices: list },
            inList ? [] : [mend('value-table', prefilled(binding, wanted))],
            'hint',
          ),
        ]
      : [];
  }
  const outside = given.filter((value) => !wanted.some((choice) => isSameJson(choice, value)));
  if (outside.length === 0) return [];
  const rows = given.map((value) => ({ equals: value, choice: nearestChoice(value, wanted) }));
  const known = rows.filter((row) => row.choice !== undefined);
  const [firstChoice] = wanted;
  const fixes: Mend[] =
    inList || firstChoice === undefined
      ? []
      : [
          mend('value-table', {
            kind: 'table',
            on: binding,
            rows: known.map(({ equals, choice }) => ({
              equals,
              then: { kind: 'literal', value: choice as Json },
            })), // filtered above
            ...(known.length === rows.length
              ? {}
              : { otherwise: { kind: 'literal', value: firstChoice } as const }),
          }),
        ];
  return [
    finding(
      'choices-differ',
      {
        field,
        source,
        values: outside.map(shown).join(', '),
        choices: list,
        count: outside.length,
      },
      fixes,
      outside.length === given.length ? 'error' : 'warning',
    ),
  ];
}

/** Each value as itself: the person changes what it is called at the source. */
function prefilled(on: Binding, choices: readonly Json[]): Binding {
  return {
    kind: 'table',
    on,
    rows: choices.map((value) => ({
      equals: toPlainText(value) ?? value,
      then: { kind: 'literal', value },
    })),
  };
}

/** The same value, the same word written differently, or a word with one letter wrong. */
export function nearestChoice(value: Json, choices: readonly Json[]): Json | undefined {
  const exact = choices.find((choice) => isSameJson(choice, value));
  if (exact !== undefined) return exact;
  const plain = (one: Json): string =>
    (toPlainText(one) ?? '').toLowerCase().replace(/[\s_-]+/g, '');
  const word = plain(value);
  if (word === '') return undefined;
  const same = choices.find((choice) => plain(choice) === word);
  if (same !== undefined || word.length < 5) return same;
  return choices.find((choice) => editDistance(plain(choice), word, 1) <= 1);
}
