/** What is kept of messages for inspection. */
import type { Json, JsonPath } from '../shared/index.ts';
import type { RequestPreview } from '../catalog/index.ts';
import type { Failure } from './failure.ts';

/** One message at one step, kept by the host for inspection. */
export interface MessageRecord {
  readonly id: string;
  /** Its place in the step's order, from 0. */
  readonly index: number;
  readonly input?: Json;
  readonly request?: RequestPreview;
  readonly response?: MessageResponse;
  readonly output?: readonly Json[];
  /** Of a step with named ways out: those that it took. */
  readonly ports?: readonly string[];
  readonly failure?: Failure;
  /** Its data was left out: it is big, and the run still goes on. */
  readonly isBig?: boolean;
  /** Its data was let go: what the run's messages hold is more than its host keeps. */
  readonly isLetGo?: boolean;
  readonly state: 'done' | 'refused' | 'dropped' | 'held' | 'cancelled';
  /** Nobody was asked, so an example of an answer went on from here; or the message already came of such an answer. */
  readonly invented?: 'output' | 'input';
  /** Fields of the input in which the person's own address stands instead of the recipient's. */
  readonly readdressed?: readonly JsonPath[];
}

/** What a service answered; of a list that came in pages, to the first request. */
export interface MessageResponse {
  readonly status: number;
  readonly contentType?: string;
  readonly ms?: number;
  readonly body?: Json;
  /** How many pages of a list were asked for. */
  readonly pages?: number;
}

/** Some of a step's records: those that took a way, or ended in one state. */
export type RecordFilter = { readonly way: string } | { readonly state: MessageRecord['state'] };

/** Some records of a step, by their place among those that are kept. */
export interface RecordPage {
  readonly records: readonly MessageRecord[];
  /** Records that the step had in all. */
  readonly total: number;
  /** Records between the first and the last ones that were let go. */
  readonly letGo: number;
  /** The places in the step's order of all kept records, or with a filter of those that pass it. */
  readonly indexes: readonly number[];
}
