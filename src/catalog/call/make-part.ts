/** The parts of a request, made by the call's bindings from input and settings. Request shaping has no clock and no place. */
import {
  failure,
  isJsonList,
  isJsonObject,
  success,
  writeJson,
  type Json,
  type JsonPath,
  type Result,
} from '../../shared/index.ts';
import {
  compileBinding,
  type Binding,
  type CompiledBinding,
  type MappingFailure,
  type Sources,
} from '../../mapping/contract.ts';
import type { CallFailure } from '../call-contract.ts';
import type { Settings } from '../settings.ts';
import { inputPathsIn, namesOf } from '../trace/input-path.ts';

export type Pair = readonly [name: string, value: string];

/** What a request is made of. */
export interface Given {
  readonly [name: string]: Json;
  readonly input: Json;
  readonly settings: Settings;
}

const compiled = new WeakMap<Binding, CompiledBinding>();
const noClock = { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => '' };

/** What a binding makes; a conversion that cannot be done is a refusal, because the rest would be sent without it. */
export function make(binding: Binding, sources: Sources): Result<Json | undefined, CallFailure> {
  let ready = compiled.get(binding);
  if (ready === undefined) compiled.set(binding, (ready = compileBinding(binding)));
  const made = ready.evaluate(sources, noClock);
  // A component's description holds no formula (`check-component.ts`); a request is made at once or not at all.
  if (made instanceof Promise) return failure(cannot('formula-in-request', {}, binding));
  const { value, problems } = made;
  const [first] = problems;
  return first === undefined ? success(value) : failure(fromMapping(first, problems));
}

function fromMapping(first: MappingFailure, problems: readonly MappingFailure[]): CallFailure {
  const fields = problems.flatMap(({ source, value }) =>
    source?.from === 'input'
      ? [{ path: namesOf(source.path), ...(value === undefined ? {} : { value }) }]
      : [],
  );
  return { kind: 'terminal', code: first.code, params: first.params, fields };
}

/** A refusal of the request's own making, at the input's fields that a binding reads. */
export function cannot(
  code: string,
  params: CallFailure['params'] = {},
  binding?: Binding,
): CallFailure {
  const paths: readonly JsonPath[] = binding === undefined ? [] : inputPathsIn(binding);
  return {
    kind: 'terminal',
    code: `failures.${code}`,
    params,
    fields: paths.map((path) => ({ path })),
  };
}

/** Half of a surrogate pair: no text, and `encodeURIComponent` throws for it. */
export const halfPair = /\p{Surrogate}/u;

/** One encoded segment. "." and ".." would climb even when encoded, so they are no values for a path. */
export function pathSegment(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  const text = String(value);
  if (text === '' || text === '.' || text === '..' || halfPair.test(text)) return undefined;
  return encodeURIComponent(text);
}

/** Names and values of a query or of headers; a list is the same name several times, and what is empty is left out. */
export function pairsOf(value: Json | undefined): readonly Pair[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, entry]): Pair[] =>
    (isJsonList(entry) ? entry : [entry]).flatMap((each): Pair[] => {
      const text = asText(each);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

function asText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? writeJson(value) : String(value);
}

/** The first header that no service may be sent: a line break would begin another header, and other letters have no signs there (RFC 9110, 5.5). */
export function brokenHeader(headers: readonly Pair[]): string | undefined {
  const broken = headers.find(
    ([name, value]) =>
      !/^[!#$%&'*+.^_`|~\w-]+$/.test(name) || !/^[\t\x20-\x7e\xa0-\xff]*$/.test(value),
  );
  return broken?.[0].replace(/[^\x20-\x7e]/g, ' ');
}
