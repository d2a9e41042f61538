/**
 * What a mapping makes of real data, held against what is needed: values, not only types.
 *
 * 1. Equal misfits are one problem with a count and the first few places: a column of 10,000 wrong dates is one sentence.
 * 2. A fix is only offered when it was tried on the sample and mended it; the ones that mend most come first. Where
 *    nothing mends it and the field may be empty, leaving it so is.
 * 3. A field that reads a step without a sample says nothing.
 */
import {
  resolve,
  schemaAt,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../../../shared/index.ts';
import type { Binding } from '../../binding.ts';
import { compileBinding, type Evaluation } from '../../compile-binding.ts';
import type { MappingFailure, Sources } from '../../evaluate/frame.ts';
import type { EvaluationContext } from '../../evaluate/context.ts';
import { setAt } from '../../tree/edit-tree.ts';
import { usedRefs } from '../../tree/used-refs.ts';
import { standalone } from '../../types/schema-make.ts';
import type { SourceType } from '../../types/source-type.ts';
import { checkBinding } from '../check-binding.ts';
import type { MappingFix, MappingProblem } from '../mapping-problem.ts';
import { mend } from '../finding.ts';
import { judge, misfitKey, type Misfit } from './judge.ts';
import { mendsByValue } from './mends-by-value.ts';
import { isRequired, misfitCounter } from './misfit-counter.ts';
import { fieldKey, madeBy, type MadeBy } from './place-in-binding.ts';
import { valueAt } from '../value-at.ts';

/** One named set of data: what each earlier step gave. */
export interface NamedSample {
  readonly name: string;
  readonly sources: Sources;
}

/** Where a value does not fit. */
export interface SamplePlace {
  readonly sample: string;
  readonly path: JsonPath;
  /** The entry of each list around it, the outermost first, counted from 1. */
  readonly entries: readonly number[];
  readonly value: Json | undefined;
  /** What was read for it, where one field was. */
  readonly source: MappingFailure['source'];
}

/** `path` is the first place's. */
export interface SampleProblem extends MappingProblem {
  readonly count: number;
  readonly places: readonly SamplePlace[];
  /** What the check of the types offers for this field, and what loses the value in every place told. */
  readonly hopeless: readonly MappingFix[];
}

/** Of each problem so many places are told, and so many problems have fixes that were tried. */
const placesTold = 5;
const problemsMended = 20;
const fixesOffered = 3;

export async function checkSamples(
  binding: Binding | undefined,
  target: JsonSchema,
  sources: readonly SourceType[],
  samples: readonly NamedSample[],
  context: EvaluationContext,
): Promise<readonly SampleProblem[]> {
  if (binding === undefined) return [];
  const compiled = compileBinding(binding);
  const groups = new Map<string, Group>();
  const judged: Judged = new Map();
  for (const sample of samples) {
    const made = await compiled.evaluate(sample.sources, context);
    const misfits = judge(made, binding, target);
    judged.set(sample, { made, misfits });
    for (const misfit of misfits)
      if (isTold(binding, misfit, sample)) addTo(groups, misfit, sample);
  }
  const problems: SampleProblem[] = [];
  const known =
    groups.size === 0
      ? []
      : checkBinding(binding, target, sources, { suggest: false, locale: context.locale });
  for (const group of groups.values()) {
    const isMended = problems.length < problemsMended;
    const fixes = isMended ? await mendsOf(group, binding, target, { judged, known, context }) : [];
    const hopeless = isMended ? await hopelessOf(group, binding, known, context) : [];
    const { code, params, path } = group.first;
    problems.push({
      code,
      params,
      path,
      severity: 'error',
      fixes,
      count: group.count,
      places: group.places,
      hopeless,
    });
  }
  return problems;
}

interface JudgedSample {
  readonly made: Evaluation;
  readonly misfits: readonly Misfit[];
}
type Judged = Map<NamedSample, JudgedSample>;

interface Left {
  readonly left: number;
  readonly value: Json | undefined;
}

interface Group {
  readonly first: Misfit;
  /** Where each place was found. */
  readonly samples: NamedSample[];
  readonly places: SamplePlace[];
  readonly values: (Json | undefined)[];
  count: number;
}

function addTo(groups: Map<string, Group>, misfit: Misfit, sample: NamedSample): void {
  const key = misfitKey(misfit);
  let group = groups.get(key);
  if (group === undefined)
    groups.set(key, (group = { first: misfit, samples: [], places: [], values: [], count: 0 }));
  group.count++;
  if (group.values.length < 100) group.values.push(misfit.value);
  if (group.places.length >= placesTold) return;
  const { path, value, source } = misfit;
  const entries = path.flatMap((step) => (typeof step === 'number' ? [step + 1] : []));
  group.places.push({ sample: sample.name, path, entries, value, source });
  group.samples.push(sample);
}

function isTold(binding: Binding, { path }: Misfit, sample: NamedSample): boolean {
  const maker = madeBy(binding, path, undefined);
  if (maker === undefined) return true;
  return usedRefs(maker.binding).every(
    ({ ref }) => ref.from.startsWith('item:') || sample.sources[ref.from] !== undefined,
  );
}

/** Each guess is tried where the misfit was found first: what is left of it there decides. */
async function mendsOf(
  group: Group,
  binding: Binding,
  target: JsonSchema,
  {
    judged,
    known,
    context,
  }: {
    readonly judged: Judged;
    readonly known: readonly MappingProblem[];
    readonly context: EvaluationContext;
  },
): Promise<readonly MappingFix[]> {
  const { first } = group;
  const [sample] = group.samples;
  const maker = madeBy(binding, first.path, undefined);
  const asItIs = sample && judged.get(sample);
  if (maker === undefined || sample === undefined || asItIs === undefined) return [];
  const given = sample.sources;
  const before = leftIn(asItIs);
  const countMisfits = misfitCounter(first.path, target);
  const seemsLeft = countMisfits(asItIs.made);
  const tried: { readonly fix: MappingFix; readonly left: number }[] = [];
  const seen = new Set<string>();
  for (const fix of [...knownFixes(known, first.path), ...guesses(group, maker, target, context)]) {
    const key = keyOf(fix);
    const mended = setAt(binding, fix.at, fix.binding);
    if (mended === undefined || seen.has(key)) continue;
    seen.add(key);
    // Whoever sees nothing wrong in the field alone cannot see it mended there either.
    const made = await compileBinding(mended).evaluate(given, context);
    if (seemsLeft > 0 && countMisfits(made) >= seemsLeft) continue;
    const after = leftIn({ made, misfits: judge(made, mended, target) });
    // A value that is gone fits nowhere and is no mend, unless leaving it out is what the fix says.
    const isLost = after.value === undefined && !fix.code.includes('leave-out');
    if (isLost || after.left >= before.left) continue;
    tried.push({ fix, left: after.left });
    if (tried.filter(({ left }) => left === 0).length >= fixesOffered) break;
  }
  if (!tried.some(({ left }) => left === 0) && mayBeLeftEmpty(first, maker, target))
    tried.push({ fix: { ...mend('leave-empty', undefined), at: maker.at }, left: 0 });
  return tried
    .sort((one, other) => one.left - other.left)
    .slice(0, fixesOffered)
    .map(({ fix }) => fix);

  /** What is still wrong with the field (another complaint about it is no mend), and what is there now. */
  function leftIn({ made, misfits }: JudgedSample): Left {
    const field = fieldKey(first.path).slice(0, -1);
    const left = misfits.filter(({ path }) => fieldKey(path).startsWith(field));
    return { left: left.length, value: valueAt(made.value, first.path) };
  }
}

/** "c-0001" is never a whole number: a fix that makes nothing of what is there helps nobody. */
async function hopelessOf(
  group: Group,
  binding: Binding,
  known: readonly MappingProblem[],
  context: EvaluationContext,
): Promise<readonly MappingFix[]> {
  const hopeless: MappingFix[] = [];
  for (const fix of knownFixes(known, group.first.path)) {
    const mended = fix.binding && setAt(binding, fix.at, fix.binding);
    if (mended !== undefined && (await losesAll(mended))) hopeless.push(fix);
  }
  return hopeless;

  async function losesAll(mended: Binding): Promise<boolean> {
    const compiled = compileBinding(mended);
    for (const [at, { path, value }] of group.places.entries()) {
      const sample = group.samples[at];
      if (sample === undefined || value === undefined || value === null) return false;
      const made = await compiled.evaluate(sample.sources, context);
      if (valueAt(made.value, path) !== undefined) return false;
    }
    return true;
  }
}

function mayBeLeftEmpty({ path, value }: Misfit, { inside }: MadeBy, target: JsonSchema): boolean {
  const isThere = value !== undefined && value !== null;
  return (
    isThere && inside.length === 0 && typeof path.at(-1) === 'string' && !isRequired(target, path)
  );
}

function knownFixes(known: readonly MappingProblem[], path: JsonPath): readonly MappingFix[] {
  const field = fieldKey(path);
  return known.filter((problem) => fieldKey(problem.path) === field).flatMap(({ fixes }) => fixes);
}

function guesses(
  { first, values }: Group,
  { at, binding, inside }: MadeBy,
  target: JsonSchema,
  { locale }: EvaluationContext,
): readonly MappingFix[] {
  if (inside.length > 0) return [];
  const schema = standalone(resolve(schemaAt(target, first.path), target), target);
  const required = isRequired(target, first.path);
  return mendsByValue(binding, { code: first.code, values, schema, required, locale }).map(
    ({ code, params, binding: next }) => ({ code, params, at, binding: next }),
  );
}

function keyOf({ at, binding }: MappingFix): string {
  return JSON.stringify([at, binding], (_name, value: unknown) =>
    typeof value === 'bigint' ? `${String(value)}n` : value,
  );
}
