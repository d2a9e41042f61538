import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useView, useWorkbench } from '../state/workbench.ts';

/**
 * Whether the palette shows names, and the way to change that. Where a step that is open leaves the canvas little room, it
 * shows icons until the person asks for names, or is about to choose what comes next.
 */
export function useFolding(): { readonly open: boolean; readonly toggle: () => void } {
  const { view } = useWorkbench();
  const isTight = useMediaQuery('(max-width: 1099.98px)', false, {
    getInitialValueInEffect: false,
  });
  const isBesideStep = useView(
    ({ selectedStep, insertAt }) => isTight && selectedStep !== undefined && insertAt === undefined,
  );
  const wanted = useView((state) => state.paletteOpen);
  const [isAsked, setAsked] = useState(false);
  if (isAsked && !isBesideStep) setAsked(false);
  const open = wanted && (!isBesideStep || isAsked);
  return {
    open,
    toggle() {
      setAsked(isBesideStep && !open);
      view.setState({ paletteOpen: isBesideStep ? true : !open });
    },
  };
}
