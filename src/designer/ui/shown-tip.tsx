import { Tooltip, type TooltipProps } from '@mantine/core';
import { useEffect, useState } from 'react';

interface ShownTipProps extends Omit<TooltipProps, 'children' | 'target' | 'opened'> {
  readonly target: HTMLElement;
}

/** The kit's tooltip of an element that the mouse has come to. The kit itself would wait for the next time. */
export function ShownTip({ target, openDelay = 400, ...tip }: ShownTipProps) {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      timer = setTimeout(() => setOpened(true), openDelay);
    };
    const hide = () => {
      clearTimeout(timer);
      setOpened(false);
    };
    if (target.matches(':hover')) show();
    target.addEventListener('mouseenter', show, { signal });
    target.addEventListener('mouseleave', hide, { signal });
    target.addEventListener('pointerdown', hide, { signal });
    document.addEventListener('keydown', hide, { signal });
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [target, openDelay]);
  return <Tooltip {...tip} target={target} opened={opened} />;
}
