/**
 * What could mend a value that does not fit. Guesses only: each is tried on the sample before a person sees it, so
 * there may be many, and none has to be right.
 */
import { choicesOf, kindsOf, type Json, type JsonSchema } from '../../../shared/index.ts';
import type { Binding, ConvertBinding, RefBinding, Segment } from '../../binding.ts';
import type { Conversion } from '../../conversion.ts';
import { conversionsFor } from '../../conversions/conversions-for.ts';
import { dayPatternsOf } from '../../conversions/local-forms.ts';
import { toPlainText } from '../../conversions/plain-text.ts';
import { nearestChoice } from '../compare/choices.ts';
import { mend, plainDefault, withConversions, type Mend } from '../finding.ts';

export interface Unfitting {
  readonly code: string;
  /** All values of the samples that do not fit for this reason, a few of them at least. */
  readonly values: readonly (Json | undefined)[];
  readonly schema: JsonSchema;
  readonly required: boolean;
  readonly locale: string | undefined;
}

export function mendsByValue(here: Binding, unfitting: Unfitting): readonly Mend[] {
  const [value] = unfitting.values;
  return [
    ...otherOptions(here, unfitting),
    ...(value === undefined || value === null ? [] : byKind(here, value, unfitting)),
    ...tidied(here, value),
    ...intoChoices(here, unfitting),
    ...whenEmpty(here, unfitting),
    ...(here.kind === 'ref' ? otherPaths(here) : []),
  ];
}

/** The conversion is right, and what it was told is not: another decimal sign, another form of dates, a rounding. */
function otherOptions(here: Binding, { locale }: Unfitting): readonly Mend[] {
  if (here.kind !== 'convert') return [];
  return here.with.flatMap((conversion, at): readonly Mend[] => {
    const instead = (code: string, next: Conversion, params = {}): Mend =>
      mend(code, withConversion(here, at, [next]), params);
    switch (conversion.name) {
      case 'to-number':
        return numberMends((next) => withConversion(here, at, [next]));
      case 'to-whole-number':
        return [
          instead('round', { name: 'to-whole-number', rounding: 'round' }),
          instead('round-down', { name: 'to-whole-number', rounding: 'floor' }),
          instead('round-up', { name: 'to-whole-number', rounding: 'ceil' }),
          ...numberMends((next) => withConversion(here, at, [next, conversion])),
        ];
      case 'format-number':
      case 'sum':
      case 'average':
        return numberMends((next) => withConversion(here, at, [next, conversion]));
      case 'to-date':
      case 'to-date-time':
        return dateForms(locale).map((format) =>
          instead(`${conversion.name}-pattern`, { ...conversion, format }, { format }),
        );
      case 'format-date':
        return dateForms(locale).map((format) =>
          mend(
            'to-date-pattern',
            withConversion(here, at, [{ name: 'to-date-time', format }, conversion]),
            { format },
          ),
        );
      default:
        return [];
    }
  });
}

function numberMends(put: (next: Conversion) => Binding): readonly Mend[] {
  return [
    mend('to-number', put({ name: 'to-number', decimal: '.' })),
    mend('to-number-comma', put({ name: 'to-number', decimal: ',' })),
  ];
}

function withConversion(
  here: ConvertBinding,
  at: number,
  next: readonly Conversion[],
): ConvertBinding {
  return { ...here, with: here.with.toSpliced(at, 1, ...next) };
}

const moreForms: readonly string[] = [
  'D.M.YYYY',
  'M/D/YYYY',
  'D/M/YYYY',
  'YYYY/MM/DD',
  'DD-MM-YYYY',
  'YYYYMMDD',
  'D MMMM YYYY',
  'D. MMMM YYYY',
  'MMMM D, YYYY',
  'DD.MM.YYYY HH:mm',
  'DD.MM.YYYY HH:mm:ss',
  'MM/DD/YYYY HH:mm',
  'MM/DD/YYYY hh:mm A',
  'X',
  'x',
];

function dateForms(locale: string | undefined): readonly string[] {
  return [...dayPatternsOf(locale), ...moreForms];
}

/** The ways from the kind that the value really has. */
function byKind(here: Binding, value: Json, { schema, locale }: Unfitting): readonly Mend[] {
  const given = schemaOfKind(value);
  const offers = conversionsFor(given, schema, locale).map(
    (offer) =>
      ({
        code: offer.code,
        params: offer.params,
        binding: withConversions(here, offer.with),
      }) satisfies Mend,
  );
  const format = schema.format;
  if (typeof value === 'object' || (format !== 'date' && format !== 'date-time')) return offers;
  const forms = dateForms(locale).map((form) =>
    mend(`to-${format}-pattern`, withConversions(here, [{ name: `to-${format}`, format: form }]), {
      format: form,
    }),
  );
  return [...offers, ...forms];
}

function schemaOfKind(value: Json): JsonSchema {
  if (Array.isArray(value)) {
    const [first] = value as readonly Json[];
    return { type: 'array', ...(first === undefined ? {} : { items: schemaOfKind(first) }) };
  }
  if (value === null) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer' };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return { type: typeof value as 'string' | 'boolean' | 'object' };
}

function tidied(here: Binding, value: Json | undefined): readonly Mend[] {
  if (typeof value !== 'string') return [];
  return value.trim() === value ? [] : [mend('trim', withConversions(here, [{ name: 'trim' }]))];
}

/** Values that the field does not take, each beside the choice that is nearest. */
function intoChoices(here: Binding, { values, schema }: Unfitting): readonly Mend[] {
  const choices = choicesOf(schema, schema);
  if (choices === undefined || here.kind === 'table') return [];
  const rows = new Map<Json, Json>();
  for (const choice of choices) rows.set(toPlainText(choice) ?? choice, choice);
  for (const value of values) {
    const choice =
      value === undefined || value === null ? undefined : nearestChoice(value, choices);
    if (value !== undefined && choice !== undefined) rows.set(value, choice);
  }
  return [
    mend('value-table', {
      kind: 'table',
      on: here,
      rows: [...rows].map(([equals, value]) => ({ equals, then: { kind: 'literal', value } })),
    }),
  ];
}

function whenEmpty(here: Binding, { code, values, schema, required }: Unfitting): readonly Mend[] {
  const isEmpty = values.every((value) => value === undefined || value === null || value === '');
  const { maxLength } = schema;
  const shorten =
    maxLength === undefined
      ? []
      : [
          mend('shorten', withConversions(here, [{ name: 'shorten', length: maxLength }]), {
            count: maxLength,
          }),
        ];
  if (!isEmpty || !/-(missing|empty|too-short|wrong-format|not-a-choice|wrong-kind)$/.test(code))
    return shorten;
  const value = plainDefault(schema);
  return [
    ...(required
      ? []
      : [
          mend('leave-out-if-empty', {
            kind: 'when',
            branches: [{ if: { left: here, is: 'is-not-empty' }, then: here }],
          }),
        ]),
    ...(value === undefined || value === '' || kindsOf(schema, schema).open
      ? []
      : [
          mend('default', withConversions(here, [{ name: 'default-if-empty', value }]), {
            value: toPlainText(value) ?? '',
          }),
        ]),
  ];
}

/** A list where a group was thought, or the other way round. */
function otherPaths(here: RefBinding): readonly Mend[] {
  const paths: (readonly [string, readonly Segment[]])[] = [];
  here.path.forEach((segment, at) => {
    if (typeof segment === 'object') paths.push(['use-directly', here.path.toSpliced(at, 1)]);
    else for (const [code, pick] of picks) paths.push([code, here.path.toSpliced(at, 0, pick)]);
  });
  return paths.map(([code, path]) => mend(code, { ...here, path }));
}
const picks: readonly (readonly [string, Segment])[] = [
  ['first', { first: true }],
  ['last', { last: true }],
];
