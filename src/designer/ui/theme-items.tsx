import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Sun } from 'lucide-react';
import { say } from '../../words/index.ts';

const schemes = [
  { scheme: 'auto', word: 'common.theme-auto', Icon: Monitor },
  { scheme: 'light', word: 'common.theme-light', Icon: Sun },
  { scheme: 'dark', word: 'common.theme-dark', Icon: Moon },
] as const satisfies readonly { scheme: MantineColorScheme; word: string; Icon: unknown }[];

/** Light, dark, or as the computer has it. */
export function ThemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{say('common.theme')}</Menu.Label>
      {schemes.map(({ scheme, word, Icon }) => (
        <Menu.Item
          key={scheme}
          role="menuitemradio"
          aria-checked={colorScheme === scheme}
          leftSection={<Icon size={15} />}
          {...(colorScheme === scheme && { fw: 600, c: 'var(--fb-accent)' })}
          onClick={() => setColorScheme(scheme)}
        >
          {say(word)}
        </Menu.Item>
      ))}
    </>
  );
}
