import { createContext } from 'react';
import type { Json, JsonPath } from '../../../shared/index.ts';
import type { Binding } from '../../../mapping/index.ts';

/** What a card makes of the entry it shows: the fields inside say what they are for that one. */
export interface EntryMade {
  /** The card's place in the mapping. */
  readonly path: JsonPath;
  readonly item: Binding;
  readonly value: Json | undefined;
}

export const EntryMadeContext = createContext<EntryMade | undefined>(undefined);
