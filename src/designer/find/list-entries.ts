/** What is found where no flow is open: flows by name, place and service, templates, services, and what can be done. */
import { operationsToChoose } from '../../catalog/index.ts';
import { wordsOf, type Searched } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import type { FlowToUse } from '../state/flow-to-use.ts';
import type { ListedFlow } from '../storage/listed-flows.ts';
import type { Workbench } from '../state/workbench.ts';
import { commandEntries, type FindEntry } from './find-entries.ts';

interface Acts {
  open(flow: string): void;
  begin(template: FlowToUse): void;
  lookUp(component: string): void;
}

export function listEntries(
  bench: Workbench,
  flows: readonly ListedFlow[],
  templates: readonly FlowToUse[],
  { open, begin, lookUp }: Acts,
): readonly Searched<FindEntry>[] {
  const titleOf = (component: string) => wordsOf(bench.catalog.summary(component)?.title);
  return [
    ...flows.map(({ id, name, folder, tags, components }): Searched<FindEntry> => {
      const services = [...new Set(components)].map(titleOf).filter((title) => title !== '');
      return {
        item: {
          key: `flow ${id}`,
          kind: 'flow',
          title: name,
          beside: folder ?? services.join(' · '),
          icon: iconOf(components[0]),
          act: () => open(id),
        },
        texts: [
          { text: name, weight: 12 },
          ...[...tags, folder ?? ''].map((text) => ({ text, weight: 7 })),
          ...services.map((text) => ({ text, weight: 4 })),
        ],
      };
    }),
    ...templates.map((template): Searched<FindEntry> => {
      const { id, name, text, way } = template;
      return {
        item: {
          key: `template ${id}`,
          kind: 'template',
          title: say(name),
          icon: iconOf(way[0]),
          act: () => begin(template),
        },
        texts: [
          { text: say(name), weight: 8 },
          { text: say(text), weight: 3 },
        ],
      };
    }),
    ...bench.catalog.list.map((component): Searched<FindEntry> => {
      const title = wordsOf(component.title);
      return {
        item: {
          key: `service ${component.id}`,
          kind: 'service',
          title,
          beside: say('find.service-beside'),
          icon: iconOf(component.id),
          act: () => lookUp(component.id),
        },
        texts: [
          { text: title, weight: 7 },
          ...(component.searchWords ?? []).map((text) => ({ text, weight: 3 })),
          ...operationsToChoose(component).map((operation) => ({
            text: wordsOf(operation.title),
            weight: 2,
          })),
        ],
      };
    }),
    ...commandEntries(bench),
  ];
}

function iconOf(component: string | undefined): FindEntry['icon'] {
  return component === undefined ? { command: 'page.find' } : { component };
}
