/**
 * Proposes what fills what, by names and types alone: offline, the same every time, never a pair that cannot be.
 *
 * 1. A field that is filled already is left alone.
 * 2. Each field of the target gets one proposal at most; a source field serves several only when the names are equal.
 * 3. What a run knows of itself is never proposed: its name is no match for the name of a person.
 * 4. Ties: the nearer step, then the field that comes first.
 */
import {
  humanise,
  itemsOf,
  kindsOf,
  kindWord,
  propertiesOf,
  resolve,
  type JsonPath,
  type JsonSchema,
  type WordParams,
} from '../../shared/index.ts';
import type { Binding, ObjectBinding, Segment } from '../binding.ts';
import { conversionsFor, fitsKind } from '../conversions/conversions-for.ts';
import { isRefusedName } from '../evaluate/frame.ts';
import { bindingAt, setAt } from '../tree/edit-tree.ts';
import { standalone, withoutNull } from '../types/schema-make.ts';
import type { SourceType } from '../types/source-type.ts';
import { sourceFields, targetFields, type SourceField, type TargetField } from './fields.ts';
import { joinedNames } from './joined-name.ts';
import { indexNames } from './name-index.ts';
import { wordsOfName } from './names.ts';
import type { Candidate, Confidence, Match } from './proposed.ts';
import { scoreNames } from './score-names.ts';

export interface MatchOptions {
  /** What fills the target now; its fields are left alone. */
  readonly existing?: Binding | undefined;
}

/** Pairs for every field that has one, in the target's order. */
export function matchByName(
  target: JsonSchema,
  sources: readonly SourceType[],
  options: MatchOptions = {},
): readonly Match[] {
  return matchWithin(target, sources, options, 0);
}

/** How many pairs of names `matchByName` would look at: some microseconds each. */
export function pairsToMatch(target: JsonSchema, sources: readonly SourceType[]): number {
  const givens = sources.reduce(
    (sum, source, order) => sum + sourceFields(source, order).length,
    0,
  );
  return targetFields(target).length * givens;
}

/** The target's binding with the proposals put in. */
export function applyMatches(
  existing: Binding | undefined,
  matches: readonly Match[],
): Binding | undefined {
  return fill(
    existing,
    matches.map(({ target, binding }) => ({ path: target, binding })),
  );
}

interface Filling {
  readonly path: JsonPath;
  readonly binding: Binding;
}

/** As `setAt` one after the other would, but a group with thousands of fields is copied once. */
function fill(tree: Binding | undefined, fillings: readonly Filling[]): Binding | undefined {
  const [first, ...more] = fillings;
  if (first === undefined) return tree;
  if (more.length === 0 || fillings.some(({ path }) => typeof path[0] !== 'string'))
    return fillings.reduce((made, { path, binding }) => setAt(made, path, binding), tree);
  const group = tree?.kind === 'object' ? tree : undefined;
  const props = new Map(Object.entries(group?.props ?? {}));
  const byName = new Map<string, Filling[]>();
  for (const { path, binding } of fillings) {
    const name = String(path[0]);
    const inside = byName.get(name) ?? [];
    inside.push({ path: path.slice(1), binding });
    byName.set(name, inside);
  }
  for (const [name, inside] of byName) {
    const made = isRefusedName(name) ? undefined : fill(props.get(name), inside);
    if (made !== undefined) props.set(name, made);
  }
  return props.size === 0
    ? tree
    : { ...(group ?? { kind: 'object' }), props: Object.fromEntries(props) };
}

function matchWithin(
  target: JsonSchema,
  sources: readonly SourceType[],
  options: MatchOptions,
  depth: number,
): readonly Match[] {
  const fields = targetFields(target).filter(({ path }) => !isFilled(options.existing, path));
  const givens = sources.flatMap((source, order) =>
    source.isNeverProposed === true
      ? []
      : sourceFields(source, order).map((field) => ({ field, source })),
  );
  const candidates: Candidate[] = [];
  const agreeing = indexNames(givens.map(({ field }) => field));
  fields.forEach((field, at) => {
    for (const position of agreeing(field)) {
      const { field: given, source } = givens[position] as (typeof givens)[number]; // it is one of theirs
      const candidate = pair(field, at, given, target, source.schema, depth);
      if (candidate !== undefined) candidates.push(candidate);
    }
  });
  candidates.push(
    ...byFormat(
      fields,
      givens.map(({ field }) => field),
      target,
    ),
    ...joinedNames(
      fields,
      givens.map(({ field }) => field),
    ),
  );
  candidates.sort(
    (left, right) =>
      right.score - left.score ||
      right.source.order - left.source.order ||
      left.field - right.field ||
      left.source.path.length - right.source.path.length,
  );
  return assign(candidates);
}

function assign(candidates: readonly Candidate[]): readonly Match[] {
  const filled = new Map<number, Candidate>();
  const used = new Map<string, boolean>();
  for (const candidate of candidates) {
    const key = `${candidate.from} ${JSON.stringify(candidate.source.path)}`;
    if (filled.has(candidate.field) || (used.has(key) && !candidate.equalNames)) continue;
    filled.set(candidate.field, candidate);
    used.set(key, true);
  }
  return [...filled.values()]
    .sort((left, right) => left.field - right.field)
    .map(({ target, binding, from, sourcePath, confidence, score, reason }) => ({
      target,
      binding,
      from,
      sourcePath,
      confidence,
      score,
      reason,
    }));
}

function isFilled(existing: Binding | undefined, path: JsonPath): boolean {
  for (let end = 0; end <= path.length; end++) {
    const here = bindingAt(existing, path.slice(0, end));
    if (here !== undefined && (end === path.length || here.kind !== 'object')) return true;
  }
  return false;
}

function pair(
  field: TargetField,
  at: number,
  given: SourceField,
  root: JsonSchema,
  sourceRoot: JsonSchema,
  depth: number,
): Candidate | undefined {
  const names = scoreNames(field, given);
  if (names === undefined || names.score < 0.4) return undefined;
  const wanted = withoutNull(standalone(field.schema, root));
  const offered = standalone(given.schema, sourceRoot);
  const params = { field: field.title, source: given.title, step: given.step };
  const equalNames = names.reason === 'same-name' || names.reason === 'same-words';
  const base = { target: field.path, from: given.from, field: at, source: given, equalNames };
  if (isListOfGroups(wanted)) {
    if (!isListOfGroups(offered) || given.lists > 0 || depth > 3) return undefined;
    return listOnList(base, wanted, offered, names.score, params, depth);
  }
  if (isListOfGroups(offered)) return undefined; // its fields are candidates of their own
  const made = reach(wanted, offered, given);
  if (made === undefined) return undefined;
  const format = formatBonus(wanted, offered);
  if (format === undefined) return undefined;
  const fitting = made.reason === 'other-kind' ? mostUnfitting : 1;
  const score = round(Math.min(fitting, names.score - made.cost + format));
  const confidence = confidenceOf(made.cost > 0 ? Math.min(score, 0.85) : score);
  if (confidence === undefined) return undefined;
  const code = made.reason ?? names.reason;
  return {
    ...base,
    binding: made.binding,
    sourcePath: made.path,
    score,
    confidence,
    reason: {
      code: `mapping.match-${code}`,
      params: { ...params, wanted: kindWord(wanted), given: kindWord(offered) },
    },
  };
}

/** What has to be turned first may not be turnable: it is never more than perhaps right. */
const mostUnfitting = 0.6;

interface Reached {
  readonly binding: Binding;
  readonly path: readonly Segment[];
  readonly cost: number;
  readonly reason?: string;
}

/** How this source field gets to the target: as it is, as the first entry, as text, or with a fix to choose later. */
function reach(wanted: JsonSchema, offered: JsonSchema, given: SourceField): Reached | undefined {
  const wantsList = kindsOf(wanted, wanted).kinds.has('array');
  const ref = (path: readonly Segment[]): Binding => ({
    kind: 'ref',
    from: given.from,
    path: [...path],
  });
  let { path } = given;
  let listed = offered;
  if (given.lists > 0) {
    const keep = wantsList && !kindsOf(offered, offered).kinds.has('array') ? 1 : 0;
    let toPick = given.lists - keep;
    path = path.map((segment) =>
      typeof segment === 'object' && toPick-- > 0 ? { first: true as const } : segment,
    );
    if (keep === 1) listed = { type: 'array', items: offered };
  }
  const picked = path.some((segment) => typeof segment === 'object' && 'first' in segment);
  const cost = picked ? 0.14 : 0;
  const reason = picked ? { reason: 'first-of-list' } : {};
  if (fitsKind(listed, wanted)) return { binding: ref(path), path, cost, ...reason };
  const [offer] = conversionsFor(listed, wanted);
  if (offer === undefined) return undefined;
  const [only] = offer.with;
  if (offer.with.length === 1 && only?.name === 'to-text') {
    return {
      binding: { kind: 'convert', of: ref(path), with: [only] },
      path,
      cost: cost + 0.05,
      ...reason,
    };
  }
  const needsWhole = offer.with.some(
    ({ name }) => name === 'json-to-text' || name === 'text-to-json',
  );
  return needsWhole
    ? undefined
    : { binding: ref(path), path, cost: cost + 0.08, reason: 'other-kind' };
}

/** A format that agrees helps; two that contradict each other cannot be. */
function formatBonus(wanted: JsonSchema, offered: JsonSchema): number | undefined {
  const one = resolve(wanted, wanted).format;
  const other = resolve(offered, offered).format;
  if (one === undefined || other === undefined) return 0;
  if (one === other) return 0.03;
  const dates = new Set(['date', 'date-time', 'time']);
  const strict = new Set(['email', 'uri', 'uuid', ...dates]);
  if (dates.has(one) && dates.has(other)) return -0.03;
  return strict.has(one) && strict.has(other) ? undefined : 0;
}

/** The only e-mail address there is probably is the wanted one, whatever it is called. */
function byFormat(
  fields: readonly TargetField[],
  givens: readonly SourceField[],
  root: JsonSchema,
): Candidate[] {
  const found: Candidate[] = [];
  fields.forEach((field, at) => {
    const format = resolve(field.schema, root).format;
    if (format !== 'email' && format !== 'uuid') return;
    const same = givens.filter((given) => given.schema.format === format && given.lists === 0);
    const [only] = same;
    if (only === undefined || same.length > 1) return;
    found.push({
      target: field.path,
      from: only.from,
      sourcePath: only.path,
      field: at,
      source: only,
      equalNames: false,
      binding: { kind: 'ref', from: only.from, path: [...only.path] },
      score: 0.5,
      confidence: 'maybe',
      reason: {
        code: 'mapping.match-same-format',
        params: { field: field.title, source: only.title, step: only.step },
      },
    });
  });
  return found;
}

function listOnList(
  base: Pick<Candidate, 'target' | 'from' | 'field' | 'source' | 'equalNames'>,
  wanted: JsonSchema,
  offered: JsonSchema,
  nameScore: number,
  params: WordParams,
  depth: number,
): Candidate | undefined {
  const { source } = base;
  const key = source.names.at(-1) ?? 'entry';
  const name = wordsOfName(key).join('-') || 'entry';
  const entry: SourceType = {
    from: `item:${name}`,
    title: humanise(key),
    schema: withoutNull(itemsOf(offered, offered) ?? {}),
  };
  const target = withoutNull(itemsOf(wanted, wanted) ?? {});
  const inner = matchWithin(target, [entry], {}, depth + 1);
  if (inner.length === 0) return undefined;
  const item = applyMatches(undefined, inner) as ObjectBinding; // at least one match made a group
  const score = round(
    nameScore * 0.9 +
      0.1 * (inner.length / Math.max(1, Object.keys(propertiesOf(target, target)).length)),
  );
  const confidence = confidenceOf(score);
  if (confidence === undefined) return undefined;
  return {
    ...base,
    sourcePath: source.path,
    binding: {
      kind: 'list',
      parts: [{ forEach: { kind: 'ref', from: source.from, path: [...source.path] }, name, item }],
    },
    score,
    confidence,
    reason: { code: 'mapping.match-list', params: { ...params, count: inner.length } },
  };
}

function isListOfGroups(schema: JsonSchema): boolean {
  if (!kindsOf(schema, schema).kinds.has('array')) return false;
  const entry = withoutNull(itemsOf(schema, schema) ?? {});
  return Object.keys(propertiesOf(entry, entry)).length > 0;
}

function confidenceOf(score: number): Confidence | undefined {
  if (score >= 0.9) return 'sure';
  if (score >= 0.66) return 'likely';
  return score >= 0.42 ? 'maybe' : undefined;
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
