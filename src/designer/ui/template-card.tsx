import { Text } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import type { Flow } from '../../flow/index.ts';
import { ComponentIcon } from './component-icon.tsx';
import css from './template-card.module.css';

interface TemplateCardProps {
  readonly name: string;
  readonly text: string;
  readonly flow: Flow;
  readonly onUse: () => void;
}

/** A flow to begin with: one press opens a copy. */
export function TemplateCard({ name, text, flow, onUse }: TemplateCardProps) {
  return (
    <button type="button" className={css.card} onClick={onUse}>
      <span className={css.way}>
        {flow.steps.map((step, at) => (
          <Fragment key={step.id}>
            {at > 0 && <ArrowRight size={14} aria-hidden />}
            <ComponentIcon component={step.component} size={32} />
          </Fragment>
        ))}
      </span>
      <span className={css.name}>{name}</span>
      <Text component="span" size="sm" c="dimmed">
        {text}
      </Text>
    </button>
  );
}
