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
  /** It does not fire any more: the server is gone, the address has expired, or the worker has ended. */
  | { readonly type: 'lost'; readonly listenId: string }
  /** A bug of ours, in words for developers. */
  | { readonly type: 'defect'; readonly message: string };
