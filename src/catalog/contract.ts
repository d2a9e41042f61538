/** The catalog's light door: shapes only. */
export {
  authRuleSchema,
  type AuthRule,
  type AwsRule,
  type HmacRule,
  type Home,
  type OAuth2Rule,
  type Said,
} from './component/auth-rule.ts';
export type { Call, HttpCall, TaskCall } from './component/call.ts';
export { componentSchema, type Component } from './component/component.ts';
export type { CredentialType } from './component/credential-type.ts';
export { effectSchema, type Effect, type Operation, type Slot } from './component/operation.ts';
export { originSchema, type Origin } from './component/origin.ts';
export { withShared } from './shared-parts.ts';
export { atHand, textsAtHand, type ComponentSummary } from './summary.ts';
export { bodyOnlyAsks } from './graphql-reads.ts';
export {
  asWritten,
  type BodyForm,
  type HttpRequest,
  type RequestTemplate,
  type ServiceAnswer,
  type TaskRequest,
} from './call-contract.ts';
