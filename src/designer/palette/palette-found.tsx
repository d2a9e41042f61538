import { Text } from '@mantine/core';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { ComponentSummary } from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { FoundCommands } from './found-commands.tsx';
import { componentSearch } from './component-search.ts';
import css from './palette.module.css';

/** Who types on is not spoken to. */
const restMs = 500;

interface PaletteFoundProps {
  readonly text: string;
  readonly item: (component: ComponentSummary, operation?: string) => ReactNode;
}

/** What the words find, the best first. */
export function PaletteFound({ text, item }: PaletteFoundProps) {
  const { catalog, announcer } = useWorkbench();
  const find = useMemo(() => componentSearch(catalog.list), [catalog]);
  const found = find(text);
  const words =
    found[0] === undefined
      ? say('canvas.palette-none', { text })
      : say('find.components', {
          count: found.length,
          first: wordsOf(found[0].item.title),
        });
  useEffect(() => {
    const timer = setTimeout(() => announcer.announce(words), restMs);
    return () => clearTimeout(timer);
  }, [announcer, words]);
  return (
    <>
      <ul className={css.items} aria-label={say('canvas.palette-found')}>
        {found.map(({ item: component, text: words }) =>
          item(component, words === wordsOf(component.title) ? undefined : words),
        )}
      </ul>
      {found.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          {words}
        </Text>
      )}
      <FoundCommands text={text} />
    </>
  );
}
