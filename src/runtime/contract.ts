/**
 * The engine's light door: what a run is asked, what it reports, and the fold of the reports.
 * The page and the command line read this file, never the engine. It has no code of its own: who asks it for one thing must not
 * get everything it hands on.
 *
 * 1. Events are the only output. Payloads are not in them: they are asked for by step and side, a page at a time.
 * 2. Every step that a run touched ends in a final state.
 * 3. Counts are of messages; `in = done + refused + dropped + held + cancelled` when the run is final.
 */
export type {
  ArrivingMessage,
  CalledFlow,
  RecordedAnswer,
  RefusalPolicy,
  RunRequest,
  RunScope,
  WritePolicy,
  RunLimits,
} from './run-request.ts';
export type { Failure } from './failure.ts';
export type { RequestPreview } from '../catalog/index.ts';
export type { Counts, RunEvent, RunStatus, StepStatus } from './run-event.ts';
export type { MessageRecord, MessageResponse, RecordFilter, RecordPage } from './message-record.ts';
export type { RunState, StepRun } from './run-state.ts';
export {
  isAmong,
  leftBy,
  noCounts,
  outputsInRecord,
  passedOn,
  recordsKept,
  refusalsKept,
  waitingIn,
} from './run-counts.ts';
export type { Confirmation, RefusalDecision } from './decisions.ts';
export {
  expectationModes,
  flowTestSchema,
  type Expectation,
  type ExpectationMode,
  type FlowTest,
} from './expectations/flow-test.ts';
export { allowing, mayDifferAt, placeIn } from './expectations/may-differ.ts';
export type { NoTest } from './expectations/record-test.ts';
export type { TestDifference, TestReport } from './expectations/test-report.ts';
export { waysNeverTaken, type Way } from './expectations/ways-taken.ts';
export { isKeptKeys, keptKeysOf } from './kept-keys-name.ts';
export { replySchema, replySignal, type Reply } from './reply.ts';
export { cutOff } from './cut-off.ts';
export { limitHit } from './limit-hit.ts';
export { foldRun } from './fold-run.ts';
export type { OwnAddresses, RecipientKind } from './recipients.ts';
export { recordLabel } from './record-label.ts';
export {
  markOf,
  stepRows,
  stepToInspect,
  summarise,
  toDuration,
  workedMs,
  type StepRow,
  type SummaryPart,
} from './run-summary.ts';
