interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PngSize extends Size {
  /** What became of the wish: less, where no browser draws a picture that large. */
  readonly scale: number;
  readonly isSmaller: boolean;
}

const longestSide = 16_384;
const mostPixels = 64_000_000;

/** How large a PNG will be that was wished `scale` times as large as the flow is on screen. */
export function pngSize({ width, height }: Size, scale: number): PngSize {
  const possible = Math.min(
    scale,
    longestSide / width,
    longestSide / height,
    Math.sqrt(mostPixels / (width * height)),
  );
  return {
    width: Math.max(1, Math.floor(width * possible)),
    height: Math.max(1, Math.floor(height * possible)),
    scale: possible,
    isSmaller: possible < scale,
  };
}

export function svgText(svg: SVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/** Draws the SVG into a PNG; undefined where the browser cannot. */
export async function toPng(svg: string, { width, height }: Size): Promise<Blob | undefined> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (context === null) return undefined;
    context.drawImage(image, 0, 0, width, height);
    return (
      (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))) ??
      undefined
    );
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
