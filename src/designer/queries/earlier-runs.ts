import { useEffect, useState } from 'react';
import { listRuns, type RunRow } from '../../storage/contract.ts';
import { database } from '../storage/open-database.ts';

/** The earlier runs of a flow, the newest first, as they come and go; undefined until they are known. */
export function useEarlierRuns(flow: string): readonly RunRow[] | undefined {
  const [runs, setRuns] = useState<readonly RunRow[]>();
  useEffect(
    () =>
      database.follow(() => listRuns(database, flow), {
        next: setRuns,
        error: () => setRuns([]), // the list of flows says that the store cannot be read
      }),
    [flow],
  );
  return runs;
}
