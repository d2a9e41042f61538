/**
 * A flow that carries what it needs, for another browser or host.
 *
 * 1. No secret is in it: credentials are slots, and settings whose schema says "secret" are left out.
 * 2. Components come with the operations that are used (and those that fill their choices), named by their content.
 * 3. Sample contents and tests only when the person said so; the list of samples stays.
 */
import { hashOf, writeJson, type Json } from '../../shared/index.ts';
import type { Component, Operation } from '../../catalog/index.ts';
import type { Flow, Step } from '../flow-document.ts';
import type { FindOperations } from '../step-facts.ts';
import { pruneDefs } from './prune-defs.ts';
import { withoutAccount, withoutSecrets } from './without-secrets.ts';

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
    steps: flow.steps.map((step) => withoutAccount(withoutSecrets(step, catalog))),
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
