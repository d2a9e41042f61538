import type { Hono } from 'hono';
import type { RequestLog } from './request-log.ts';

/** One sample service, not yet bound to a port: a web application over `Request` and `Response`, and its data. */
export interface SampleService {
  readonly id: 'crm' | 'newsletter' | 'shop' | 'desk';
  readonly title: string;
  readonly description: string;
  /** The one key that opens it: fixed, public, shown to everybody. It protects nothing. */
  readonly sampleKey: string;
  /** What else a sign-in needs, beside the key. */
  readonly sampleForm?: (origin: string) => Readonly<Record<string, string>>;
  /** What a step that asks it is set to, where the step asks any service. */
  readonly sampleSettings?: (origin: string) => Readonly<Record<string, string>>;
  readonly app: Hono;
  readonly requests: RequestLog;
  /** Puts the data back to how it was at the start and empties the request log. */
  reset(): void;
}

/** What a service needs of the world. */
export interface SampleServiceOptions {
  readonly now?: () => Date;
}
