import { checkValue } from '../../../mapping/index.ts';
import {
  isJsonList,
  kindsOf,
  parseJson,
  type Json,
  type JsonSchema,
  type WordParams,
  type Wording,
} from '../../../shared/index.ts';
import type { WordCode } from '../../../words/index.ts';
import { lineInText } from './line-in-text.ts';

export interface ReadSample {
  /** Undefined: the text cannot be read. */
  readonly messages: readonly Json[] | undefined;
  /** What is wrong, line by line; what does not fit the step's output can be kept all the same. */
  readonly misfits: readonly { readonly line: number; readonly what: Wording }[];
}

const mostMisfits = 5;
const mostMessages = 500;

/** Reads what a person wrote: one message, or several in a list, held against what the step gives. */
export function readSampleText(text: string, schema: JsonSchema | undefined): ReadSample {
  const read = parseJson(text);
  if (!read.ok) {
    return unusable('samples.not-json', read.reason.line);
  }
  const { value } = read;
  const several = isJsonList(value) && !givesList(schema);
  const messages = several ? value : [value];
  if (messages.length === 0) return unusable('samples.none-written', 1);
  if (messages.length > mostMessages)
    return unusable('samples.too-many', 1, { count: mostMessages });
  if (schema === undefined) return { messages, misfits: [] };
  const misfits = messages.flatMap((message, at) =>
    checkValue(message, schema).map(({ code, params, path }) => ({
      line: lineInText(text, several ? [at, ...path] : path),
      what: { code, params },
    })),
  );
  return { messages, misfits: misfits.slice(0, mostMisfits) };
}

/** One message of such a step is a list itself. */
function givesList(schema: JsonSchema | undefined): boolean {
  if (schema === undefined) return false;
  const { kinds } = kindsOf(schema, schema);
  return kinds.has('array') && !kinds.has('object');
}

function unusable(code: WordCode, line: number, params: WordParams = {}): ReadSample {
  return { messages: undefined, misfits: [{ line, what: { code, params } }] };
}
