import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { searchWords, type Searched } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { commands, type CommandId } from '../effects/commands/commands.ts';
import { isOffered, noTarget } from '../effects/commands/targets.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { commandIcons } from '../ui/command-icons.ts';
import css from './palette.module.css';

/** What elsewhere is a component of its own, and here belongs to the flow; `notYet` says what has to be there before. */
const lookedForHere = [
  { id: 'flow.start', notYet: () => say('inspector.start-not-yet') },
] as const satisfies readonly { readonly id: CommandId; readonly notYet: () => string }[];

/** Under the components that were found: what the words mean of the flow itself. */
export function FoundCommands({ text }: { readonly text: string }) {
  const bench = useWorkbench();
  useDocument(({ flow }) => flow); // what is offered follows it
  const find = useMemo(
    () =>
      searchWords(
        lookedForHere.map((item): Searched<(typeof lookedForHere)[number]> => {
          const { title, also } = commands[item.id];
          return {
            item,
            texts: [
              { text: title(bench, noTarget), weight: 2 },
              { text: also?.() ?? '', weight: 1 },
            ],
          };
        }),
      ),
    [bench],
  );
  const found = find(text);
  if (found.length === 0) return null;
  return (
    <ul className={css.items} aria-label={say('canvas.palette-of-flow')}>
      {found.map(({ item: { id, notYet } }) => {
        const Icon = commandIcons[id];
        return (
          <li key={id}>
            {isOffered(bench, commands[id], noTarget) ? (
              <Button
                fullWidth
                justify="flex-start"
                variant="subtle"
                leftSection={<Icon size={16} />}
                onClick={() => commands[id].act(bench, noTarget)}
              >
                {commands[id].title(bench, noTarget)}
              </Button>
            ) : (
              <Text size="sm" px={8}>
                {notYet()}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
