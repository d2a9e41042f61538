import type { JsonSchema, JsonType } from '../json-schema.ts';
import type { Json } from '../json.ts';
import { anything, asSchema, isNothing, schemasIn } from './as-schema.ts';
import { allTypes, kindByContents, kindByLimits, typeOfValue, typesOf } from './kind-names.ts';
import { rememberByRoot } from './remember.ts';
import { resolve } from './resolve.ts';

export type Kind = Exclude<JsonType, 'null'>;

/** What a value may be. `kinds` never holds `null`; an empty set means "only nothing" or "could be anything". */
export interface Kinds {
  readonly kinds: ReadonlySet<Kind>;
  readonly nullable: boolean;
  /** The schema does not say: any kind fits. */
  readonly open: boolean;
}

/** The kinds a value of this schema may have; "or nothing" is told apart, however it is written. */
export function kindsOf(schema: JsonSchema | undefined, root: JsonSchema): Kinds {
  return known(asSchema(schema) ?? anything, root);
}

const known = rememberByRoot((schema, root): Kinds => {
  const found: Found = { kinds: new Set(), nullable: false, open: false };
  collect(schema, root, found, new Set());
  return { ...found, nullable: found.nullable || found.open };
});

interface Found {
  readonly kinds: Set<Kind>;
  nullable: boolean;
  open: boolean;
}

/** Each branch counts once: a union that contains itself adds nothing new. */
function collect(schema: JsonSchema, root: JsonSchema, found: Found, seen: Set<JsonSchema>): void {
  const here = resolve(schema, root);
  if (seen.has(here)) return;
  seen.add(here);
  if (isNothing(here)) return;
  const add = (type: JsonType): void => {
    if (type === 'null') found.nullable = true;
    else found.kinds.add(type);
  };
  if (here.nullable === true) found.nullable = true;
  const types = typesOf(here);
  if (types.length > 0) {
    for (const type of allowed(here, types)) add(type);
    return;
  }
  if (here.const !== undefined) return add(typeOfValue(here.const));
  if (Array.isArray(here.enum)) return here.enum.forEach((value: Json) => add(typeOfValue(value)));
  const contents = kindByContents(here);
  if (contents !== undefined) return add(contents);
  const branches = branchesOf(here);
  if (branches.length > 0) {
    for (const branch of branches) collect(branch, root, found, seen);
    return;
  }
  const limited = kindByLimits(here);
  if (limited !== undefined) return add(limited);
  const refused = refusedKinds(here, root);
  if (refused.size === 0) found.open = true;
  else for (const type of allTypes) if (!refused.has(type)) add(type);
}

/** The branches that a value may take, whichever word the description has for them. */
export function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  const one = schemasIn(schema.oneOf);
  return one.length > 0 ? one : schemasIn(schema.anyOf);
}

/** "Text or nothing" with choices that leave nothing out means text. */
function allowed(schema: JsonSchema, types: readonly JsonType[]): readonly JsonType[] {
  const listsNull = Array.isArray(schema.type) && types.includes('null');
  return listsNull && Array.isArray(schema.enum) && !schema.enum.includes(null)
    ? types.filter((type) => type !== 'null')
    : types;
}

/** `not: { type }`: the kinds that are ruled out. Anything finer says nothing about kinds. */
function refusedKinds(schema: JsonSchema, root: JsonSchema): ReadonlySet<JsonType> {
  const not = resolve(schema.not, root);
  if (Object.keys(not).length !== 1) return new Set();
  const types = new Set(typesOf(not));
  return types.has('number') ? types.add('integer') : types;
}
