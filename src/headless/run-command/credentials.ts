/**
 * Where a flow's credentials come from on one machine: a file, else the environment.
 *
 * 1. A connection is found by its id, or by its name where only one has that name; the file goes before the environment.
 * 2. Nothing here quotes a value: what is said about a credential are its name, its fields and its file.
 */
import type { Catalog, CredentialType } from '../../catalog/index.ts';
import type { CredentialSlot, Flow } from '../../flow/index.ts';
import {
  isJsonObject,
  parseJson,
  wordsOf,
  type Json,
  type JsonObject,
} from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { CannotRun } from './cannot-run.ts';

/** A connection of the flow and what its form holds. */
export interface FilledSlot {
  readonly slot: CredentialSlot;
  readonly values: JsonObject;
}

interface Given {
  readonly file: JsonObject | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The content of a credentials file. Throws `CannotRun` without a word of what is in it. */
export function parseCredentials(text: string, file: string): JsonObject {
  const parsed = parseJson(text);
  if (parsed.ok && isJsonObject(parsed.value)) return parsed.value;
  const line = parsed.ok ? 0 : parsed.reason.line;
  throw new CannotRun(
    line === 0
      ? say('command-line.credentials-not-by-name', { file })
      : say('command-line.credentials-unreadable', { file, line }),
  );
}

/** Fills every connection that a step of the flow uses. Throws `CannotRun` that names all that are missing. */
export function fillSlots(flow: Flow, catalog: Catalog, given: Given): readonly FilledSlot[] {
  const used = new Set(
    flow.steps.filter(({ disabled }) => disabled !== true).map(({ credential }) => credential),
  );
  const missing: string[] = [];
  const filled: FilledSlot[] = [];
  for (const slot of flow.credentials.filter(({ id }) => used.has(id))) {
    const type = catalog.credentialType(slot.component, slot.type);
    const [name, found] = findFor(slot, flow, given);
    if (found === undefined)
      missing.push(
        say('command-line.credential-missing', {
          name,
          component: wordsOf(catalog.component(slot.component)?.title),
          variable: variableOf(name),
        }),
      );
    else filled.push({ slot, values: toForm(found, type, slot) });
  }
  if (missing.length > 0) throw new CannotRun(...missing);
  return filled;
}

/** By which name a connection is asked for, and what is given for it. */
function findFor(slot: CredentialSlot, flow: Flow, given: Given): [string, Json | undefined] {
  const isOnly = flow.credentials.filter(({ name }) => name === slot.name).length === 1;
  const names = isOnly && slot.name !== '' ? [slot.name, slot.id] : [slot.id];
  for (const name of names)
    if (given.file !== undefined && Object.hasOwn(given.file, name))
      return [name, given.file[name]];
  for (const name of names) {
    const value = given.environment[variableOf(name)];
    if (value !== undefined && value !== '') return [name, value];
  }
  return [names[0] ?? slot.id, undefined];
}

function variableOf(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return `FOOTBRIDGE_CREDENTIAL_${plain.toUpperCase()}`;
}

/** The form's values: an object of them, as JSON text where it comes from a variable, or the only one there is. */
function toForm(found: Json, type: CredentialType | undefined, slot: CredentialSlot): JsonObject {
  if (isJsonObject(found)) return found;
  const fields = Object.keys(type?.schema.properties ?? {});
  if (typeof found === 'string') {
    const parsed = found.trimStart().startsWith('{') ? parseJson(found) : undefined;
    if (parsed?.ok === true && isJsonObject(parsed.value)) return parsed.value;
    const [only, ...others] = fields;
    if (only !== undefined && others.length === 0) return { [only]: found };
  }
  throw new CannotRun(
    say('command-line.credential-fields', { name: slot.name, fields: fields.join(', ') }),
  );
}
