import { createCatalog, type Catalog, type Origin } from '../../catalog/index.ts';
import { checkFlow, componentOf, type Flow, type FlowProblem } from '../../flow/index.ts';
import type { Place } from '../../proxy/contract.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { isTest } from '../../storage/contract.ts';

/** What a person should know of a flow before it becomes theirs. Nothing of it is run to find out. */
export interface ImportFacts {
  readonly steps: readonly {
    readonly id: string;
    readonly name: string;
    readonly component: string;
    readonly words: string;
  }[];
  /** Where it can reach, in addresses or in words. */
  readonly services: readonly string[];
  readonly credentials: readonly {
    readonly id: string;
    readonly name: string;
    readonly component: string;
  }[];
  /** Flows in the file that this one calls. */
  readonly called: readonly { readonly id: string; readonly name: string }[];
  readonly problems: readonly FlowProblem[];
  readonly sampleRecords: number;
  readonly tests: number;
}

export function importFacts(flow: Flow, catalog: Catalog, places: readonly Place[]): ImportFacts {
  const called = flow.calledFlows ?? [];
  const all = [flow, ...called];
  // What is known here counts over what the file says; the file's own descriptions help with the rest.
  const known = createCatalog([
    ...all.flatMap(({ components }) => components).map(({ component }) => component),
    ...catalog.list,
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
    credentials: all.flatMap((each) =>
      each.credentials.map(({ id, name, component }) => ({
        id: `${each.id}/${id}`,
        name,
        component,
      })),
    ),
    problems: checkFlow(flow, known).filter(({ severity }) => severity !== 'hint'),
    tests: flow.tests.filter(isTest).length,
    sampleRecords: Object.values(flow.sampleContents ?? {}).reduce<number>(
      (sum, content) => sum + (Array.isArray(content) ? content.length : 1),
      0,
    ),
  };
}

function servicesOf(flow: Flow, catalog: Catalog, places: readonly Place[]): readonly string[] {
  const found = new Set<string>();
  for (const step of flow.steps)
    for (const origin of componentOf(step, catalog)?.origins ?? [])
      found.add(originWords(origin, step.name, places));
  return [...found];
}

function originWords(origin: Origin, step: string, places: readonly Place[]): string {
  if (typeof origin === 'string') return origin;
  if ('named' in origin) {
    const place = places.find(({ name }) => name === origin.named);
    return place === undefined
      ? say('flows.import-unknown', { name: origin.named })
      : `${place.title} · ${place.url}`;
  }
  return say('flows.address-typed', { step });
}
