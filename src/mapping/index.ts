/** The full door: what the light one has, and everything that reads, checks, edits and proposes bindings. */
export {
  bindingSchema,
  compileBinding,
  compileCondition,
  conditionSchema,
  conversionSchema,
  isBinding,
  slotContentSchema,
  type Binding,
  type Comparison,
  type CompiledBinding,
  type CompiledCondition,
  type Condition,
  type Conversion,
  type ConversionName,
  type ConvertBinding,
  type Evaluation,
  type EvaluationContext,
  type FixedPart,
  type ForEachPart,
  type FormulaBinding,
  type IfMissing,
  type ListBinding,
  type ListPart,
  type LiteralBinding,
  type MappingFailure,
  type ObjectBinding,
  type Operator,
  type RefBinding,
  type Segment,
  type SlotContent,
  type Sources,
  type TableBinding,
  type Tested,
  type TextBinding,
  type WhenBinding,
} from './contract.ts';
export { bindingAt, setAt, targetOf } from './tree/edit-tree.ts';
export { renameField } from './tree/rename-field.ts';
export { functionNames } from './formula/functions.ts';
export { isNothing, nothing } from './tree/nothing.ts';
export { unmetLines, type UnmetLine } from './unmet.ts';
export { mapRefs, usedRefs, type UsedRef } from './tree/used-refs.ts';
export {
  entryOrigin,
  isBelow,
  originOf,
  refTo,
  type EntryOrigins,
  type Origin,
} from './tree/origin.ts';
export { isRefusedName } from './evaluate/frame.ts';
export { addAll, divide, readNumber } from './conversions/decimal.ts';
export { loadFormulaEngine } from './evaluate/compile-formula.ts';
export { formulasAreOpen } from './formula/installed.ts';
export { inferType } from './types/infer-type.ts';
export { typeAtPath, type SourceType, type TypeAtPath } from './types/source-type.ts';
export {
  checkSamples,
  type NamedSample,
  type SamplePlace,
  type SampleProblem,
} from './check/sample/check-samples.ts';
export { moreWords, placeWords } from './check/sample/place-words.ts';
export { narrowed } from './check/narrow.ts';
export { variantWords } from './check/variant-words.ts';
export { checkValue } from './check/check-value.ts';
export { nearestNames } from './check/did-you-mean.ts';
export type { MappingFix, MappingProblem } from './check/mapping-problem.ts';
export { checkBinding, type CheckOptions } from './check/check-binding.ts';
export { checkByField } from './check/check-by-field.ts';
export { withLists } from './check/lists-to-take.ts';
export { withProposals } from './check/proposals.ts';
export {
  checkCondition,
  type ConditionFix,
  type ConditionProblem,
} from './check/check-condition.ts';
export { operatorsFor } from './check/check-comparison.ts';
export { conversionDescriptors, type ConversionDescriptor } from './conversions/catalogue.ts';
export { conversionsFor, type ConversionOffer } from './conversions/conversions-for.ts';
export {
  applyMatches,
  matchByName,
  pairsToMatch,
  type MatchOptions,
} from './match/match-by-name.ts';
export type { Confidence, Match } from './match/proposed.ts';
