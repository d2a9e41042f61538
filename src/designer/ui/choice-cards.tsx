import { Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import css from './choice-cards.module.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly help?: string;
  readonly disabled?: boolean;
  /** What belongs to this choice, shown while it is chosen. */
  readonly inside?: ReactNode;
}

interface ChoiceCardsProps<Value extends string> {
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly value: Value | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
  readonly disabled?: boolean;
}

/** A few ways to go on, each with a sentence: one is chosen, and what belongs to it opens below it. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { legend, hideLegend = false, value, choices, onChoose, disabled = false } = props;
  const name = useId();
  return (
    <fieldset className={css.group} disabled={disabled}>
      <legend className={hideLegend ? css.hidden : css.legend}>{legend}</legend>
      {choices.map((choice) => {
        const help = `${name}-${choice.value}`;
        return (
          <div
            key={choice.value}
            className={css.card}
            data-chosen={choice.value === value || undefined}
            data-off={choice.disabled || undefined}
          >
            <label className={css.row}>
              <input
                type="radio"
                name={name}
                checked={choice.value === value}
                disabled={choice.disabled}
                aria-describedby={choice.help === undefined ? undefined : help}
                onChange={() => onChoose(choice.value)}
              />
              <span className={css.title}>{choice.title}</span>
            </label>
            {choice.help !== undefined && (
              <Text id={help} className={css.help} size="xs" c="dimmed">
                {choice.help}
              </Text>
            )}
            {choice.value === value && choice.inside !== undefined && choice.inside !== null && (
              <div className={css.inside}>{choice.inside}</div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
