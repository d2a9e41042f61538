import { useLocalStorage } from '@mantine/hooks';

export type ViewChoice = 'table' | 'tree' | 'json';

/** How this person likes to see data: the same everywhere, and still so tomorrow. */
export function useViewChoice(): readonly [ViewChoice, (choice: ViewChoice) => void] {
  const [choice, setChoice] = useLocalStorage<string>({
    key: 'footbridge.data-view',
    defaultValue: 'table',
    getInitialValueInEffect: false,
  });
  return [choice === 'tree' || choice === 'json' ? choice : 'table', setChoice];
}
