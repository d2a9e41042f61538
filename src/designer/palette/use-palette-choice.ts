import { useLocalStorage } from '@mantine/hooks';
import {
  paletteChoiceKey,
  parsePaletteChoice,
  readPaletteChoice,
  type PaletteChoice,
} from '../state/palette-choice.ts';

/** What this person keeps at hand and used last, and the way to change it; all pages of this browser hear of it. */
export function usePaletteChoice(): readonly [
  PaletteChoice,
  (change: (now: PaletteChoice) => PaletteChoice) => void,
] {
  const [kept, keep] = useLocalStorage<string>({
    key: paletteChoiceKey,
    defaultValue: '{}',
    getInitialValueInEffect: false,
    serialize: (text) => text,
    deserialize: (text) => text ?? '{}',
  });
  return [parsePaletteChoice(kept), (change) => keep(JSON.stringify(change(readPaletteChoice())))];
}
