import { writeJson, type Json, type JsonObject } from '../../shared/index.ts';
import type { Flow } from '../flow-document.ts';

const flowKeys = [
  '$schema',
  'format',
  'formatVersion',
  'id',
  'revision',
  'name',
  'description',
  'locale',
  'timeZone',
  'start',
  'limits',
  'steps',
  'edges',
  'credentials',
  'components',
  'samples',
  'sampleContents',
  'tests',
  'layout',
  'calledFlows',
];
const stepKeys = [
  'id',
  'name',
  'component',
  'componentVersion',
  'operation',
  'credential',
  'settings',
  'labels',
  'slots',
  'shapes',
  'emit',
  'onFailure',
  'retry',
  'parallel',
  'disabled',
  'note',
];
const edgeKeys = ['id', 'from', 'fromPort', 'to', 'toPort'];
const credentialKeys = ['id', 'name', 'component', 'type'];
const sampleKeys = ['step', 'name', 'hash', 'size', 'origin'];

/**
 * A flow as text: the same flow gives the same text, however it was edited. Known keys in the order of the format,
 * unknown ones after them; what a person orders (fields of a mapping) stays in the person's order.
 */
export function writeFlow(flow: Flow, options: { readonly indent?: number } = {}): string {
  return `${writeJson(ordered(flow), options.indent ?? 2)}\n`;
}

function ordered(flow: Flow): Json {
  const positions = Object.fromEntries(
    flow.steps.flatMap(({ id }) => {
      const place = flow.layout.positions[id];
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
  return inOrder(flowKeys, {
    ...flow,
    steps: flow.steps.map((step) => inOrder(stepKeys, step)),
    edges: flow.edges.map((edge) => inOrder(edgeKeys, edge)),
    credentials: flow.credentials.map((slot) => inOrder(credentialKeys, slot)),
    samples: flow.samples.map((sample) => inOrder(sampleKeys, sample)),
    layout: {
      ...flow.layout,
      positions: { ...positions, ...rest(flow.layout.positions, positions) },
    },
    ...(flow.sampleContents === undefined
      ? {}
      : { sampleContents: inOrder(Object.keys(flow.sampleContents).sort(), flow.sampleContents) }),
    ...(flow.calledFlows === undefined ? {} : { calledFlows: flow.calledFlows.map(ordered) }),
  });
}

function inOrder(keys: readonly string[], thing: object): Json {
  // Documents are plain JSON; only their types say more.
  const given = thing as JsonObject;
  const made: Record<string, Json> = {};
  for (const key of keys) if (Object.hasOwn(given, key)) set(made, key, given[key]);
  for (const key of Object.keys(given).sort())
    if (!Object.hasOwn(made, key)) set(made, key, given[key]);
  return made;
}

function set(made: Record<string, Json>, key: string, value: Json | undefined): void {
  if (value !== undefined) made[key] = value;
}

/** Positions of steps that are no longer there: kept, because nothing in a file is dropped silently. */
function rest<Value>(
  all: Readonly<Record<string, Value>>,
  known: Readonly<Record<string, unknown>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(all)
      .filter(([id]) => !Object.hasOwn(known, id))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
