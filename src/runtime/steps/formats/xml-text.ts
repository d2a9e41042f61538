/** Data as XML, the other way round from `xml-elements.ts`. What is no name or no sign of XML is refused, with its place. */
import {
  failure,
  isJsonList,
  isJsonObject,
  success,
  type Json,
  type JsonPath,
  type Result,
} from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';

const deepest = 200;
// https://www.w3.org/TR/xml/#NT-Name
const elementName =
  // eslint-disable-next-line no-misleading-character-class -- the specification lists joiners and combining signs one by one
  /^[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD][-.0-9\u00B7\u0300-\u036F\u203F\u2040:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]*$/;
// eslint-disable-next-line no-control-regex -- these very signs cannot stand in XML, not even escaped
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

class Refusal extends Error {
  readonly failure: Failure;
  constructor(code: `steps.${string}`, path: JsonPath, params = {}) {
    super(code);
    this.failure = refusedAt(code, path, params);
  }
}

/** One element with everything inside. Without a name for it, the data's only field is the outermost element. */
export function writeElements(data: Json, root: string | undefined): Result<string, Failure> {
  try {
    if (root !== undefined) return success(element(root, data, ['data'], 0));
    const [only, ...more] = isJsonObject(data) ? Object.entries(data) : [];
    if (only === undefined || more.length > 0 || isJsonList(only[1]))
      throw new Refusal('steps.xml-root', ['data']);
    return success(element(only[0], only[1], ['data', only[0]], 0));
  } catch (cause) {
    if (cause instanceof Refusal) return failure(cause.failure);
    throw cause;
  }
}

function element(name: string, value: Json, path: JsonPath, depth: number): string {
  if (!elementName.test(name)) throw new Refusal('steps.xml-name', path, { name });
  if (depth > deepest) throw new Refusal('steps.data-too-deep', path, { limit: deepest });
  if (isJsonList(value)) throw new Refusal('steps.xml-list-in-list', path);
  if (!isJsonObject(value)) return wrapped(name, '', textOf(value, path));
  let attributes = '';
  let inside = '';
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, key];
    if (key === '#text') inside += textOf(inner, at);
    else if (key.startsWith('@')) attributes += attribute(key.slice(1), inner, at);
    else if (isJsonList(inner))
      inner.forEach((entry, position) => {
        inside += element(key, entry, [...at, position], depth + 1);
      });
    else inside += element(key, inner, at, depth + 1);
  }
  return wrapped(name, attributes, inside);
}

function wrapped(name: string, attributes: string, inside: string): string {
  return inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;
}

/** An attribute without a value is left out. */
function attribute(name: string, value: Json, path: JsonPath): string {
  if (!elementName.test(name)) throw new Refusal('steps.xml-name', path, { name });
  if (value === null) return '';
  const text = textOf(value, path)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
  return ` ${name}="${text}"`;
}

function textOf(value: Json, path: JsonPath): string {
  if (value === null) return '';
  if (typeof value === 'object') throw new Refusal('steps.not-a-text', path);
  const text = String(value);
  if (notInXml.test(text)) throw new Refusal('steps.xml-sign', path);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
