import { useEffect, useRef } from 'react';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import type { MappingDesk } from '../mapping-desk.ts';
import type { RegionFocus } from './use-regions.ts';

/** The keys of the mapping (`effects/commands/gestures.ts` names them), wherever the focus is while the mapping is shown. */
export function useMappingKeys(
  desk: Pick<MappingDesk, 'goToProblem' | 'goToUnmapped'>,
  regions: RegionFocus,
  onTest: () => void,
): void {
  const { toasts } = useWorkbench();
  const act = useRef<(event: KeyboardEvent) => boolean>(() => false);
  act.current = (event) => {
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'F6' && !mod) regions.go(event.shiftKey ? -1 : 1);
    else if (event.key === 'F8' && !mod) {
      if (desk.goToProblem(event.shiftKey ? -1 : 1) === 0)
        toasts.show({ text: say('mapper.no-problems') });
    } else if (event.key.toLowerCase() === 'm' && mod && !event.shiftKey && !event.altKey) {
      if (desk.goToUnmapped() === 0) toasts.show({ text: say('mapper.no-unmapped') });
    } else if (event.key === 'Enter' && mod) onTest();
    else return false;
    return true;
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog or a menu in front has the keys.
      const isInFront =
        event.target instanceof Element &&
        event.target.closest('[role="dialog"], [role="menu"]') !== null;
      if (!event.defaultPrevented && !isInFront && act.current(event)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
