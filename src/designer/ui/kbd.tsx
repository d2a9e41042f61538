import { Kbd, type KbdProps } from '@mantine/core';

export const onMac = /mac|iphone|ipad/i.test(navigator.platform);

/** A shortcut as this computer writes it: `mod` is Ctrl or ⌘. */
export function Keys({ keys, ...rest }: { readonly keys: readonly string[] } & KbdProps) {
  return (
    <Kbd size="xs" {...rest}>
      {keys.map((key) => (key === 'mod' ? (onMac ? '⌘' : 'Ctrl') : key)).join(onMac ? '' : '+')}
    </Kbd>
  );
}
