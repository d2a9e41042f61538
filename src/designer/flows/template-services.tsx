import { say } from '../../words/index.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import type { TemplateService } from './templates/grouped-templates.ts';
import css from './flow-list.module.css';

interface TemplateServicesProps {
  readonly services: readonly TemplateService[];
  readonly chosen: string | undefined;
  readonly onChoose: (service: string | undefined) => void;
}

/** Narrows templates to one service; pressed again, all are shown. */
export function TemplateServices({ services, chosen, onChoose }: TemplateServicesProps) {
  return (
    <div role="group" aria-label={say('flows.templates-narrow')} className={css.places}>
      {services.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className={css.place}
          aria-pressed={id === chosen}
          onClick={() => onChoose(id === chosen ? undefined : id)}
        >
          <ComponentIcon component={id} size={16} bare />
          {title}
        </button>
      ))}
    </div>
  );
}
