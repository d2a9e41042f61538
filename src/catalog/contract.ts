/** The catalog's light door: shapes only. */
export {
  authRuleSchema,
  type AuthRule,
  type AwsRule,
  type HmacRule,
  type Home,
  type OAuth2Rule,
  type Said,
} from './auth-rule.ts';
export {
  componentSchema,
  effectSchema,
  originSchema,
  type Call,
  type Component,
  type CredentialType,
  type Effect,
  type HttpCall,
  type Operation,
  type Origin,
  type Slot,
  type TaskCall,
} from './component.ts';
export { withShared } from './shared-parts.ts';
export { atHand, textsAtHand, type ComponentSummary } from './summary.ts';
export { bodyOnlyAsks } from './graphql-reads.ts';
export type {
  BodyForm,
  HttpRequest,
  RequestTemplate,
  ServiceAnswer,
  TaskRequest,
} from './call-contract.ts';
