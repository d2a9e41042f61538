import type { Json, Wording } from '../../shared/index.ts';
import type { FilePieces } from '../arrived-file.ts';
import type { Connection } from '../egress/dial.ts';

/** What a transport is given for one task. */
export interface TaskAsk {
  readonly task: string;
  readonly input: Json;
  /** False: it has to make sure that nothing is changed, whatever `input` says. */
  readonly mayWrite: boolean;
  /** Where the seal says the service is: `tcp://host:port`, `file:path`, or the address of a named place. */
  readonly origin: string;
  /** The credential form's values. */
  readonly values: Readonly<Record<string, Json>>;
  /** Whose task it is: nothing is shared between two of them. */
  readonly owner: object;
  /** Which of the component's ways to sign in it was: the credential type's id. */
  readonly credentialType: string;
  /**
   * A connection to the origin, checked (P4). There is no other way out. Throws `RefusedError`. `own`: for what has to be
   * said after the end, such as "stop what you are doing".
   */
  readonly dial: (own?: AbortSignal) => Promise<Connection>;
  /** Where the credential names a file: its real path, in a folder that the operator opened. Throws `RefusedError`. */
  readonly file: () => Promise<string>;
  /** The operator named this destination: a secret may go there without encryption, if the form says so. */
  readonly mayBePlain: boolean;
  /** Of a task that takes files: their bytes, once. */
  readonly sent?: FilePieces | undefined;
  /** Ends when nobody waits for the rest: stop the work at the service too, then let go of everything. */
  readonly signal: AbortSignal;
  /** So long it is waited for each page, where that is not the usual. */
  readonly waitMs?: number;
}

/** Messages; a piece of the file that belongs to the one message behind it; or a sign of life, of work that takes long. */
export type TaskPage = readonly Json[] | Uint8Array | 'goes-on';

/**
 * Does a task and gives its messages in pages, each made only when it is asked for. What it does after its last page (a
 * commit) belongs to the task: of a write nothing is given before all is done. What the service refuses is thrown as
 * `TaskRefused`, what keeps it from being asked as `RefusedError`. Ends its connection however it ends.
 */
export interface TaskTransport {
  (ask: TaskAsk): AsyncGenerator<TaskPage, void, undefined>;
  /** Tasks that files may come with (`ask.sent`): one, or several, each behind the one before. */
  readonly takesFiles?: Readonly<Record<string, 'one' | 'several'>>;
}

/**
 * The service's own no. `status` is what it would be in HTTP (401 sign-in, 403 not allowed, 404 not there, 409 exists
 * already, 422 not accepted, 429 too many, 503 busy), so that words, retries and fields are found in the one way there is;
 * `body` is what the service said. `says`: it was never asked, or says so little that the sentence is ours.
 */
export class TaskRefused extends Error {
  readonly status: number;
  readonly body: Json;
  readonly says: Wording | undefined;
  constructor(status: number, body: Json, says?: Wording) {
    super(`refused: ${status}`);
    this.status = status;
    this.body = body;
    this.says = says;
  }
}
