/**
 * The drawings of components as shapes that can be put into a picture.
 *
 * 1. They are read as a document by the browser: no text of theirs becomes markup of the page.
 * 2. Only shapes are taken over, with what says where they are: a picture holds nothing that runs or loads.
 */
const shapes = new Set(['g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']);
const features = new Set(
  [
    'd points transform opacity fill fill-rule clip-rule stroke stroke-width stroke-linecap stroke-linejoin',
    'x y x1 y1 x2 y2 cx cy r rx ry width height',
  ].flatMap((names) => names.split(' ')),
);

const known = new Map<string, Promise<Element | undefined>>();
const loaded = new Map<string, Element | undefined>();

/** Fetches the drawings that are not here yet. One that does not come is left out. */
export async function loadDrawings(components: Iterable<string>): Promise<void> {
  await Promise.all(
    [...new Set(components)].map((component) => {
      let drawing = known.get(component);
      if (drawing === undefined) {
        drawing = fetchDrawing(component).then((found) => {
          loaded.set(component, found);
          return found;
        });
        known.set(component, drawing);
      }
      return drawing;
    }),
  );
}

/** A drawing that is here, in one colour, as a symbol of a picture. */
export function drawingSymbol(component: string, id: string, colour: string): Element | undefined {
  const drawing = loaded.get(component);
  if (drawing === undefined) return undefined;
  const symbol = document.createElementNS(drawing.namespaceURI, 'symbol');
  symbol.setAttribute('id', id);
  symbol.setAttribute('viewBox', drawing.getAttribute('viewBox') ?? '0 0 24 24');
  const group = takenOver(drawing, 'g', colour);
  if (!group.hasAttribute('fill')) group.setAttribute('fill', colour);
  // How large it is, is its own affair.
  for (const name of ['width', 'height', 'x', 'y']) group.removeAttribute(name);
  symbol.append(group);
  return symbol;
}

function takenOver(from: Element, name: string, colour: string): Element {
  const to = document.createElementNS(from.namespaceURI, name);
  for (const { name: feature, value } of from.attributes)
    if (features.has(feature)) to.setAttribute(feature, value === 'currentColor' ? colour : value);
  for (const child of from.children)
    if (shapes.has(child.localName)) to.append(takenOver(child, child.localName, colour));
  return to;
}

function fetchDrawing(component: string): Promise<Element | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', `/api/catalog/${encodeURIComponent(component)}/icon.svg`);
    request.responseType = 'document';
    request.overrideMimeType('image/svg+xml');
    request.onloadend = () => {
      const root = request.status === 200 ? request.responseXML?.documentElement : undefined;
      resolve(root?.localName === 'svg' ? root : undefined);
    };
    request.send();
  });
}
