import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { searchWords, type Searched } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { commands, type CommandId } from '../effects/commands/commands.ts';
import { isOffered, noTarget } from '../effects/commands/targets.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { commandIcons } from '../ui/command-icons.ts';
import css from './palette.module.css';

/** What elsewhere is a component of its own, and here belongs to the flow. */
const lookedForHere = ['flow.start'] as const satisfies readonly CommandId[];

/** Under the components that were found: what the words mean of the flow itself. */
export function FoundCommands({ text }: { readonly text: string }) {
  const bench = useWorkbench();
  useDocument(({ flow }) => flow); // what is offered follows it
  const find = useMemo(
    () =>
      searchWords(
        lookedForHere.map((id): Searched<(typeof lookedForHere)[number]> => {
          const { title, also } = commands[id];
          return {
            item: id,
            texts: [
              { text: title(bench, noTarget), weight: 2 },
              { text: also?.() ?? '', weight: 1 },
            ],
          };
        }),
      ),
    [bench],
  );
  const found = find(text).filter(({ item }) => isOffered(bench, commands[item], noTarget));
  if (found.length === 0) return null;
  return (
    <ul className={css.items} aria-label={say('canvas.palette-of-flow')}>
      {found.map(({ item }) => {
        const Icon = commandIcons[item];
        return (
          <li key={item}>
            <Button
              fullWidth
              justify="flex-start"
              variant="subtle"
              leftSection={<Icon size={16} />}
              onClick={() => commands[item].act(bench, noTarget)}
            >
              {commands[item].title(bench, noTarget)}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
