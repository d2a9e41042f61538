import type { CheckpointRow } from '../../storage/contract.ts';
import { sayWording } from '../../words/index.ts';
import type { DueCheckpoint } from './automatic-checkpoints.ts';

/** Its name says why it was kept, in the language that is spoken when it is written down. */
export function toCheckpoint({ id, at, why, content }: DueCheckpoint): CheckpointRow {
  return { id, flow: content.id, at, name: sayWording(why), content, automatic: true };
}
