/**
 * What each step gives, with its type.
 *
 * 1. A step whose description, shape and predecessors did not change keeps its `SourceType` object: what was checked
 *    against it need not be checked again.
 * 2. A filter passes on what came in; a mapper gives what it was told to make, else what its mapping makes; a step that
 *    takes lists apart, or makes lists, gives what its mapping makes in its own place of the described output.
 */
import { itemsOf, type JsonSchema } from '../shared/index.ts';
import {
  formulasAreOpen,
  inferType,
  isBinding,
  usedRefs,
  type SourceType,
} from '../mapping/index.ts';
import type { Operation } from '../catalog/index.ts';
import type { Flow, Step } from './flow-document.ts';
import { orderSteps } from './order-steps.ts';
import { waysInto, type Way } from './joins.ts';
import { reachOf } from './reach.ts';
import { laidOver } from './laid-over.ts';
import {
  inputSchemaOf,
  isDescribed,
  operationOf,
  type FindOperations,
  passesThrough,
} from './step-facts.ts';

export type Given = ReadonlyMap<string, SourceType>;

/** What one message that leaves the step looks like; undefined for a step that is not in the flow. */
export function outputSchemaOf(
  flow: Flow,
  catalog: FindOperations,
  step: string,
): JsonSchema | undefined {
  return givenBy(flow, catalog).get(step)?.schema;
}

interface Remembered {
  readonly operation: Operation | undefined;
  readonly before: readonly unknown[];
  readonly source: SourceType;
}
let remembered = new WeakMap<Step, Remembered>();
let wholeFlows = new WeakMap<FindOperations, WeakMap<Flow, Given>>();
let knewFormulas = false;

/** What every step gives. */
export function givenBy(flow: Flow, catalog: FindOperations): Given {
  // What formulas make is known from the moment that their door is open.
  if (knewFormulas !== formulasAreOpen()) {
    knewFormulas = formulasAreOpen();
    remembered = new WeakMap();
    wholeFlows = new WeakMap();
  }
  let flows = wholeFlows.get(catalog);
  if (flows === undefined) wholeFlows.set(catalog, (flows = new WeakMap()));
  let given = flows.get(flow);
  if (given === undefined) flows.set(flow, (given = workOut(flow, catalog)));
  return given;
}

function workOut(flow: Flow, catalog: FindOperations): Given {
  const reach = reachOf(flow.edges);
  const given = new Map<string, SourceType>();
  for (const step of orderSteps(flow)) {
    const operation = operationOf(step, catalog);
    const joins = operation?.outputShape === 'by-way';
    const came =
      joins || carriesTheMessage(operation) || takesAsItComes(step, operation)
        ? reach.into(step.id).map(({ from }) => given.get(from))
        : [];
    const slot = infersItsOutput(step, operation);
    const read =
      slot === undefined
        ? []
        : readBy(step, slot).map((from) =>
            reach.isBefore(from, step.id) ? given.get(from) : undefined,
          );
    const before = [...came, ...read, ...(joins ? reach.into(step.id) : [])];
    const known = remembered.get(step);
    if (known !== undefined && known.operation === operation && isSame(known.before, before)) {
      given.set(step.id, known.source);
      continue;
    }
    const schema = joins
      ? joinedSchema(
          operation.output ?? open,
          waysInto(flow.steps, flow.edges, catalog, step.id),
          given,
        )
      : entrySchema(step, operation, catalog, came, read);
    const source = interned(step, emitted(step, operation, schema));
    given.set(step.id, source);
    remembered.set(step, { operation, before, source });
  }
  return given;
}

/** What each way gives, by its name. */
function joinedSchema(output: JsonSchema, ways: readonly Way[], given: Given): JsonSchema {
  const properties = Object.fromEntries(
    ways.map(({ from, name }) => {
      const source = given.get(from);
      const made =
        source === undefined ? open : inferType({ kind: 'ref', from, path: [] }, [source]);
      return [name, { ...made, title: name }];
    }),
  );
  return {
    ...output,
    properties: {
      ...output.properties,
      ways: { type: 'object', ...output.properties?.['ways'], properties },
    },
  };
}

const open: JsonSchema = {};
const sources = new WeakMap<JsonSchema, Map<string, SourceType>>();

/** An edited step that still gives the same keeps its source, so that later steps are not checked again. */
function interned(step: Step, schema: JsonSchema): SourceType {
  let known = sources.get(schema);
  if (known === undefined) sources.set(schema, (known = new Map()));
  const key = `${step.id}\n${step.name}`;
  let source = known.get(key);
  if (source === undefined) known.set(key, (source = { from: step.id, title: step.name, schema }));
  return source;
}

/** Ids of the steps that a slot's mapping reads. */
function readBy(step: Step, slot: string): readonly string[] {
  const content = step.slots[slot];
  return content === undefined ? [] : [...new Set(usedRefs(content).map(({ ref }) => ref.from))];
}

function entrySchema(
  step: Step,
  operation: Operation | undefined,
  catalog: FindOperations,
  came: readonly (SourceType | undefined)[],
  read: readonly (SourceType | undefined)[],
): JsonSchema {
  if (operation === undefined) return open;
  if (carriesTheMessage(operation)) {
    const message = anyOf(came.map((source) => source?.schema ?? open));
    return operation.outputShape === 'adds-to-message'
      ? laidOver(message, filledSchema(step, read) ?? open, step.slots['input'])
      : message;
  }
  if (operation.outputShape === 'same-as-input')
    return filledSchema(step, read) ?? inputSchemaOf(step, catalog) ?? operation.output ?? open;
  const place = placeOfMade(operation);
  if (place !== undefined)
    return withMade(operation.output ?? open, place, step, [...came, ...read]);
  // What the person said counts wherever the description leaves something open.
  if (
    operation.outputShape === 'by-person' ||
    operation.output === undefined ||
    isDescribed(operation, 'output')
  )
    return step.shapes?.output?.schema ?? operation.output ?? open;
  return operation.output;
}

/** What fills the step's fields: as the person said, else as the mapping makes it. */
function filledSchema(
  step: Step,
  read: readonly (SourceType | undefined)[],
): JsonSchema | undefined {
  if (step.shapes?.input !== undefined) return step.shapes.input.schema;
  const content = step.slots['input'];
  if (content === undefined || !isBinding(content)) return undefined;
  return inferType(
    content,
    read.filter((source) => source !== undefined),
  );
}

/** The message goes on, as it came or with more fields. */
function carriesTheMessage(operation: Operation | undefined): boolean {
  return passesThrough(operation) || operation?.outputShape === 'adds-to-message';
}

/** The slot whose mapping decides what comes out; undefined: it is described, or the person said. */
function infersItsOutput(step: Step, operation: Operation | undefined): string | undefined {
  const isFilled =
    operation?.outputShape === 'adds-to-message' ||
    (operation?.outputShape === 'same-as-input' && operation.slots['input'] !== undefined);
  if (!isFilled) return placeOfMade(operation)?.slot;
  return step.shapes?.input === undefined ? 'input' : undefined;
}

/** Where in the output that is which a slot's mapping makes: one entry of it, or a list of it. */
interface MadePlace {
  readonly slot: string;
  readonly property: string;
  readonly as: 'entry' | 'list';
}

function placeOfMade(operation: Operation | undefined): MadePlace | undefined {
  switch (operation?.outputShape) {
    case 'entry-of-list':
      return { slot: 'list', property: 'entry', as: 'entry' };
    case 'list-of-input':
      return { slot: 'input', property: 'list', as: 'list' };
    default:
      return undefined;
  }
}

/** Nothing fills the slot: it works on the message as it comes. */
function takesAsItComes(step: Step, operation: Operation | undefined): boolean {
  const place = placeOfMade(operation);
  return place !== undefined && !Object.hasOwn(step.slots, place.slot);
}

function withMade(
  output: JsonSchema,
  { slot, property, as }: MadePlace,
  step: Step,
  before: readonly (SourceType | undefined)[],
): JsonSchema {
  const content = Object.hasOwn(step.slots, slot) ? step.slots[slot] : undefined;
  const sources = before.filter((source) => source !== undefined);
  const made =
    content !== undefined && isBinding(content)
      ? inferType(content, sources)
      : anyOf(sources.map(({ from }) => inferType({ kind: 'ref', from, path: [] }, sources)));
  const inside = as === 'entry' ? itemsOf(made, made) : { items: made };
  return {
    ...output,
    // The names of the places are the description's: "Entry", "List".
    properties: {
      ...output.properties,
      [property]: { ...inside, ...output.properties?.[property] },
    },
  };
}

/** One message with the whole list, where the person wants it so. References keep leading to the same place. */
function emitted(step: Step, operation: Operation | undefined, entry: JsonSchema): JsonSchema {
  if (operation?.emits !== 'many' || step.emit !== 'whole-list') return entry;
  let list = lists.get(entry);
  if (list === undefined) {
    const { $defs, definitions, ...own } = entry;
    list = {
      type: 'array',
      items: own,
      ...($defs === undefined ? {} : { $defs }),
      ...(definitions === undefined ? {} : { definitions }),
    };
    lists.set(entry, list);
  }
  return list;
}
const lists = new WeakMap<JsonSchema, JsonSchema>();

function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const different = [...new Set(schemas)];
  const [only] = different;
  if (only === undefined) return open;
  if (different.length === 1) return only;
  return different.some((schema) => Object.keys(schema).length === 0) ? open : { anyOf: different };
}

export function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
