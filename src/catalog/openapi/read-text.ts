/**
 * The text of a description as data: JSON, or YAML where it is none.
 *
 * 1. Its size is looked at before it is read. YAML takes many times as long as JSON, so less of it is read.
 * 2. YAML's aliases may not multiply (`maxAliasCount`); a key that stands twice is a mistake there, with its line. In JSON the
 *    last one counts, as everywhere.
 * 3. What lies deeper inside each other than any description needs is refused, as is what lies inside itself: what walks over
 *    it may call itself. YAML's reader does, so such a text is told from its signs before it is read.
 */
import {
  failure,
  isJsonObject,
  success,
  type Json,
  type JsonObject,
  type Result,
} from '../../shared/index.ts';
import { openApiProblem, type OpenApiProblem } from './problem.ts';

export const longestJson = 32_000_000;
export const longestYaml = 8_000_000;
const deepest = 200;
const mostAliases = 5_000;
/** A text in words may have brackets without their end, so more of them are borne. */
const mostBrackets = 2_000;

export async function readText(text: string): Promise<Result<JsonObject, OpenApiProblem>> {
  const source = text.replace(/^\uFEFF/, '');
  if (source.length > longestJson) return failure(tooLarge(longestJson));
  const start = source.slice(0, 1000).trimStart();
  if (start.startsWith('<')) return failure(openApiProblem('openapi-page'));
  // A YAML text may begin with a brace as well.
  const isJson = /^[{[]\s*["{}\]]/.test(start);
  const whole = isJson ? readJson(source) : await readYaml(source);
  if (!whole.ok) return whole;
  if (!isJsonObject(whole.value)) return failure(openApiProblem('openapi-not-one'));
  return isTooDeep(whole.value)
    ? failure(openApiProblem('openapi-too-deep', { limit: deepest }))
    : success(whole.value);
}

function tooLarge(signs: number): OpenApiProblem {
  return openApiProblem('openapi-too-large', { megabytes: Math.round(signs / 1_000_000) });
}

function readJson(source: string): Result<Json, OpenApiProblem> {
  try {
    return success(JSON.parse(source) as Json);
  } catch (cause) {
    const at = /position (\d+)/.exec(messageOf(cause))?.[1];
    const line = at === undefined ? 1 : source.slice(0, Number(at)).split('\n').length;
    return failure(openApiProblem('openapi-syntax', { line, format: 'JSON' }));
  }
}

async function readYaml(source: string): Promise<Result<Json, OpenApiProblem>> {
  if (source.length > longestYaml) return failure(tooLarge(longestYaml));
  const tooDeep = openApiProblem('openapi-too-deep', { limit: deepest });
  if (looksTooDeep(source)) return failure(tooDeep);
  const { LineCounter, parseDocument, visit } = await import('yaml');
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(source, {
      lineCounter,
      logLevel: 'silent',
      prettyErrors: false,
      schema: 'core',
      merge: true,
    });
    const [error] = document.errors;
    if (error !== undefined) {
      const { line } = lineCounter.linePos(error.pos[0]);
      return failure(openApiProblem('openapi-syntax', { line, format: 'YAML' }));
    }
    let isInItself = false;
    visit(document, {
      Alias(_key, alias, path) {
        const meant = alias.resolve(document);
        if (meant === undefined || !path.includes(meant)) return undefined;
        isInItself = true;
        return visit.BREAK;
      },
    });
    if (isInItself) return failure(openApiProblem('openapi-aliases'));
    return success(document.toJS({ maxAliasCount: mostAliases }) as Json);
  } catch (cause) {
    if (cause instanceof ReferenceError) return failure(openApiProblem('openapi-aliases'));
    // The reader calls itself for what lies inside something, until the platform ends it.
    if (cause instanceof RangeError) return failure(tooDeep);
    throw cause;
  }
}

/** Brackets and list marks inside each other, as far as signs tell. */
function looksTooDeep(source: string): boolean {
  if (/(?:[-?] ){200}/.test(source)) return true;
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charCodeAt(at);
    if (sign === 0x5b || sign === 0x7b) depth += 1;
    else if ((sign === 0x5d || sign === 0x7d) && depth > 0) depth -= 1;
    if (depth > mostBrackets) return true;
  }
  return false;
}

/** Level by level, each thing once: a shared part is no second one. */
function isTooDeep(whole: Json): boolean {
  const seen = new Set<object>();
  let level: readonly Json[] = [whole];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    const next: Json[] = [];
    for (const node of level) {
      if (typeof node !== 'object' || node === null || seen.has(node)) continue;
      seen.add(node);
      for (const part of Object.values(node) as readonly Json[])
        if (typeof part === 'object' && part !== null) next.push(part);
    }
    level = next;
  }
  return false;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
