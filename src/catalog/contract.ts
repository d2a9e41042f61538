/** The catalog's light door: shapes only. */
export {
  authRuleSchema,
  componentSchema,
  effectSchema,
  originSchema,
  type AuthRule,
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
export type { HttpRequest, RequestTemplate, ServiceAnswer, TaskRequest } from './call-contract.ts';
