import type { CSSProperties } from 'react';
import { useWorkbench } from '../state/workbench.ts';
import css from './component-icon.module.css';

/** Every component's drawing, a symbol under its id: one document to the browser, however many are shown. */
export const drawingsPath = '/api/catalog/drawings.svg';

interface ComponentIconProps {
  /** A component's id. */
  readonly component: string;
  /** The tile's side in pixels: 28 on the canvas, 14 in a pill. */
  readonly size?: number;
  /** Without the soft tile behind it. */
  readonly bare?: boolean;
}

/** A component's drawing in its own hue; always beside the component's name, so it is hidden from screen readers. */
export function ComponentIcon({ component, size = 28, bare = false }: ComponentIconProps) {
  const { catalog } = useWorkbench();
  const hue = catalog.summary(component)?.hue ?? 210;
  const style = { '--hue': hue, '--side': `${size}px` } as CSSProperties; // custom properties are not in React's type
  return (
    <svg aria-hidden className={bare ? css.bare : css.tile} style={style}>
      <use href={`${drawingsPath}#${component}`} />
    </svg>
  );
}
