/**
 * A picture of the flow on one plain canvas, which moves with the view.
 *
 * 1. While the view moves, the picture is only shifted and scaled: nothing is drawn, however many steps there are.
 * 2. It is drawn anew when the view has come to rest, and at once when its end would come into sight or when it is
 *    stretched too far.
 */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** Of the window. */
  readonly width: number;
  readonly height: number;
}

interface Views {
  now(): View;
  /** What comes back ends it. */
  follow(changed: () => void): () => void;
}

/** What is drawn beyond the window, as a share of it on each side. */
const beyond = 0.2;
const restMs = 120;
const stretchedAt = 1.6;

/** Draws at once and keeps the picture in its place; what comes back ends it. */
export function showMoving(
  element: HTMLCanvasElement,
  views: Views,
  draw: (context: CanvasRenderingContext2D, area: View, scale: number) => void,
): () => void {
  const context = element.getContext('2d');
  if (context === null) return () => undefined;
  let drawn = views.now();
  let resting: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  function drawNow(): void {
    frame = 0;
    clearTimeout(resting);
    drawn = views.now();
    const { width, height } = drawn;
    const left = Math.round(width * beyond);
    const top = Math.round(height * beyond);
    const area = {
      ...drawn,
      x: drawn.x + left,
      y: drawn.y + top,
      width: width + 2 * left,
      height: height + 2 * top,
    };
    const scale = Math.min(devicePixelRatio, 2);
    fit(element, area, scale);
    element.style.left = `${-left}px`;
    element.style.top = `${-top}px`;
    element.style.transformOrigin = `${left}px ${top}px`;
    element.style.transform = '';
    draw(context as CanvasRenderingContext2D, area, scale); // null was left above
  }

  function move(): void {
    const now = views.now();
    const stretch = now.zoom / drawn.zoom;
    const x = now.x - drawn.x * stretch;
    const y = now.y - drawn.y * stretch;
    element.style.transform = `translate(${x}px, ${y}px) scale(${stretch})`;
    clearTimeout(resting);
    if (isWorn(now, drawn, stretch, x, y)) frame ||= requestAnimationFrame(drawNow);
    else resting = setTimeout(drawNow, restMs);
  }

  drawNow();
  const stop = views.follow(move);
  return () => {
    stop();
    clearTimeout(resting);
    cancelAnimationFrame(frame);
  };
}

/** Stretched too far, made for another window, or its end is in sight. */
function isWorn(now: View, drawn: View, stretch: number, x: number, y: number): boolean {
  if (now.width !== drawn.width || now.height !== drawn.height) return true;
  if (stretch > stretchedAt || stretch < 1 / stretchedAt) return true;
  const left = now.width * beyond;
  const top = now.height * beyond;
  return (
    x - left * stretch > 0 ||
    y - top * stretch > 0 ||
    x + (now.width + left) * stretch < now.width ||
    y + (now.height + top) * stretch < now.height
  );
}

/** Gives the canvas its size; setting it clears it, so only when it changed. */
export function fit(
  element: HTMLCanvasElement,
  { width, height }: Pick<View, 'width' | 'height'>,
  scale: number,
): void {
  const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) };
  if (element.width === pixels.width && element.height === pixels.height) return;
  element.width = pixels.width;
  element.height = pixels.height;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}
