import { useLocalStorage } from '@mantine/hooks';
import type { Flow, Step } from '../../flow/index.ts';
import {
  parseSendsAlways,
  sendsAlways,
  sendsAlwaysKey,
  withSendsAlways,
} from '../state/sends-always.ts';

/** Whether tests of this step send without asking, and the way to change it. */
export function useSendsAlways(
  flow: Pick<Flow, 'id'>,
  step: Step,
): readonly [boolean, (wanted: boolean) => void] {
  const [kept, keep] = useLocalStorage<string>({
    key: sendsAlwaysKey,
    defaultValue: '{}',
    getInitialValueInEffect: false,
    serialize: (text) => text,
    deserialize: (text) => text ?? '{}',
  });
  const known = parseSendsAlways(kept);
  return [
    sendsAlways(flow.id, step, known),
    (wanted) => keep(JSON.stringify(withSendsAlways(flow.id, step, wanted, known))),
  ];
}
