import { humanise, kindsOf, type JsonSchema, type WordParams } from '../../shared/index.ts';
import type { FormulaBinding, RefBinding } from '../binding.ts';
import { formulaEngine } from '../formula/installed.ts';
import type { PlacedName } from '../formula/names.ts';
import type { FormulaEngine } from '../formula/port.ts';
import { titleOfRef, typeOfFormula } from '../types/infer-type.ts';
import type { SourceType } from '../types/source-type.ts';
import { nearestNames } from './did-you-mean.ts';
import { finding, mend, type Finding, type Mend } from './finding.ts';

/** What a formula's text says before it runs. Nothing in a thread where nobody has opened the formulas' door. */
export function formulaFindings(
  formula: FormulaBinding,
  sources: readonly SourceType[],
  field: string,
): readonly Finding[] {
  const engine = formulaEngine();
  if (engine === undefined) return [];
  if (formula.text.trim() === '') return [finding('formula-empty', about(field))];
  const reading = engine.read(formula.text);
  if (!reading.ok) {
    const { code, params } = reading.failure;
    return [finding(code, { ...params, ...about(field) })];
  }
  const { free, called, bare, rootless } = reading.names;
  const known = new Set([...Object.keys(formula.refs), ...engine.functions]);
  const isCalled = new Set(called.map(({ from }) => from));
  const unknown = once(free).filter(({ name }) => !known.has(name));
  return [
    ...unknown.map((name) =>
      isCalled.has(name.from)
        ? unknownFunction(formula, name, engine, field)
        : unknownName(formula, name, field),
    ),
    ...once(bare).map((name) => bareName(formula, name, field)),
    ...once(rootless)
      .slice(0, 1)
      .map((name) => finding('formula-rootless', placed(name, field), [], 'warning')),
    ...unused(formula, free, sources, field),
  ];
}

/** A list where one value is wanted is a failure in a run; whether it comes to that is known from the types. */
export function formulaGivesList(
  formula: FormulaBinding,
  sources: readonly SourceType[],
  target: JsonSchema,
  field: string,
): Finding | undefined {
  const several = typeOfFormula(formula, sources)?.several ?? 'unknown';
  if (several === 'never' || several === 'unknown') return undefined;
  const { kinds, open } = kindsOf(target, target);
  const asList = mend('formula-list', { ...formula, result: 'list' });
  const firstOne = mend('formula-first', { ...formula, text: `(${formula.text})[0]` });
  const fixes = open ? [firstOne, asList] : kinds.has('array') ? [asList] : [firstOne];
  return several === 'always'
    ? finding('formula-always-list', about(field), fixes)
    : finding('formula-may-be-list', about(field), fixes, 'warning');
}

/** The same name may stand twice in the tree where the text has it once (`a ?: b`). */
function once(names: readonly PlacedName[]): readonly PlacedName[] {
  const places = new Map(names.map((name) => [`${String(name.from)} ${name.name}`, name]));
  return [...places.values()];
}

/** A condition fills no field. */
function about(field: string): WordParams {
  return { field, of: field === '' ? 'none' : 'field' };
}

function placed({ name, from }: PlacedName, field: string): WordParams {
  return { ...about(field), name, where: 'known', position: from + 1 };
}

function unknownName(formula: FormulaBinding, name: PlacedName, field: string): Finding {
  const near = nearestNames(name.name, Object.keys(formula.refs));
  return finding('formula-name-unknown', placed(name, field), [
    ...near.map((one) => replaced(formula, name, `$${one}`)),
  ]);
}

function unknownFunction(
  formula: FormulaBinding,
  name: PlacedName,
  engine: FormulaEngine,
  field: string,
): Finding {
  const near = nearestNames(name.name, engine.functions);
  return finding('formula-function-unknown', { ...placed(name, field), token: name.name }, [
    ...near.map((one) => replaced(formula, name, `$${one}`)),
  ]);
}

/** `email` at the top finds nothing: only fields are there. The field of that name is what was meant. */
function bareName(formula: FormulaBinding, name: PlacedName, field: string): Finding {
  const meant = Object.entries(formula.refs).filter(([, { path }]) =>
    path.some((step, at) => step === name.name && at === path.length - 1),
  );
  return finding(
    'formula-name-bare',
    placed(name, field),
    meant.map(([ref]) => replaced(formula, name, `$${ref}`)),
    'warning',
  );
}

function replaced(formula: FormulaBinding, { from, to }: PlacedName, by: string): Mend {
  const text = formula.text.slice(0, from) + by + formula.text.slice(to);
  return mend('did-you-mean', { ...formula, text }, { name: by });
}

function unused(
  formula: FormulaBinding,
  free: readonly PlacedName[],
  sources: readonly SourceType[],
  field: string,
): readonly Finding[] {
  const used = new Set(free.map(({ name }) => name));
  // A text that is made into a formula may use any of them.
  if (used.has('eval')) return [];
  return Object.entries(formula.refs)
    .filter(([name]) => !used.has(name))
    .map(([name, ref]) => {
      const { [name]: _unused, ...refs } = formula.refs;
      return finding(
        'formula-field-unused',
        { ...about(field), name, source: titleOf(ref, sources) },
        [mend('remove-field', { ...formula, refs })],
        'hint',
      );
    });
}

function titleOf(ref: RefBinding, sources: readonly SourceType[]): string {
  const last = ref.path.findLast((step) => typeof step === 'string');
  return titleOfRef(ref, sources) || humanise(typeof last === 'string' ? last : ref.from);
}
