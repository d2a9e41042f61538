/** The document a person owns, and every legal way to change, check, read, write and explain it. */
export {
  flowSchema,
  type CredentialSlot,
  type Edge,
  type Flow,
  type OnFailure,
  type RunLimitsOfFlow,
  type SampleEntry,
  type Shape,
  type Start,
  type Step,
} from './flow-document.ts';
export {
  layoutColours,
  type LayoutColour,
  type Note,
  type Position,
  type StepGroup,
} from './layout.ts';
export { runLimitNames, runLimits, type RunLimitName } from './run-limits.ts';
export type { Operation } from './operation.ts';
export { applyOperation } from './apply-operation.ts';
export { labelOf } from './label-of.ts';
export { mayTryAgain, mostAtOnce, mostTries, usualAtOnce, usualTries } from './step-calls.ts';
export type { Change } from './operations/change.ts';
export { newFlow, type NewId } from './build/new-flow.ts';
export { freeStepName, newStep } from './build/new-step.ts';
export { autoPosition, overlaps, stepSize } from './build/positions.ts';
export { addStepAfter, insertStepOnEdge, removeSteps, switchSteps } from './build/compose.ts';
export {
  copySteps,
  duplicateSteps,
  pasteSteps,
  type CopiedSteps,
  type PastedSteps,
} from './build/copy-steps.ts';
export { groupSteps, putIntoGroup, takeOutOfGroup } from './build/regroup.ts';
export { alignSteps, type Alignment } from './arrange/align-steps.ts';
export { arrangeSteps, type Places, type ToArrange } from './arrange/arrange-steps.ts';
export type { Box } from './arrange/boxes.ts';
export { moveStepInto, moveStepUp, stepBelow } from './build/move-in-order.ts';
export { replaceEverywhere, type Replacement } from './build/replace-refs.ts';
export { reshape, usesOfShapeField, type ShapeOf } from './build/reshape.ts';
export { usesOf, usesOfSteps, type Use } from './uses/uses-of.ts';
export type { ShapeChange } from './shape/change-shape.ts';
export { isFreePlace } from './shape/free-place.ts';
export { neededAfter } from './shape/needed-after.ts';
export { widenShape, type Widened } from './shape/widen-shape.ts';
export { shapeFields, shapeKindOf, type ShapeField, type ShapeKind } from './shape/shape-fields.ts';
export {
  areShapesDue,
  basisOfShapes,
  shapesIn,
  takeShapes,
  type ReadShapes,
  type TakenShapes,
} from './described/described-shapes.ts';
export type { NamedField, ShapeChanges } from './described/compare-shapes.ts';
export { touchedByChanges, type TouchedByChanges } from './described/changed-uses.ts';
export { downstreamOf, orderSteps, upstreamOf } from './order-steps.ts';
export {
  componentOf,
  errorPort,
  inPort,
  inputSchemaOf,
  calledFlowOf,
  isDescribed,
  operationOf,
  outPort,
  portsOf,
  remembersRuns,
  showsItsSample,
  type FindOperations,
  type Port,
} from './step-facts.ts';
export {
  answersCalls,
  flowsCalledBy,
  flowsWithin,
  isCallable,
  shapesWhenCalled,
} from './called-flows.ts';
export { branchesOf, slotsOf, takesAllBranches, type Branch } from './branches.ts';
export {
  addBranch,
  matchBranches,
  moveBranch,
  removeBranch,
  renameBranch,
} from './build/branches.ts';
export { gathersOf, givesParts, openersInto, partsInOpenGroup, type Gathers } from './groups.ts';
export { reachOf } from './reach.ts';
export { forkOf, waysInto, type Way } from './joins.ts';
export { basisOf, whyStale, type StaleReason } from './sample-basis.ts';
export { sourcesOf } from './sources.ts';
export { outputSchemaOf } from './given.ts';
export { sampleAt, sampleIds, type SampleIds } from './sample-ids.ts';
export { checkFlow } from './check-flow.ts';
export { listOf } from './check/check-slot.ts';
export type { FlowFix, FlowProblem } from './check/flow-problem.ts';
export { startingStep } from './check/check-start.ts';
export { parseFlow, type ParsedFlow } from './formats/parse-flow.ts';
export type { FlowFileProblem } from './formats/flow-file-problem.ts';
export { writeFlow } from './formats/write-flow.ts';
export { exportFlow } from './formats/export-flow.ts';
export { withoutSecrets } from './formats/without-secrets.ts';
export { copiedStepsDocument, parseCopiedSteps } from './formats/copied-steps.ts';
export { scanBrackets } from './formats/scan-text.ts';
export { diffFlow, type FieldTitle, type FlowDifference } from './versions/diff-flow.ts';
export { planBetween } from './versions/plan-between.ts';
export { flowLines, type FlowLine, type Ways } from './reading/flow-lines.ts';
export { describeFlow, type ReadingLine } from './reading/describe-flow.ts';
export { filledValues, type FilledValue } from './filled-values.ts';
