import type { Component } from '../../catalog/index.ts';
import { drawingSymbol, loadDrawings } from '../ui/flow-picture/component-drawings.ts';

const side = 56;
const known = new Map<string, HTMLImageElement | undefined>();

/** A component's drawing in its hue, as a picture; undefined until it is loaded, then `onLoad` is called. */
export function tintedIcon(
  component: Component,
  colour: string,
  onLoad: () => void,
): HTMLImageElement | undefined {
  const key = `${component.id} ${colour}`;
  if (known.has(key)) return known.get(key);
  known.set(key, undefined);
  void loadDrawings().then(() => {
    const symbol = drawingSymbol(component.id, 'drawing', colour);
    if (symbol === undefined) {
      known.delete(key); // asked for again when it is drawn again
      return;
    }
    const image = new Image(side, side);
    image.onload = () => {
      known.set(key, image);
      onLoad();
    };
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(side)}" height="${String(side)}">${new XMLSerializer().serializeToString(symbol)}<use href="#drawing"/></svg>`;
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  });
  return undefined;
}
