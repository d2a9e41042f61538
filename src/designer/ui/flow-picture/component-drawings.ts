/**
 * The drawings of components, as symbols that can be put into a picture. All of them are one document of the server, which
 * holds shapes only (`headless/drawing-sheet.ts`); the browser reads it as a document: no text of it becomes markup here.
 */
import { drawingsPath } from '../component-icon.tsx';

let asked: Promise<void> | undefined;
let sheet: Document | undefined;

/** Fetches the drawings once. Where they do not come, there are none until it is asked again. */
export function loadDrawings(): Promise<void> {
  asked ??= fetchSheet().then((found) => {
    sheet = found;
    if (found === undefined) asked = undefined;
  });
  return asked;
}

/** A drawing that is here, in one colour. */
export function drawingSymbol(component: string, id: string, colour: string): Element | undefined {
  const drawing = sheet?.getElementById(component);
  if (drawing === undefined || drawing === null) return undefined;
  const symbol = document.importNode(drawing, true);
  symbol.setAttribute('id', id);
  if (!symbol.hasAttribute('fill')) symbol.setAttribute('fill', colour);
  for (const part of [symbol, ...symbol.querySelectorAll('*')])
    for (const { name, value } of [...part.attributes])
      if (value === 'currentColor') part.setAttribute(name, colour);
  return symbol;
}

function fetchSheet(): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', drawingsPath);
    request.responseType = 'document';
    request.overrideMimeType('image/svg+xml');
    request.onloadend = () => {
      const found = request.status === 200 ? request.responseXML : null;
      resolve(found?.documentElement.localName === 'svg' ? found : undefined);
    };
    request.send();
  });
}
