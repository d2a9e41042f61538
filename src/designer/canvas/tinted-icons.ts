import type { Component } from '../../catalog/index.ts';

const side = 56;
const known = new Map<string, HTMLCanvasElement | undefined>();

/** A component's drawing in its hue, as a picture; undefined until it is loaded, then `onLoad` is called. */
export function tintedIcon(
  component: Component,
  colour: string,
  onLoad: () => void,
): HTMLCanvasElement | undefined {
  const key = `${component.id} ${colour}`;
  if (known.has(key)) return known.get(key);
  known.set(key, undefined);
  const image = new Image(side, side);
  image.onload = () => {
    const picture = document.createElement('canvas');
    picture.width = side;
    picture.height = side;
    const context = picture.getContext('2d');
    if (context === null) return;
    context.drawImage(image, 0, 0, side, side);
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = colour;
    context.fillRect(0, 0, side, side);
    known.set(key, picture);
    onLoad();
  };
  image.src = `/api/catalog/${encodeURIComponent(component.id)}/icon.svg`;
  return undefined;
}
