import {
  choiceTitle,
  humanise,
  schemaAt,
  titleOf,
  writeJson,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Catalog } from '../../catalog/index.ts';
import {
  errorPort,
  inputSchemaOf,
  operationOf,
  outPort,
  outputSchemaOf,
  portsOf,
  type Flow,
} from '../../flow/index.ts';
import type { TestDifference } from '../../runtime/contract.ts';
import { wordsOf } from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';

/** One difference in a sentence: where, what was expected, what came. */
export function differenceInWords(
  difference: TestDifference,
  flow: Flow,
  catalog: Catalog,
): string {
  switch (difference.what) {
    case 'gone':
      return say('tests.gone', { name: difference.name });
    case 'count':
      return say('tests.count', { expected: difference.expected, got: difference.got });
    case 'others':
      return say('tests.others', { count: difference.count });
    case 'no-answer':
      return say('tests.no-answer', { count: difference.count });
    case 'address':
      return say('tests.address', {
        message: difference.message,
        expected: difference.expected,
        got: difference.got,
      });
    case 'way':
      return say('tests.way', {
        message: difference.message,
        expected: waysInWords(difference.step, difference.expected, flow, catalog),
        got: waysInWords(difference.step, difference.got, flow, catalog),
      });
    case 'became':
      return [
        say(`tests.became-${difference.got}`, { message: difference.message }),
        difference.failure === undefined ? '' : sayWording(difference.failure),
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'sent':
    case 'gave': {
      const { step, what, path, expected, got, message } = difference;
      const schema = schemaOf(step, what, flow, catalog);
      const part = expected === undefined ? 'new' : got === undefined ? 'missing' : 'differs';
      return say(`tests.${what}-${part}`, {
        message,
        field: fieldInWords(schema, path),
        expected: valueInWords(expected, schema, path),
        got: valueInWords(got, schema, path),
      });
    }
  }
}

/** A place by the titles of its fields, entries of lists by their number. */
export function fieldInWords(schema: JsonSchema, path: readonly (string | number)[]): string {
  if (path.length === 0) return say('tests.whole');
  return path
    .map((part, at) => {
      if (part === '*') return say('tests.each-entry');
      if (typeof part === 'number') return String(part + 1);
      const here = schemaAt(schema, path.slice(0, at + 1).map(asPlace));
      return here === undefined ? humanise(part) : titleOf(here, part);
    })
    .join(' › ');
}

export function schemaOf(
  id: string,
  what: 'sent' | 'gave',
  flow: Flow,
  catalog: Catalog,
): JsonSchema {
  const step = flow.steps.find((each) => each.id === id);
  const known =
    step === undefined
      ? undefined
      : what === 'sent'
        ? inputSchemaOf(step, catalog)
        : outputSchemaOf(flow, catalog, id);
  return known ?? {};
}

function asPlace(part: string | number): string | number {
  return part === '*' ? 0 : part;
}

const longestValue = 80;

function valueInWords(value: Json | undefined, schema: JsonSchema, path: JsonPath): string {
  if (value === undefined) return '';
  const here = schemaAt(schema, path);
  const label = here === undefined ? undefined : choiceTitle(value, here, schema);
  const text = label ?? plainText(value);
  if (text === '') return say('tests.empty');
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

/** A list of single values as a person writes it; what is nested more, as it is. */
function plainText(value: Json): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value) || value.some((entry) => typeof entry === 'object'))
    return writeJson(value);
  if (value.length === 0) return say('tests.empty');
  return value.map((entry) => (typeof entry === 'string' ? entry : writeJson(entry))).join(', ');
}

function waysInWords(id: string, ports: readonly string[], flow: Flow, catalog: Catalog): string {
  const step = flow.steps.find((each) => each.id === id);
  const known = step === undefined ? [] : portsOf(step, operationOf(step, catalog)).out;
  if (ports.length === 0) return say('tests.no-way');
  return ports
    .map((port) => {
      const title = known.find((each) => each.id === port)?.title;
      if (port === errorPort) return say('canvas.failures');
      return title === undefined || title === '' || port === outPort ? port : wordsOf(title);
    })
    .join(', ');
}
