import { calledHost, createCatalog, type Catalog, type Origin } from '../../catalog/index.ts';
import {
  checkFlow,
  componentOf,
  type Flow,
  type FlowProblem,
  type Step,
} from '../../flow/index.ts';
import type { Place } from '../../proxy/contract.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { isTest } from '../../storage/contract.ts';
import { describedElsewhere, type DescribedElsewhere } from './described-elsewhere.ts';
import { versionsIn, type VersionInFile } from './versions-in.ts';

/** What a person should know of a flow before it becomes theirs. Nothing of it is run to find out. */
export interface ImportFacts {
  readonly steps: readonly {
    readonly id: string;
    readonly name: string;
    readonly component: string;
    readonly words: string;
  }[];
  /** Where it can reach: hosts where they are known, else in words. */
  readonly services: readonly string[];
  readonly credentials: readonly SlotInFile[];
  readonly versions: readonly VersionInFile[];
  /** Flows in the file that this one calls. */
  readonly called: readonly { readonly id: string; readonly name: string }[];
  readonly elsewhere: readonly DescribedElsewhere[];
  readonly problems: readonly FlowProblem[];
  readonly sampleRecords: number;
  readonly tests: number;
}

/** An account that the file's flow, or one that it calls, wants. */
export interface SlotInFile {
  readonly flow: string;
  readonly id: string;
  readonly name: string;
  readonly component: string;
  readonly type: string;
  /** Where its steps call, as far as the file says it. */
  readonly hosts: readonly string[];
}

export function importFacts(flow: Flow, catalog: Catalog, places: readonly Place[]): ImportFacts {
  const called = flow.calledFlows ?? [];
  const all = [flow, ...called];
  // What is known here counts over what the file says; the file's own descriptions help with the rest.
  const known = createCatalog([
    ...all.flatMap(({ components }) => components).map(({ component }) => component),
    ...catalog.whole,
  ]);
  return {
    steps: flow.steps.map((step) => {
      const component = componentOf(step, known);
      const operation = component?.operations.find(({ id }) => id === step.operation);
      return {
        id: step.id,
        name: step.name,
        component: step.component,
        words:
          component === undefined
            ? say('canvas.unknown-component')
            : `${wordsOf(component.title)} · ${operation === undefined ? say('canvas.choose-operation') : wordsOf(operation.title)}`,
      };
    }),
    called,
    services: [...new Set(all.flatMap((each) => servicesOf(each, known, places)))],
    credentials: all.flatMap((each) => slotsOf(each, known)),
    versions: versionsIn(all, catalog),
    elsewhere: describedElsewhere(all, known),
    problems: checkFlow(flow, known).filter(({ severity }) => severity !== 'hint'),
    tests: flow.tests.filter(isTest).length,
    sampleRecords: Object.values(flow.sampleContents ?? {}).reduce<number>(
      (sum, content) => sum + (Array.isArray(content) ? content.length : 1),
      0,
    ),
  };
}

function slotsOf(flow: Flow, catalog: Catalog): readonly SlotInFile[] {
  return flow.credentials.map(({ id, name, component, type }) => {
    const steps = flow.steps.filter(({ credential }) => credential === id);
    const hosts = new Set(steps.flatMap((step) => hostOf(step, catalog) ?? []));
    return { flow: flow.id, id, name, component, type, hosts: [...hosts] };
  });
}

function servicesOf(flow: Flow, catalog: Catalog, places: readonly Place[]): readonly string[] {
  const found = new Set<string>();
  for (const step of flow.steps)
    for (const origin of componentOf(step, catalog)?.origins ?? [])
      found.add(originWords(origin, step, catalog, places));
  return [...found];
}

function originWords(
  origin: Origin,
  step: Step,
  catalog: Catalog,
  places: readonly Place[],
): string {
  if (typeof origin === 'string') return origin;
  if ('pattern' in origin) return origin.pattern;
  if ('named' in origin) {
    const place = places.find(({ name }) => name === origin.named);
    return place === undefined
      ? say('flows.import-unknown', { name: origin.named })
      : `${place.title} · ${place.url}`;
  }
  const host = hostOf(step, catalog);
  if (host !== undefined) return host;
  return say(origin.from === 'credential' ? 'flows.address-of-account' : 'flows.address-typed', {
    step: step.name,
  });
}

/** The host of an address that somebody typed, or that the service's own description names. */
function hostOf(step: Step, catalog: Catalog): string | undefined {
  const operation = catalog.operation(step.component, step.operation);
  return operation && calledHost(operation, step.settings, step.shapes);
}
