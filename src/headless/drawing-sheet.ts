import { SaxesParser } from 'saxes';

/** What a drawing may be made of: shapes that stay where they are, and load and run nothing. */
const shapes = new Set(['g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']);
const features = new Set(
  [
    'd points transform opacity fill fill-rule clip-rule stroke stroke-width stroke-linecap stroke-linejoin',
    'x y x1 y1 x2 y2 cx cy r rx ry width height',
  ].flatMap((names) => names.split(' ')),
);
/** What tells about a drawing and draws nothing: left out with all that is in it. */
const words = new Set(['title', 'desc', 'metadata']);
/** Of the drawing itself; how large it is shown is not its own affair. */
const rootFeatures = new Set([...features].filter((name) => !/^(x|y|width|height)$/.test(name)));

/**
 * Drawings (SVG sources by component id) as one document, each a symbol with the component's id: a browser reads one
 * document for all of them. Throws an error that says which drawing cannot be used, and why.
 */
export function drawingSheet(drawings: ReadonlyMap<string, string>): string {
  const symbols = [...drawings].map(([id, source]) => symbolOf(id, source));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

function symbolOf(id: string, source: string): string {
  const parts: string[] = [];
  let depth = 0;
  let unseen = 0;
  const refuse = (why: string): never => {
    throw new Error(`The drawing of ${id} (icon.svg) cannot be used: ${why}.`);
  };
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => refuse(message));
  parser.on('doctype', () => refuse('it has a DOCTYPE'));
  parser.on('opentag', ({ name, attributes }) => {
    if (unseen > 0 || words.has(name)) {
      unseen++;
      return;
    }
    const isRoot = depth++ === 0;
    if (isRoot ? name !== 'svg' : !shapes.has(name)) refuse(`it has a <${name}>`);
    const own = isRoot
      ? `<symbol id="${escaped(id)}" viewBox="${escaped(attributes['viewBox'] ?? '0 0 24 24')}"`
      : `<${name}`;
    const kept = Object.entries(attributes).filter(([feature]) =>
      (isRoot ? rootFeatures : features).has(feature),
    );
    for (const [feature, value] of kept)
      if (value.includes('(') && feature !== 'transform') refuse(`its ${feature} is “${value}”`);
    parts.push(own, ...kept.map(([feature, value]) => ` ${feature}="${escaped(value)}"`), '>');
  });
  parser.on('closetag', ({ name }) => {
    if (unseen > 0) {
      unseen--;
      return;
    }
    parts.push(--depth === 0 ? '</symbol>' : `</${name}>`);
  });
  parser.write(source).close();
  if (parts.length === 0) refuse('it is empty');
  return parts.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
