import type { SampleEntry } from '../flow/index.ts';
import type { Database } from './database.ts';

/** One of the samples that a step has in this browser; its content lies under its hash. */
export interface ShelfSample {
  readonly id: string;
  /** What the person called it; without one it is called by where it is from. */
  readonly name?: string;
  readonly origin: NonNullable<SampleEntry['origin']>;
  /** Tests leave it in use. */
  readonly pinned: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hash: string;
  readonly size: number;
  /** How many messages it has. */
  readonly count: number;
  readonly basis?: NonNullable<SampleEntry['basis']>;
}

/** The samples of a step, the newest first. */
export interface SampleShelf {
  readonly samples: readonly ShelfSample[];
  readonly current?: string;
  /** Tests do not run the step: what follows gets the current sample. */
  readonly leftOut?: true;
}

export interface ShelfRow {
  readonly flow: string;
  readonly step: string;
  readonly shelf: SampleShelf;
}

export async function keepShelf(
  db: Database,
  flow: string,
  step: string,
  shelf: SampleShelf,
): Promise<void> {
  await db.shelves.put({ flow, step, shelf });
}

/** The shelves of a flow's steps. */
export async function loadShelves(
  db: Database,
  flow: string,
): Promise<Readonly<Record<string, SampleShelf>>> {
  const rows = await db.shelves.where({ flow }).toArray();
  return Object.fromEntries(rows.map(({ step, shelf }) => [step, shelf]));
}
