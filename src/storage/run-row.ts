import type { RunScope, RunStatus, SummaryPart } from '../runtime/contract.ts';

/** How a run was asked for. */
export interface RunAsked {
  readonly scope: RunScope;
  /** How many first entries; none = all. */
  readonly firstRecords?: number;
  /** A person's test, the flow's own start, a run on an earlier one's data, or what an earlier one refused. */
  readonly by: 'test' | 'itself' | 'same-data' | 'refused';
}

/** What the list of earlier runs shows of one. */
export interface RunRow {
  readonly id: string;
  readonly flow: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly status: RunStatus;
  readonly asked: RunAsked;
  /** Its counts, as the run's own line says them. */
  readonly parts: readonly SummaryPart[];
  readonly ms: number;
  /** About how many characters are kept of it. */
  readonly size: number;
  /** It was larger than its share: the first and the last messages are kept. */
  readonly isCut?: boolean;
}
