import { useLocalStorage } from '@mantine/hooks';
import { isViewChoice, type ViewChoice } from './view-choices.ts';

/** How this person likes to see data: the same everywhere, and still so tomorrow. */
export function useViewChoice(): readonly [ViewChoice, (choice: ViewChoice) => void] {
  const [choice, setChoice] = useLocalStorage<string>({
    key: 'footbridge.data-view',
    defaultValue: 'table',
    getInitialValueInEffect: false,
  });
  return [isViewChoice(choice) ? choice : 'table', setChoice];
}
