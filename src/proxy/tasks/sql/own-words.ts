import { inOwnWords, type JsonSchema, type WordParams } from '../../../shared/index.ts';

/** A title that no database has: `name` is a sentence of `shapes` in `words/`. */
export function ownTitle(name: string, params: WordParams = {}): JsonSchema {
  return inOwnWords({ title: { code: `shapes.${name}`, params } });
}

export function ownDescription(name: string): JsonSchema {
  return inOwnWords({ description: { code: `shapes.${name}`, params: {} } });
}
