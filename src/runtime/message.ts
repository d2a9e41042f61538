import type { Json } from '../shared/index.ts';
import type { Group } from './engine/group.ts';
import type { Sources } from '../mapping/index.ts';

/**
 * One JSON object on its way. `sources` holds what later steps read of earlier ones and nothing else, so that a long
 * flow does not carry its history. Nobody changes a message: every edge may have a copy of it.
 */
export interface Message {
  /** The same when the run is replayed: it names outside effects. */
  readonly id: string;
  /** Which firing it goes back to, from 0. */
  readonly origin: number;
  /** The messages that it belongs together with, where a later step gathers them. */
  readonly group?: Group | undefined;
  /** The name of the way that it came, where copies of a message meet. */
  readonly way?: string;
  /** What the step before gave. */
  readonly body: Json;
  readonly sources: Sources;
  /** An answer that nobody gave is in it: nobody outside is asked with it. */
  readonly invented?: true;
}
