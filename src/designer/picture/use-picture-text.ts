import { useEffect, useState } from 'react';
import type { Flow } from '../../flow/index.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import { readColours, type Scheme } from '../ui/flow-picture/colours.ts';
import { loadDrawings } from '../ui/flow-picture/component-drawings.ts';
import { drawPicture } from '../ui/flow-picture/draw-picture.ts';
import { pictureOf } from '../ui/flow-picture/picture-of.ts';
import { svgText } from './picture-file.ts';

interface PictureText {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

interface Wishes {
  readonly only: ReadonlySet<string> | undefined;
  readonly scheme: Scheme;
  readonly isTransparent: boolean;
}

/** The SVG of the flow, drawn once the drawings of its components are here; the last one until then. */
export function usePictureText(
  flow: Flow,
  { only, scheme, isTransparent }: Wishes,
): PictureText | undefined {
  const { catalog } = useWorkbench();
  const openGroups = useView((state) => state.openGroups);
  const [drawn, setDrawn] = useState<PictureText>();
  useEffect(() => {
    let isCurrent = true;
    const picture = pictureOf(flow, catalog, { only, openGroups });
    void loadDrawings().then(() => {
      if (!isCurrent) return;
      const svg = drawPicture(picture, { colours: readColours(scheme), isTransparent });
      setDrawn({ text: svgText(svg), width: picture.width, height: picture.height });
    });
    return () => {
      isCurrent = false;
    };
  }, [flow, catalog, only, openGroups, scheme, isTransparent]);
  return drawn;
}
