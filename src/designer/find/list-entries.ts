/** What is found where no flow is open: flows by name, place and service, templates, and what can be done. */
import type { Flow } from '../../flow/index.ts';
import { wordsOf, type Searched } from '../../shared/index.ts';
import { say, type WordCode } from '../../words/index.ts';
import type { ListedFlow } from '../storage/listed-flows.ts';
import type { Workbench } from '../state/workbench.ts';
import { commandEntries, type FindEntry } from './find-entries.ts';

/** A flow to begin with. */
export interface FlowToUse {
  readonly name: WordCode;
  readonly text: WordCode;
  readonly flow: Flow;
}

interface Acts {
  open(flow: string): void;
  begin(flow: Flow): void;
}

export function listEntries(
  bench: Workbench,
  flows: readonly ListedFlow[],
  templates: readonly FlowToUse[],
  { open, begin }: Acts,
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
    ...templates.map(({ name, text, flow }): Searched<FindEntry> => {
      return {
        item: {
          key: `template ${flow.id}`,
          kind: 'template',
          title: say(name),
          icon: iconOf(flow.steps[0]?.component),
          act: () => begin({ ...flow, name: say(name) }),
        },
        texts: [
          { text: say(name), weight: 8 },
          { text: say(text), weight: 3 },
        ],
      };
    }),
    ...commandEntries(bench),
  ];
}

function iconOf(component: string | undefined): FindEntry['icon'] {
  return component === undefined ? { command: 'page.find' } : { component };
}
