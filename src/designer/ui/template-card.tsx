import { Text } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import { say } from '../../words/index.ts';
import type { FlowToUse } from '../state/flow-to-use.ts';
import { ComponentIcon } from './component-icon.tsx';
import css from './template-card.module.css';

interface TemplateCardProps {
  readonly template: FlowToUse;
  readonly onUse: (template: FlowToUse) => void;
}

/** A flow to begin with: one press opens a copy. */
export function TemplateCard({ template, onUse }: TemplateCardProps) {
  const { name, text, way } = template;
  // Steps of one component beside each other are drawn once.
  const drawn = way.filter((component, at) => component !== way[at - 1]);
  return (
    <button type="button" className={css.card} onClick={() => onUse(template)}>
      <span className={css.way}>
        {drawn.map((component, at) => (
          <Fragment key={at}>
            {at > 0 && <ArrowRight size={14} aria-hidden />}
            <ComponentIcon component={component} size={32} />
          </Fragment>
        ))}
      </span>
      <span className={css.name}>{say(name)}</span>
      <Text component="span" size="sm" c="dimmed">
        {say(text)}
      </Text>
    </button>
  );
}
