/** The lighter door: the shapes of bindings and their evaluation, for folders that hold bindings (the catalog). */
export {
  bindingSchema,
  conditionSchema,
  operators,
  slotContentSchema,
  type Binding,
  type Comparison,
  type Condition,
  type ConvertBinding,
  type FixedPart,
  type ForEachPart,
  type FormulaBinding,
  type IfMissing,
  type ListBinding,
  type ListPart,
  type LiteralBinding,
  type ObjectBinding,
  type Operator,
  type RefBinding,
  type Segment,
  type SlotContent,
  type TableBinding,
  type TextBinding,
  type WhenBinding,
} from './binding.ts';
export { isBinding } from './is-binding.ts';
export { conversionSchema, type Conversion, type ConversionName } from './conversion.ts';
export {
  compileBinding,
  compileCondition,
  type CompiledBinding,
  type CompiledCondition,
  type Evaluation,
  type Tested,
} from './compile-binding.ts';
export type { MappingFailure, Sources } from './evaluate/frame.ts';
export type { EvaluationContext } from './evaluate/context.ts';
