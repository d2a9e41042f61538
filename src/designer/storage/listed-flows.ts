import {
  lastRuns,
  type Database,
  type FilingRow,
  type FlowSummary,
  type RunRow,
} from '../../storage/contract.ts';
import { listFlows } from './flow-storage.ts';

/** A flow as the list of flows shows it: where it is filed, and how it ran last. */
export interface ListedFlow extends FlowSummary, Omit<FilingRow, 'flow'> {
  readonly lastRun?: RunRow;
}

/** The one that was changed last first. */
export async function listedFlows(db: Database): Promise<readonly ListedFlow[]> {
  const [flows, filings, runs] = await Promise.all([
    listFlows(db),
    db.filings.toArray(),
    lastRuns(db),
  ]);
  const filed = new Map(filings.map(({ flow, ...filing }) => [flow, filing]));
  return flows.map((flow) => {
    const lastRun = runs.get(flow.id);
    return {
      ...flow,
      tags: [],
      ...filed.get(flow.id),
      ...(lastRun !== undefined && { lastRun }),
    };
  });
}
