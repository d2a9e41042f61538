import { failure, success, type JsonObject, type Result } from '../../shared/index.ts';

/** One step of the format's history: what a document of version `from` becomes in the next version. */
export interface Migration {
  readonly from: number;
  /** What changed, in a few words: "credentials-become-slots". */
  readonly name: string;
  change(document: JsonObject): JsonObject;
}

/** Every change of the format so far, oldest first. Each has a before/after test. Version 1 is the first. */
export const migrations: readonly Migration[] = [];

/** Brings a document from its version to `target`, one version after another; refused when a version is missing. */
export function migrate(
  document: JsonObject,
  from: number,
  target: number,
  chain: readonly Migration[] = migrations,
): Result<JsonObject, 'too-old'> {
  let here = document;
  for (let version = from; version < target; version++) {
    const next = chain.find((migration) => migration.from === version);
    if (next === undefined) return failure('too-old');
    here = { ...next.change(here), formatVersion: version + 1 };
  }
  return success(here);
}
