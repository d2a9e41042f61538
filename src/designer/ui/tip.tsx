import type { TooltipProps } from '@mantine/core';
import {
  cloneElement,
  lazy,
  Suspense,
  useState,
  type PointerEvent,
  type PointerEventHandler,
  type ReactElement,
} from 'react';

const ShownTip = lazy(() =>
  import('./shown-tip.tsx').then(({ ShownTip }) => ({ default: ShownTip })),
);

interface TipProps extends Omit<TooltipProps, 'children' | 'target'> {
  readonly children: ReactElement<{ onPointerEnter?: PointerEventHandler<HTMLElement> }>;
}

/**
 * A word about a control of the first view, shown while the mouse rests on it. The kit's tooltip is loaded and made
 * when the mouse first comes: one for each control would be a sixth of the time until the page can be used.
 */
export function Tip({ children, ...tip }: TipProps) {
  const [target, setTarget] = useState<HTMLElement>();
  function onPointerEnter({ pointerType, currentTarget }: PointerEvent<HTMLElement>) {
    if (pointerType === 'mouse') setTarget(currentTarget);
  }
  return (
    <>
      {cloneElement(children, { onPointerEnter })}
      {target !== undefined && (
        <Suspense>
          <ShownTip {...tip} target={target} />
        </Suspense>
      )}
    </>
  );
}
