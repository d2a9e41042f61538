import { Validator, type OutputUnit } from '@cfworker/json-schema';
import {
  kindWord,
  mostTried,
  schemaAt,
  type Json,
  type JsonPath,
  type JsonSchema,
  type Problem,
  type WordParams,
} from '../../shared/index.ts';
import { fieldTitle } from './mapping-problem.ts';
import { shown } from '../evaluate/shown.ts';
import { plainNumbers, readableSchema, type Reading } from './readable-schema.ts';
import { valueAt } from './value-at.ts';
import { withoutNull } from '../types/schema-make.ts';

/** By the schema, for each way of reading it. */
const validators = new WeakMap<JsonSchema, Map<string, Validator>>();

/**
 * What is wrong with a made value for its schema: one problem a field, in plain words. Never throws, and never takes
 * long: a pattern that might (`(a+)+`), or any beside a long text, says nothing, and neither does "no entry twice" about
 * a long list. Of very many misfits only the first is told.
 */
export function checkValue(value: Json | undefined, schema: JsonSchema): readonly Problem[] {
  const made = value ?? null;
  const units = misfits(made, schema, 'all') ?? misfits(made, schema, 'first') ?? [];
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const unit of leaves(units)) {
    const problem = toProblem(unit, value, schema);
    const key = `${problem.code} ${JSON.stringify(problem.path)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push(problem);
  }
  return problems;
}

/** Undefined: one of the two cannot be read, or there are more misfits than the validator can pass on. */
function misfits(
  value: Json,
  schema: JsonSchema,
  told: 'all' | 'first',
): readonly OutputUnit[] | undefined {
  try {
    const reading: Reading = {
      patterns: holdsLongText(value) ? 'none' : 'tame',
      twins: pairsIn(value) > mostPairs ? 'none' : 'all',
    };
    return validatorFor(schema, reading, told).validate(plainNumbers(value)).errors;
  } catch {
    return undefined;
  }
}

function validatorFor(schema: JsonSchema, reading: Reading, told: 'all' | 'first'): Validator {
  let known = validators.get(schema);
  if (known === undefined) validators.set(schema, (known = new Map()));
  const key = `${reading.patterns} ${reading.twins} ${told}`;
  let validator = known.get(key);
  if (validator === undefined) {
    const readable = readableSchema(schema, reading) as object;
    known.set(key, (validator = new Validator(readable, '2020-12', told === 'first')));
  }
  return validator;
}

const leafKeywords = new Set([
  'required',
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'contains',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'false',
  'not',
]);

/** Branches that were tried in vain are noise: the one that fits by kind speaks for all, else their parent does. */
function leaves(units: readonly OutputUnit[]): readonly OutputUnit[] {
  const dropped = new Set<OutputUnit>();
  const kept: OutputUnit[] = [];
  for (const [unit, branches] of branchesTried(units)) {
    const fitting = [...branches.values()].filter(
      (inside) =>
        !inside.some(
          (inner) => inner.keyword === 'type' && inner.instanceLocation === unit.instanceLocation,
        ),
    );
    const notNull = [...branches.values()].filter(
      (inside) => !inside.some((inner) => inner.error.includes('Expected "null"')),
    );
    const chosen =
      fitting.length === 1 ? fitting[0] : notNull.length === 1 ? notNull[0] : undefined;
    for (const inside of branches.values())
      if (inside !== chosen) for (const inner of inside) dropped.add(inner);
    if (chosen === undefined) kept.push(unit);
  }
  return [...units.filter((unit) => leafKeywords.has(unit.keyword)), ...kept].filter(
    (unit) => !dropped.has(unit),
  );
}

/** Of each union that nothing fitted, what was wrong with each branch. */
function branchesTried(
  units: readonly OutputUnit[],
): ReadonlyMap<OutputUnit, ReadonlyMap<string, OutputUnit[]>> {
  const unions = new Map<string, OutputUnit>();
  for (const unit of units)
    if (unit.keyword === 'anyOf' || unit.keyword === 'oneOf') unions.set(placeOf(unit), unit);
  const tried = new Map(
    [...unions.values()].map((unit) => [unit, new Map<string, OutputUnit[]>()]),
  );
  for (const unit of unions.size === 0 ? [] : units) {
    const instances = startsOf(unit.instanceLocation);
    for (const keywordLocation of startsOf(unit.keywordLocation)) {
      if (keywordLocation === unit.keywordLocation || !/\/(?:any|one)Of$/.test(keywordLocation))
        continue;
      const branch = unit.keywordLocation.slice(keywordLocation.length + 1).split('/', 1)[0] ?? '';
      for (const instanceLocation of instances) {
        const union = unions.get(placeOf({ instanceLocation, keywordLocation }));
        const branches = union && tried.get(union);
        branches?.set(branch, [...(branches.get(branch) ?? []), unit]);
      }
    }
  }
  return tried;
}
function placeOf({
  instanceLocation,
  keywordLocation,
}: Pick<OutputUnit, 'instanceLocation' | 'keywordLocation'>): string {
  return `${instanceLocation} ${keywordLocation}`;
}

/** A pointer and all that lead to it: `#`, `#/rows`, `#/rows/1`. */
function startsOf(pointer: string): readonly string[] {
  const starts: string[] = [];
  for (let end = pointer.indexOf('/'); end !== -1; end = pointer.indexOf('/', end + 1))
    starts.push(pointer.slice(0, end));
  return [...starts, pointer];
}

function toProblem(unit: OutputUnit, root: Json | undefined, schema: JsonSchema): Problem {
  let path = pathOf(unit.instanceLocation, root);
  if (unit.keyword === 'required') {
    const name = /required property "(.*)"\./.exec(unit.error)?.[1];
    if (name !== undefined) path = [...path, name];
  }
  const here = schemaAt(schema, path) ?? {};
  const value = valueAt(root, path);
  const base: WordParams = { field: fieldTitle(schema, path), value: shown(value) };
  const { code, params } = describe(unit.keyword, here, value);
  return {
    code: `mapping.value-${code}`,
    params: { ...base, ...params },
    path,
    severity: 'error',
    fixes: [],
  };
}

/** Formats that people know by a name. */
const namedFormats: Readonly<Record<string, string>> = {
  email: 'not-an-email',
  uri: 'not-an-address',
  url: 'not-an-address',
};

function describe(
  keyword: string,
  here: JsonSchema,
  value: Json | undefined,
): { code: string; params: WordParams } {
  switch (keyword) {
    case 'required':
      return { code: 'missing', params: {} };
    case 'type':
      return value === null
        ? { code: 'empty', params: {} }
        : { code: 'wrong-kind', params: { kind: kindWordOf(here) } };
    case 'enum':
    case 'const':
      return {
        code: 'not-a-choice',
        params: { choices: (here.enum ?? [here.const ?? null]).map(shown).join(', ') },
      };
    case 'format':
      return { code: namedFormats[here.format ?? ''] ?? 'wrong-format', params: {} };
    case 'minLength':
      return value === ''
        ? { code: 'empty', params: {} }
        : { code: 'too-short', params: { count: here.minLength ?? 0 } };
    case 'maxLength':
      return { code: 'too-long', params: { count: here.maxLength ?? 0 } };
    case 'minimum':
      return { code: 'too-small', params: { limit: here.minimum ?? 0 } };
    case 'maximum':
      return { code: 'too-large', params: { limit: here.maximum ?? 0 } };
    case 'exclusiveMinimum':
      return { code: 'not-above', params: { limit: limitOf(here.exclusiveMinimum, here.minimum) } };
    case 'exclusiveMaximum':
      return { code: 'not-below', params: { limit: limitOf(here.exclusiveMaximum, here.maximum) } };
    case 'minItems':
      return { code: 'too-few', params: { count: here.minItems ?? 0 } };
    case 'maxItems':
      return { code: 'too-many', params: { count: here.maxItems ?? 0 } };
    case 'false':
      return { code: 'unknown-field', params: {} };
    default:
      return { code: 'does-not-fit', params: {} };
  }
}

/** Older descriptions write "exclusive" as yes or no beside the limit. */
function limitOf(exclusive: unknown, limit: number | undefined): number {
  return typeof exclusive === 'number' ? exclusive : (limit ?? 0);
}

function kindWordOf(schema: JsonSchema): string {
  return kindWord(withoutNull(schema));
}

/** cfworker writes places as encoded JSON Pointers after `#`; a number is a position only where a list is. */
function pathOf(location: string, root: Json | undefined): JsonPath {
  const path: (string | number)[] = [];
  let here: unknown = root;
  for (const part of location.split('/').slice(1)) {
    const name = decodeURI(part).replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(here) ? Number(name) : name);
    here =
      typeof here === 'object' && here !== null
        ? (here as Record<string, unknown>)[name]
        : undefined;
  }
  return path;
}

function holdsLongText(value: Json): boolean {
  if (typeof value === 'string') return value.length > mostTried;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) => name.length > mostTried || holdsLongText(inner as Json), // entries of JSON are JSON
  );
}

/** So many entries are compared with each other in a quarter of a second. */
const mostPairs = 500_000;

/** How many times two entries of a list would be compared to find equal ones. */
function pairsIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? (value.length * (value.length - 1)) / 2 : 0;
  return Object.values(value).reduce((sum: number, inner) => sum + pairsIn(inner as Json), own); // values of JSON are JSON
}
