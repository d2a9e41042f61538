import { schemaAt, titleOf, type JsonPath, type JsonSchema } from '../../../shared/index.ts';

/** What fields are called, each once: of a list's entries the list's name. */
export function titlesOf(
  paths: readonly JsonPath[],
  schema: JsonSchema | undefined,
): readonly string[] {
  const titles = paths.map((path) => {
    const named = path.slice(0, path.findLastIndex((part) => typeof part === 'string') + 1);
    return titleOf(schema && schemaAt(schema, named), String(named.at(-1) ?? ''));
  });
  return [...new Set(titles)].filter((title) => title !== '');
}
