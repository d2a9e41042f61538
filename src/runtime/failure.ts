/**
 * The failures that the engine itself makes. Sentences: `src/words/en/runs.ts`. The catalog makes the ones that read
 * a service's answer; the mapping's are carried over here.
 */
import type { Json, JsonPath, WordParams, Wording } from '../shared/index.ts';
import type { MappingFailure } from '../mapping/index.ts';

export function terminal(code: `runs.${string}`, params: WordParams = {}): Failure {
  return { kind: 'terminal', code, params, fields: [] };
}

/** What a step itself refuses, at the field of its input that caused it; without a path it is about no field. */
export function refusedAt(
  code: `${'steps' | 'failures'}.${string}`,
  path: JsonPath,
  params: WordParams = {},
): Failure {
  return { kind: 'terminal', code, params, fields: path.length === 0 ? [] : [{ path }] };
}

/** The message was not worked on any more: nothing was sent for it. */
export const cancelled: Failure = {
  kind: 'cancelled',
  code: 'runs.cancelled',
  params: {},
  fields: [],
};

/** The call was on its way: whether the service acted on it is not known. */
export const cancelledWhileSending: Failure = {
  kind: 'cancelled',
  code: 'runs.cancelled-while-sending',
  params: {},
  fields: [],
};

/** The service had answered: the run stopped before everything that it gave, or another try, could be worked on. */
export const cancelledAfterAnswer: Failure = {
  kind: 'cancelled',
  code: 'runs.cancelled-after-answer',
  params: {},
  fields: [],
};

/** What could not be made is a refusal of this message: sending the rest would lose data silently. */
export function fromMapping(problems: readonly MappingFailure[]): Failure {
  const first = problems[0];
  if (first === undefined) return terminal('runs.input-incomplete');
  return {
    kind: 'terminal',
    code: first.code,
    params: first.params,
    fields: problems.map(({ target, value }) => ({
      path: target,
      ...(value === undefined ? {} : { value }),
    })),
  };
}

/** Puts the values that were sent beside the fields a service named. */
export function withSentValues(failure: Failure, input: Json | undefined): Failure {
  if (failure.fields.length === 0) return failure;
  return {
    ...failure,
    fields: failure.fields.map((field) => {
      const value = field.value ?? valueAt(input, field.path);
      return value === undefined ? field : { ...field, value };
    }),
  };
}

function valueAt(value: Json | undefined, path: JsonPath): Json | undefined {
  let here = value;
  for (const part of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined;
    here = (here as Readonly<Record<string | number, Json>>)[part];
  }
  return here;
}

/** Why a message could not go on, in words and with its place. */
export interface Failure extends Wording {
  readonly kind: 'retryable' | 'terminal' | 'cancelled';
  /** The service's HTTP status, where there was one. */
  readonly status?: number;
  /** The service's own words (foreign text: shown as text). */
  readonly serviceWords?: string;
  /** Fields of the step's input that caused it: where, the value that was sent, the service's words for it. */
  readonly fields: readonly {
    readonly path: JsonPath;
    readonly value?: Json;
    readonly words?: string;
  }[];
}
