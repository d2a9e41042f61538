import { useLocalStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import type { OwnAddresses } from '../../runtime/contract.ts';
import { parseOwnAddresses } from './model/own-addresses.ts';

/** Where this person is reached: asked once, and kept in this browser. */
export function useOwnAddresses(): readonly [OwnAddresses, (own: OwnAddresses) => void] {
  const [kept, keep] = useLocalStorage<string>({
    key: 'footbridge.own-addresses',
    defaultValue: '{}',
    getInitialValueInEffect: false,
    serialize: (text) => text,
    deserialize: (text) => text ?? '{}',
  });
  const own = useMemo(() => parseOwnAddresses(kept), [kept]);
  return [own, (next) => keep(JSON.stringify(next))];
}
