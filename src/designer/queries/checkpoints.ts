import { useEffect, useState } from 'react';
import type { CheckpointRow } from '../../storage/contract.ts';
import { listCheckpoints } from '../storage/checkpoint-storage.ts';
import { database } from '../storage/open-database.ts';

/** The checkpoints of a flow, the newest first, as they come and go. */
export function useCheckpoints(flow: string): readonly CheckpointRow[] {
  const [checkpoints, setCheckpoints] = useState<readonly CheckpointRow[]>([]);
  useEffect(
    () =>
      database.follow(() => listCheckpoints(database, flow), {
        next: setCheckpoints,
        error: () => setCheckpoints([]), // the list of flows says that the store cannot be read
      }),
    [flow],
  );
  return checkpoints;
}
