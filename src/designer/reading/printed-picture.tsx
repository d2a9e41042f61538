import { useLayoutEffect, useRef } from 'react';
import type { Flow } from '../../flow/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { readColours } from '../ui/flow-picture/colours.ts';
import { drawPicture } from '../ui/flow-picture/draw-picture.ts';
import { pictureOf } from '../ui/flow-picture/picture-of.ts';
import css from './reading.module.css';

/** The flow as it stands on the canvas; the sentences below tell the same. */
export function PrintedPicture({ flow }: { readonly flow: Flow }) {
  const { catalog } = useWorkbench();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const look = { colours: readColours('light'), isTransparent: true };
    place.current?.replaceChildren(drawPicture(pictureOf(flow, catalog), look));
  }, [flow, catalog]);
  return <div ref={place} className={css.picture} />;
}
