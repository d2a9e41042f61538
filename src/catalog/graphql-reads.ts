/**
 * Whether a text in GraphQL (October 2021, section 2) only asks: it holds queries and fragments and nothing else. What
 * cannot be read does not only ask. Page and proxy both look, so that neither has to believe the other.
 */
import { isJsonObject, parseJson, writeJson } from '../shared/index.ts';

const asks: ReadonlySet<string> = new Set(['query', 'fragment']);
const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };
/** Comments, block texts, texts, names, brackets, other signs; nothing else may stand in such a text. */
const token =
  /#[^\n\r]*|"""(?:\\"""|[^"]|"(?!""))*"""|"(?:\\.|[^"\\\n\r])*"|[A-Za-z_]\w*|[{}()[\]]|[\s,\ufeff$!:=@|&.\-+\d]/gy;

export function onlyAsks(text: string): boolean {
  const open: string[] = [];
  let isBegun = false;
  let definitions = 0;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text)?.[0];
    if (found === undefined) return false;
    if (/^[#\s,\ufeff]/.test(found)) continue;
    if (!isBegun) {
      if (found !== '{' && !asks.has(found)) return false;
      isBegun = true;
      definitions++;
    }
    const close = Object.hasOwn(closing, found) ? closing[found] : undefined;
    if (close !== undefined) open.push(close);
    else if (/^[)}\]]$/.test(found)) {
      if (open.pop() !== found) return false;
      if (open.length === 0 && found === '}') isBegun = false;
    }
  }
  return definitions > 0 && !isBegun && open.length === 0;
}

/**
 * Whether a request's body, as it is written, only asks: a query and its variables, and nothing by which a service could
 * be told to do something else.
 */
export function bodyOnlyAsks(text: string): boolean {
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) return false;
  const { query, ...others } = parsed.value;
  const isAlone = Object.keys(others).every((name) => name === 'variables');
  // A name that stands twice is read one way here and another way there.
  return (
    typeof query === 'string' && isAlone && writeJson(parsed.value) === text && onlyAsks(query)
  );
}
