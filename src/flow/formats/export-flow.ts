/**
 * A flow that carries what it needs, for another browser or host.
 *
 * 1. No secret is in it: credentials are slots, and settings whose schema says "secret" are left out.
 * 2. Components come with the operations that are used (and those that fill their choices), named by their content.
 * 3. Sample contents and tests only when the person said so; the list of samples stays.
 */
import { hashOf, isJsonObject, writeJson, type Json, type JsonSchema } from '../../shared/index.ts';
import type { Component, Operation } from '../../catalog/index.ts';
import type { Flow, Step } from '../flow-document.ts';
import { operationOf, type FindOperations } from '../step-facts.ts';
import { pruneDefs } from './prune-defs.ts';

export async function exportFlow(
  flow: Flow,
  catalog: FindOperations,
  options: {
    readonly samples?: Readonly<Record<string, Json>>;
    /** Runs that were kept as tests, with the data of them. */
    readonly tests?: readonly Json[];
    /** Flows that this one calls, and those that they call. */
    readonly called?: readonly Flow[];
  } = {},
): Promise<Flow> {
  const components: Flow['components'] = [];
  for (const id of [...new Set(flow.steps.map((step) => step.component))].sort()) {
    const known = catalog.component(id);
    if (known === undefined) {
      const carried = flow.components.find(({ component }) => component.id === id);
      if (carried !== undefined) components.push(carried);
      continue;
    }
    const component = usedPart(known, flow.steps);
    // Components are plain JSON; only their types say more.
    components.push({ hash: await hashOf(writeJson(component as unknown as Json)), component });
  }
  const { sampleContents: _before, calledFlows: _called, ...own } = flow;
  const contents = wantedContents(flow, options.samples);
  return {
    ...own,
    steps: flow.steps.map((step) =>
      withoutAccount(withoutSecrets(step, operationOf(step, catalog))),
    ),
    components,
    // A fingerprint of settings would say something of a secret among them.
    samples: flow.samples.map(({ basis: _basis, ...sample }) => sample),
    ...(contents === undefined ? {} : { sampleContents: contents }),
    ...(options.tests === undefined ? {} : { tests: [...options.tests] }),
    ...(options.called === undefined || options.called.length === 0
      ? {}
      : { calledFlows: await exportedAll(options.called, catalog) }),
  };
}

/** Without their samples and tests: what the person says of these is about the flow itself. */
async function exportedAll(called: readonly Flow[], catalog: FindOperations): Promise<Flow[]> {
  const sorted = called.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const exported: Flow[] = [];
  for (const flow of sorted) exported.push(await exportFlow(flow, catalog, { tests: [] }));
  return exported;
}

function usedPart(component: Component, steps: readonly Step[]): Component {
  const used = new Set(
    steps.filter((step) => step.component === component.id).map((step) => step.operation),
  );
  for (const id of used) {
    const operation = component.operations.find((each) => each.id === id);
    for (const choice of operation?.choices ?? []) used.add(choice.from);
    if (operation?.describedBy !== undefined) used.add(operation.describedBy.from);
  }
  const operations = component.operations.filter(({ id }) => used.has(id));
  // A step without an operation still needs its component, and a component has at least one operation.
  return {
    ...component,
    operations: (operations.length === 0 ? component.operations : operations).map(pruned),
  };
}

function pruned(operation: Operation): Operation {
  return {
    ...operation,
    slots: Object.fromEntries(
      Object.entries(operation.slots).map(([name, slot]) => [
        name,
        slot.schema === undefined ? slot : { ...slot, schema: pruneDefs(slot.schema) },
      ]),
    ),
    ...(operation.settings === undefined ? {} : { settings: pruneDefs(operation.settings) }),
    ...(operation.output === undefined ? {} : { output: pruneDefs(operation.output) }),
  };
}

function withoutSecrets(step: Step, operation: Operation | undefined): Step {
  if (operation?.settings === undefined) return step;
  const settings = cleaned(step.settings, operation.settings);
  return settings === step.settings ? step : { ...step, settings };
}

/** What a service said of its fields goes along; with which account it was asked is this browser's affair. */
function withoutAccount(step: Step): Step {
  if (step.shapes === undefined) return step;
  const shapes = Object.entries(step.shapes).map(([side, shape]) => {
    const { asked } = shape?.basis ?? {};
    return [side, asked === undefined ? shape : { ...shape, basis: { asked } }];
  });
  return { ...step, shapes: Object.fromEntries(shapes) as Step['shapes'] };
}

function cleaned(settings: Step['settings'], schema: JsonSchema): Step['settings'] {
  let made: Record<string, Json> | undefined;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const value = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (value === undefined) continue;
    if (property.writeOnly === true) {
      made ??= { ...settings };
      delete made[name];
    } else if (isJsonObject(value)) {
      const inside = cleaned(value, property);
      if (inside !== value) (made ??= { ...settings })[name] = inside;
    }
  }
  return made ?? settings;
}

function wantedContents(
  flow: Flow,
  samples: Readonly<Record<string, Json>> | undefined,
): Record<string, Json> | undefined {
  if (samples === undefined) return undefined;
  const wanted = flow.samples.flatMap(({ hash }) => {
    const content = Object.hasOwn(samples, hash) ? samples[hash] : undefined;
    return content === undefined ? [] : [[hash, content] as const];
  });
  return wanted.length === 0 ? undefined : Object.fromEntries(wanted);
}
