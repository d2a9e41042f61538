import {
  kindsOf,
  schemaAt,
  titleOf,
  type Json,
  type JsonPath,
  type JsonSchema,
  type Wording,
} from '../../../shared/index.ts';
import type { WordCode } from '../../../words/index.ts';
import type { Misfit } from './validation.ts';

type FormWord = Extract<WordCode, `inspector.form-${string}`>;
interface FormWording extends Wording {
  readonly code: FormWord;
}

/** What a person reads below a field that does not fit: what to do, never how the schema says it. */
function misfitWording(misfit: Misfit, root: JsonSchema): FormWording {
  const schema = schemaAt(root, misfit.path) ?? {};
  const field = titleOf(schema, String(misfit.path.at(-1) ?? ''));
  const word = (code: FormWord, params: Wording['params'] = {}): FormWording => ({ code, params });
  switch (misfit.keyword) {
    case 'required':
      return word(isChoice(schema) ? 'inspector.form-choose' : 'inspector.form-fill-in', { field });
    case 'minLength':
      return (schema.minLength ?? 1) <= 1
        ? word('inspector.form-fill-in', { field })
        : word('inspector.form-longer', { count: schema.minLength ?? 1 });
    case 'maxLength':
      return word('inspector.form-shorter', { count: schema.maxLength ?? 0 });
    case 'pattern':
      return exampleOf(schema) === undefined
        ? word('inspector.form-unusual')
        : word('inspector.form-like', { example: exampleOf(schema) ?? '' });
    case 'format':
      return word(formatWords[schema.format ?? ''] ?? 'inspector.form-unusual');
    case 'minimum':
      return word('inspector.form-at-least', { limit: schema.minimum ?? 0 });
    case 'maximum':
      return word('inspector.form-at-most', { limit: schema.maximum ?? 0 });
    case 'exclusiveMinimum':
      return word('inspector.form-more-than', { limit: schema.exclusiveMinimum ?? 0 });
    case 'exclusiveMaximum':
      return word('inspector.form-less-than', { limit: schema.exclusiveMaximum ?? 0 });
    case 'multipleOf':
      return word('inspector.form-multiple', { of: schema.multipleOf ?? 1 });
    case 'type':
      return word(typeWord(schema, root));
    case 'enum':
    case 'const':
    case 'oneOf':
    case 'anyOf':
      return word('inspector.form-choose-one');
    case 'minItems':
      return word('inspector.form-more-entries', { count: schema.minItems ?? 1 });
    case 'maxItems':
      return word('inspector.form-fewer-entries', { count: schema.maxItems ?? 0 });
    case 'uniqueItems':
      return word('inspector.form-entry-twice');
    default:
      return word('inspector.form-unusual');
  }
}

const formatWords: Readonly<Record<string, FormWord>> = {
  email: 'inspector.form-email',
  'idn-email': 'inspector.form-email',
  uri: 'inspector.form-web-address',
  url: 'inspector.form-web-address',
  iri: 'inspector.form-web-address',
  hostname: 'inspector.form-host',
  date: 'inspector.form-date',
  'date-time': 'inspector.form-date-time',
  time: 'inspector.form-time',
};

/** The first misfit of each field, in words, by the field's path written as a JSON Pointer. */
export function wordsByField(
  misfits: readonly Misfit[],
  root: JsonSchema,
): ReadonlyMap<string, FormWording> {
  const found = new Map<string, FormWording>();
  for (const misfit of misfits) {
    const at = pointerOf(misfit.path);
    if (!found.has(at)) found.set(at, misfitWording(misfit, root));
  }
  return found;
}

/** `['a', 0]` -> `/a/0`. */
export function pointerOf(path: JsonPath): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function isChoice(schema: JsonSchema): boolean {
  return schema.enum !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined;
}

function typeWord(schema: JsonSchema, root: JsonSchema): FormWord {
  const { kinds } = kindsOf(schema, root);
  if (kinds.has('integer') && !kinds.has('number')) return 'inspector.form-whole-number';
  if (kinds.has('number')) return 'inspector.form-number';
  if (kinds.has('boolean')) return 'inspector.form-yes-no';
  if (kinds.has('array')) return 'inspector.form-list';
  return 'inspector.form-unusual';
}

function exampleOf(schema: JsonSchema): string | undefined {
  const example: Json | undefined = schema.examples?.[0];
  return typeof example === 'string' || typeof example === 'number' ? String(example) : undefined;
}
