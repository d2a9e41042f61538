import { flowFormat, flowFormatVersion, type Flow } from '../flow-document.ts';

/** Makes a new id: unique in the flow, never used again. */
export type NewId = () => string;

/** An empty flow that is started by hand. */
export function newFlow(
  name: string,
  newId: NewId,
  region: { readonly locale: string; readonly timeZone: string } = {
    locale: 'en',
    timeZone: 'UTC',
  },
): Flow {
  return {
    format: flowFormat,
    formatVersion: flowFormatVersion,
    id: newId(),
    revision: 0,
    name,
    locale: region.locale,
    timeZone: region.timeZone,
    start: { kind: 'manual' },
    steps: [],
    edges: [],
    credentials: [],
    components: [],
    samples: [],
    tests: [],
    layout: { positions: {}, notes: [], groups: [] },
  };
}
