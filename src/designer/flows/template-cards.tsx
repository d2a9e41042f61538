import type { Flow } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { TemplateCard } from '../ui/template-card.tsx';
import { templates } from './templates/templates.ts';
import css from './template-cards.module.css';

/** Flows to begin with: one press opens a copy. */
export function TemplateCards({ onUse }: { readonly onUse: (flow: Flow) => void }) {
  return (
    <div className={css.cards}>
      {templates.map(({ name, text, flow }) => (
        <TemplateCard
          key={name}
          name={say(name)}
          text={say(text)}
          flow={flow}
          onUse={() => onUse({ ...flow, name: say(name) })}
        />
      ))}
    </div>
  );
}
