/** Golden cases of refusals (`trace/cases/*.json`), and the call that each of them answered. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Json, JsonPath, JsonSchema, Wording } from '../../shared/index.ts';
import type { Binding } from '../../mapping/contract.ts';
import { takeAnswer } from '../call/take-answer.ts';
import type { CallFailure } from '../call-contract.ts';
import type { HttpCall } from '../component/call.ts';
import { answered, anOperation, planned, ref } from './a-call.ts';

export interface RefusalCase {
  readonly id: string;
  /** The public thread or document that the body was taken from. */
  readonly source: string;
  /** What is not as it was there. */
  readonly changed?: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json;
  /** Of our own proxy: the sentence in place of a service's words. */
  readonly says?: Wording;
  readonly sent: {
    readonly method?: HttpCall['method'];
    readonly as?: 'json' | 'form' | 'xml';
    /** The step's consumed input. */
    readonly input: Json;
    readonly schema?: JsonSchema;
    /** How the body is made: `$` is the input, `$.a.b` a field of it, anything else stands as it is. */
    readonly sends?: Json;
    readonly path?: readonly string[];
    readonly query?: Json;
  };
  readonly expect: {
    readonly code: string;
    readonly kind?: CallFailure['kind'];
    /** What kind of "no" it is for a person, and what is offered then (`run-panel/model`). */
    readonly family: string;
    readonly offers: readonly string[];
    readonly words?: string;
    readonly retryAfterMs?: number;
    /** What mends it at the field, in words, where the step's form is known (`run-panel/refusal-fixes`). */
    readonly fixes?: readonly string[];
    /** Where, the value that was sent there (none: nothing was), the service's words for it. */
    readonly fields: readonly {
      readonly path: JsonPath;
      readonly value?: Json;
      readonly words?: string;
    }[];
  };
}

const folder = new URL('../trace/cases/', import.meta.url);

/** Files with their cases. */
export function refusalCases(): readonly (readonly [string, readonly RefusalCase[]])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { cases } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
        cases: readonly RefusalCase[];
      };
      return [name.replace('.json', ''), cases] as const;
    });
}

/** What the catalog makes of the refusal. */
export function failureOf({ sent, status, headers, body, says }: RefusalCase): CallFailure {
  const method = sent.method ?? 'POST';
  const operation = anOperation(
    {
      method,
      path: (sent.path ?? ['/things']).map((part) =>
        part.startsWith('$') ? { param: made(part) } : part,
      ),
      ...(sent.query === undefined ? {} : { query: made(sent.query) }),
      ...(method === 'GET'
        ? {}
        : { body: { as: sent.as ?? 'json', from: made(sent.sends ?? '$') } }),
    },
    {
      slots: {
        input: { kind: 'value', ...(sent.schema === undefined ? {} : { schema: sent.schema }) },
      },
    },
  );
  const answer = answered(status, body, headers);
  const taken = takeAnswer({
    operation,
    request: planned(operation, sent.input),
    answer: says === undefined ? answer : { ...answer, says },
  });
  if (taken.ok) throw new Error('taken for a success');
  return taken.reason;
}

function made(notation: Json): Binding {
  if (typeof notation === 'string' && /^\$($|\.)/.test(notation))
    return { ...ref('input', ...notation.split('.').slice(1)), ifMissing: 'leave-out' } as Binding;
  if (typeof notation !== 'object' || notation === null)
    return { kind: 'literal', value: notation };
  if (Array.isArray(notation))
    return {
      kind: 'list',
      parts: (notation as readonly Json[]).map((item) => ({ item: made(item) })),
    };
  const entries = Object.entries(notation as Readonly<Record<string, Json>>);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === 'text' && Array.isArray(first[1]))
    return {
      kind: 'text',
      parts: (first[1] as readonly string[]).map((part) =>
        part.startsWith('$') ? made(part) : part,
      ),
    };
  return {
    kind: 'object',
    props: Object.fromEntries(entries.map(([key, part]) => [key, made(part)])),
  };
}
