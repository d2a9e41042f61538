import { Text } from '@mantine/core';
import type { Use } from '../../flow/index.ts';
import css from './use-list.module.css';

/** The fields that use something, each step with the names of its fields: what a removal or a change would touch. */
export function UseList({ uses }: { readonly uses: readonly Use[] }) {
  const steps = [...new Set(uses.map(({ step }) => step))];
  return (
    <ul className={css.uses}>
      {steps.map((step) => {
        const fields = uses.filter((use) => use.step === step);
        return (
          <li key={step}>
            <Text span size="sm" fw={500}>
              {fields[0]?.stepName}
            </Text>
            <Text span size="sm" c="dimmed">
              {' · '}
              {[...new Set(fields.map(({ title }) => title))].join(', ')}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
