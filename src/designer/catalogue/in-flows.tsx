import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { say } from '../../words/index.ts';
import { useFlowActions } from '../effects/use-flow-actions.ts';
import { useListedFlows } from '../queries/listed-flows.ts';
import type { FlowToUse } from '../state/flow-to-use.ts';
import { TemplateCard } from '../ui/template-card.tsx';
import css from './service.module.css';

interface InFlowsProps {
  readonly component: string;
  readonly loadTemplates: () => Promise<readonly FlowToUse[]>;
}

const shownFlows = 8;

/** Templates that use it, to begin with; and the person's own flows that do. */
export function InFlows({ component, loadTemplates }: InFlowsProps) {
  const { beginTemplate } = useFlowActions();
  const listed = useListedFlows();
  const { data: all = [] } = useQuery({
    queryKey: ['templates'],
    queryFn: loadTemplates,
  });
  const templates = all.filter(({ way }) => way.includes(component));
  const own =
    listed.kind === 'ready'
      ? listed.flows.filter(({ components }) => components.includes(component))
      : [];
  return (
    <>
      {templates.length > 0 && (
        <section aria-labelledby="templates">
          <h2 id="templates" className={css.title}>
            {say('catalogue.templates-title')}
          </h2>
          <div className={css.templates}>
            {templates.map((template) => (
              <TemplateCard
                key={template.id}
                template={template}
                onUse={() => void beginTemplate(template)}
              />
            ))}
          </div>
        </section>
      )}
      {own.length > 0 && (
        <section aria-labelledby="own-flows">
          <h2 id="own-flows" className={css.title}>
            {say('catalogue.flows-title')}
          </h2>
          <ul className={css.own}>
            {own.slice(0, shownFlows).map(({ id, name }) => (
              <li key={id}>
                <Link className={css.link} href={`/flows/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
