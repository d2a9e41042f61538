import {
  humanise,
  firstOf,
  requiredOf,
  schemaAt,
  titleOf,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../../../shared/index.ts';
import {
  bindingAt,
  targetOf,
  usedRefs,
  typeAtPath,
  type Binding,
  type RefBinding,
  type SourceType,
} from '../../../mapping/index.ts';
import type { Failure } from '../../../runtime/contract.ts';

/** What kind of "no" it was: decides who can do something about it, and what. */
export type FailureFamily =
  | 'mapping'
  | 'data'
  | 'sign-in'
  | 'not-allowed'
  | 'not-found'
  | 'exists-already'
  | 'too-fast'
  | 'service-trouble'
  | 'no-answer'
  | 'stopped'
  | 'other';

/** Where a sent value came from: a field of an earlier step. */
export interface FieldSource {
  readonly step: string;
  /** The field in words. */
  readonly field: string;
}

/** A refused field, with everything that leads to its mend. */
export interface RefusedField {
  readonly path: JsonPath;
  readonly title: string;
  readonly key: string;
  readonly value: Json | undefined;
  /** The service's words for this field: foreign text. */
  readonly words: string | undefined;
  readonly sources: readonly FieldSource[];
  /** It may be left out. */
  readonly optional: boolean;
}

const signInCodes = /^proxy\.(credential-|sign-in-|app-|not-signed-in|host-not-allowed)/;

/** What the catalog read out of the answer; it knows more than the status (200 with a "no" in it, 400 for a duplicate). */
const byCode: Readonly<Record<string, FailureFamily>> = {
  'key-refused': 'sign-in',
  'not-allowed': 'not-allowed',
  'not-paid': 'not-allowed',
  'not-found': 'not-found',
  'already-there': 'exists-already',
  'too-many': 'too-fast',
  'too-many-seconds': 'too-fast',
  'too-many-minutes': 'too-fast',
  'service-busy': 'service-trouble',
  'service-broken': 'service-trouble',
  'too-slow': 'service-trouble',
  'bad-request': 'data',
  'refused-fields': 'data',
  'too-large': 'data',
  'payment-declined': 'other',
  'changed-meanwhile': 'other',
  'said-no': 'other',
};

export function familyOf(failure: Failure): FailureFamily {
  if (failure.kind === 'cancelled') return 'stopped';
  const { code, status } = failure;
  if (code.startsWith('mapping.') || code === 'runs.input-incomplete') return 'mapping';
  const told = byCode[/^failures\.(.+?)(?:-by)?$/.exec(code)?.[1] ?? ''];
  if (told !== undefined) return told;
  if (status === 401 || signInCodes.test(code)) return 'sign-in';
  if (status === 403) return 'not-allowed';
  if (status === 409) return 'exists-already';
  if (status === 429) return 'too-fast';
  if (status !== undefined && status >= 500) return 'service-trouble';
  if (status === 404 || status === 410) return 'not-found';
  if (failure.fields.length > 0 || status === 400 || status === 422) return 'data';
  if (code.startsWith('proxy.') || failure.kind === 'retryable') return 'no-answer';
  return 'other';
}

/** The fields that a failure names, in words of the step's consumed input and of the steps that gave their values. */
export function refusedFields(
  failure: Failure,
  input: { readonly schema: JsonSchema; readonly binding: Binding | undefined },
  sources: readonly SourceType[],
): readonly RefusedField[] {
  return failure.fields.map(({ path, value, words }) => ({
    path,
    title: fieldTitle(input.schema, path),
    key: path.map(String).join('.'),
    value,
    words,
    sources: fieldSources(input.binding, path, sources),
    optional: isOptional(input.schema, path),
  }));
}

/** Which earlier fields the value at a path was made from. An entry of a list is followed to the list. */
export function fieldSources(
  binding: Binding | undefined,
  path: JsonPath,
  sources: readonly SourceType[],
): readonly FieldSource[] {
  if (binding === undefined) return [];
  const refs = refsBehind(binding, path).flatMap((ref) => followed(ref, binding, 0));
  const found = refs.map((ref): FieldSource => ({
    step: ref.from,
    field: sourceField(ref, sources),
  }));
  return found.filter(
    (one, at) =>
      found.findIndex(({ step, field }) => step === one.step && field === one.field) === at,
  );
}

/** Refs of the deepest binding that fills the path; a path below a ref belongs to the ref. */
function refsBehind(binding: Binding, path: JsonPath): readonly RefBinding[] {
  for (let end = path.length; end >= 0; end--) {
    const target = targetOf(binding, path.slice(0, end));
    const here = target === undefined ? undefined : bindingAt(binding, target);
    // A whole group does not say where one missing field of it should have come from.
    if (here === undefined || (here.kind === 'object' && end < path.length)) continue;
    return usedRefs(here).map(({ ref }) =>
      here.kind === 'ref' ? below(ref, path.slice(end)) : ref,
    );
  }
  return [];
}

function below(ref: RefBinding, path: JsonPath): RefBinding {
  return {
    ...ref,
    path: [...ref.path, ...path.map((part) => (typeof part === 'number' ? { at: part } : part))],
  };
}

const deepestLists = 8;

/** `item:<name>` is an entry of the list that the part of this name goes through. */
function followed(ref: RefBinding, binding: Binding, depth: number): readonly RefBinding[] {
  if (!ref.from.startsWith('item:') || depth > deepestLists) return [ref];
  const list = listNamed(binding, ref.from.slice('item:'.length));
  if (list === undefined) return [];
  const of = usedRefs(list).map(({ ref: through }) => through);
  return of.flatMap((through) =>
    followed(
      { ...through, path: [...through.path, { each: true }, ...ref.path] },
      binding,
      depth + 1,
    ),
  );
}

function listNamed(binding: Binding, name: string): Binding | undefined {
  const inside = (part: Binding): Binding | undefined => listNamed(part, name);
  if (binding.kind === 'object') return firstOf(Object.values(binding.props), inside);
  if (binding.kind === 'convert') return inside(binding.of);
  if (binding.kind !== 'list') return undefined;
  for (const part of binding.parts) {
    if ('forEach' in part && part.name === name) return part.forEach;
    const found = inside(part.item);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function sourceField(ref: RefBinding, sources: readonly SourceType[]): string {
  const source = sources.find(({ from }) => from === ref.from);
  const found =
    source === undefined || ref.path.length === 0 ? undefined : typeAtPath(source, ref.path);
  if (found?.ok === true) return found.title;
  const name = ref.path.findLast((part) => typeof part === 'string');
  return name === undefined ? '' : humanise(name);
}

function fieldTitle(schema: JsonSchema, path: JsonPath): string {
  const at = path.findLastIndex((part) => typeof part === 'string');
  const key = path[at];
  return key === undefined ? '' : titleOf(schemaAt(schema, path.slice(0, at + 1)), String(key));
}

function isOptional(schema: JsonSchema, path: JsonPath): boolean {
  const name = path.at(-1);
  if (typeof name !== 'string') return false;
  const group = schemaAt(schema, path.slice(0, -1));
  return group !== undefined && !requiredOf(group, schema).includes(name);
}
