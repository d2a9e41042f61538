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
      <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(schemeOf(value))}>
        {schemes.map(({ scheme, word, Icon }) => (
          <Menu.RadioItem key={scheme} value={scheme} rightSection={<Icon size={15} aria-hidden />}>
            {say(word)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function schemeOf(value: string): MantineColorScheme {
  return schemes.find(({ scheme }) => scheme === value)?.scheme ?? 'auto';
}
