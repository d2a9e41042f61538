export type { AuthRule } from './component/auth-rule.ts';
export type { Call, HttpCall, TaskCall } from './component/call.ts';
export { componentSchema, type Component } from './component/component.ts';
export type { CredentialType } from './component/credential-type.ts';
export type { Effect, Operation, Slot } from './component/operation.ts';
export type { Origin } from './component/origin.ts';
export type {
  CallFailure,
  HttpRequest,
  RequestPreview,
  RequestTemplate,
  ServiceAnswer,
  CallToPlan,
  StepShapes,
  AnswerToTake,
  Taken,
} from './call-contract.ts';
export { createCatalog, type Catalog, type GrowingCatalog } from './load-catalog.ts';
export {
  hasSample,
  isWhole,
  signInsOf,
  summaryOf,
  type ComponentSummary,
  type OperationSummary,
} from './summary.ts';
export { signInKind, type SignInKind } from './sign-in-kinds.ts';
export { deedOf, reachesAnyService, tellsOf, type Deed } from './deed-of.ts';
export { placesCalled, type CalledPlace } from './places-called.ts';
export { samplesFirst } from './samples-first.ts';
export { parseComponent } from './parse-component.ts';
export type { ComponentMistake } from './check-component.ts';
export { missingSettings, settingsForm, settingsWithDefaults, type Settings } from './settings.ts';
export {
  asksService,
  canStart,
  effectOf,
  operationsToChoose,
  startKindsOf,
  type StartKind,
} from './effect-of.ts';
export { planCall, planVerify, previewOf } from './call/plan-call.ts';
export { takeAnswer } from './call/take-answer.ts';
export { askedOfForm, proveAccount } from './call/prove-account.ts';
export { keyThatFits, withIdempotencyKey } from './call/with-idempotency-key.ts';
export { suggestPaging } from './call/suggest-paging.ts';
export { calledHost, calledOrigin } from './call/called-host.ts';
export { knownOfStep, suggestSignIns, type SuggestedSignIn } from './call/suggest-sign-in.ts';
export { tellsDescription } from './call/tells-description.ts';
export { exampleOf } from './sample/example-of.ts';
export { shapeFromPaste, shapeOfEntry, type PastedShape } from './sample/pasted-shape.ts';
export { schemaFromSample } from './sample/schema-from-sample.ts';
export { atPointer } from './json-pointer.ts';
