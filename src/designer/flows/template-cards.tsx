import { Text } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import type { Flow } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { templates } from './templates/templates.ts';
import css from './template-cards.module.css';

/** Flows to begin with: one press opens a copy. */
export function TemplateCards({ onUse }: { readonly onUse: (flow: Flow) => void }) {
  return (
    <div className={css.cards}>
      {templates.map(({ name, text, flow }) => (
        <button
          key={name}
          type="button"
          className={css.card}
          onClick={() => onUse({ ...flow, name: say(name) })}
        >
          <span className={css.way}>
            {flow.steps.map((step, at) => (
              <Fragment key={step.id}>
                {at > 0 && <ArrowRight size={14} aria-hidden />}
                <ComponentIcon component={step.component} size={32} />
              </Fragment>
            ))}
          </span>
          <span className={css.name}>{say(name)}</span>
          <Text component="span" size="sm" c="dimmed">
            {say(text)}
          </Text>
        </button>
      ))}
    </div>
  );
}
