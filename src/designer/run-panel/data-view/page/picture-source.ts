const dataAddress = /^data:image\/(?:png|jpe?g|gif|webp|svg\+xml)(?:;[\w=-]+)*,/i;
/** How files of a kind begin in base64. */
const beginnings = [
  ['iVBORw0KGgo', 'png'],
  ['/9j/', 'jpeg'],
  ['R0lGOD', 'gif'],
  ['UklGR', 'webp'],
] as const;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
const shortestBase64 = 40;
const longestSvg = 1_000_000;
const svg = /^\s*(?:<\?xml[^>]{0,200}>\s*)?<svg[\s>]/i;

/**
 * The address of a picture that a text holds; undefined where it holds none. An SVG is only ever a picture: in an
 * image it runs nothing and loads nothing.
 */
export function pictureSource(text: string): string | undefined {
  if (dataAddress.test(text)) return text;
  if (text.length <= longestSvg && svg.test(text))
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(wellFormed(text))}`;
  const kind = beginnings.find(([beginning]) => text.startsWith(beginning))?.[1];
  if (kind === undefined || text.length < shortestBase64 || !base64.test(text)) return undefined;
  return `data:image/${kind};base64,${text}`;
}

/** Half of a character pair cannot be written into an address. */
function wellFormed(text: string): string {
  return text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );
}
