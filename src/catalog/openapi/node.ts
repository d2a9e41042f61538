/** Parts of a description, which anybody may have written: each is looked at before it is believed. */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../shared/index.ts';

/** What stands under a name of its own; never what a prototype has. */
export function partOf(node: Json | undefined, name: string): Json | undefined {
  return isJsonObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;
}

export function objectIn(node: Json | undefined, name: string): JsonObject | undefined {
  const part = partOf(node, name);
  return isJsonObject(part) ? part : undefined;
}

export function listIn(node: Json | undefined, name: string): readonly Json[] {
  const part = partOf(node, name);
  return isJsonList(part) ? part : [];
}

export function textIn(node: Json | undefined, name: string): string | undefined {
  const part = partOf(node, name);
  return typeof part === 'string' && part.trim() !== '' ? part.trim() : undefined;
}

export function textsIn(node: Json | undefined, name: string): readonly string[] {
  return listIn(node, name).filter((entry) => typeof entry === 'string');
}

/** Named parts, without the name that would reach a prototype. */
export function entriesIn(node: Json | undefined): readonly (readonly [string, Json])[] {
  return isJsonObject(node) ? Object.entries(node).filter(([name]) => name !== '__proto__') : [];
}
