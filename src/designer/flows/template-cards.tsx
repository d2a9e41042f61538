import { useId, useMemo, useState, type ReactNode } from 'react';
import { say } from '../../words/index.ts';
import type { FlowToUse } from '../state/flow-to-use.ts';
import { useWorkbench } from '../state/workbench.ts';
import { TemplateCard } from '../ui/template-card.tsx';
import { groupTemplates } from './templates/grouped-templates.ts';
import { templates } from './templates/templates.ts';
import { TemplateServices } from './template-services.tsx';
import css from './template-cards.module.css';

interface TemplateCardsProps {
  readonly onUse: (template: FlowToUse) => void;
}

/** Flows to begin with: one press opens a copy. Those for which nobody needs an account come first. */
export function TemplateCards({ onUse }: TemplateCardsProps) {
  const { catalog } = useWorkbench();
  const groups = useMemo(() => groupTemplates(templates, catalog.summary), [catalog]);
  const [service, setService] = useState<string>();
  const fitting = groups.withAccounts.filter(
    ({ way }) => service === undefined || way.includes(service),
  );
  return (
    <>
      <CardGroup title={say('flows.templates-at-once')} of={groups.atOnce} onUse={onUse} />
      <CardGroup title={say('flows.templates-with-accounts')} of={fitting} onUse={onUse}>
        <TemplateServices services={groups.services} chosen={service} onChoose={setService} />
      </CardGroup>
    </>
  );
}

interface CardGroupProps extends TemplateCardsProps {
  readonly title: string;
  readonly of: readonly FlowToUse[];
  readonly children?: ReactNode;
}

function CardGroup({ title, of, onUse, children }: CardGroupProps) {
  const id = useId();
  return (
    <section className={css.group} aria-labelledby={id}>
      <h3 id={id} className={css.title}>
        {title}
      </h3>
      {children}
      <div className={css.cards}>
        {of.map((template) => (
          <TemplateCard key={template.id} template={template} onUse={onUse} />
        ))}
      </div>
    </section>
  );
}
