import { hasSample, type ComponentSummary } from '../../../catalog/index.ts';
import { wordsOf } from '../../../shared/index.ts';
import type { FlowToUse } from '../../state/flow-to-use.ts';

/** A service of somebody else that templates use. */
export interface TemplateService {
  readonly id: string;
  readonly title: string;
}

export interface GroupedTemplates {
  /** Everything in them has a sample, or needs no account at all. */
  readonly atOnce: readonly FlowToUse[];
  readonly withAccounts: readonly FlowToUse[];
  /** What the second group uses, by title. */
  readonly services: readonly TemplateService[];
}

/** What can be tried without an account comes first. */
export function groupTemplates(
  templates: readonly FlowToUse[],
  summary: (component: string) => ComponentSummary | undefined,
): GroupedTemplates {
  const isForeign = (id: string): boolean => {
    const component = summary(id);
    return component !== undefined && component.kind === 'connector' && !hasSample(component);
  };
  const withAccounts = templates.filter(({ way }) => way.some(isForeign));
  const services = [...new Set(withAccounts.flatMap(({ way }) => way.filter(isForeign)))]
    .map((id) => ({ id, title: wordsOf(summary(id)?.title) }))
    .toSorted((one, other) => one.title.localeCompare(other.title));
  return {
    atOnce: templates.filter((template) => !withAccounts.includes(template)),
    withAccounts,
    services,
  };
}
