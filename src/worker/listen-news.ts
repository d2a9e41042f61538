/** What a flow that fires by itself tells. */
export type ListenNews =
  /** Waits; until when, where that is known (a call may come any time). */
  | { readonly type: 'waiting'; readonly listenId: string; readonly until?: number }
  | {
      readonly type: 'fired';
      readonly listenId: string;
      readonly runId: string;
      readonly at: number;
    }
  /** As many firings as were wanted. */
  | { readonly type: 'stopped'; readonly listenId: string }
  /** Calls do not reach it any more: the server is gone or the address has expired. */
  | { readonly type: 'lost'; readonly listenId: string }
  /** A bug of ours, in words for developers. */
  | { readonly type: 'defect'; readonly message: string };
