/** What the reference of a branch says about it: for whoever writes the branch out where the reference is not kept. */
import type { JsonSchema } from '../json-schema.ts';
import { fixed, meaningOf } from './deciding.ts';
import { atPointer, nameOfPointer } from './pointer.ts';
import { humanise } from './titles.ts';

/** What the description calls the branch: its title, else that of what it refers to, else the name of that. */
export function branchTitle(written: JsonSchema, root: JsonSchema): string | undefined {
  const target = typeof written.$ref === 'string' ? atPointer(root, written.$ref) : undefined;
  for (const named of [written, target]) {
    const title = named?.title;
    if (typeof title === 'string' && title.trim() !== '') return title.trim();
  }
  return typeof written.$ref === 'string' && target !== undefined
    ? humanise(nameOfPointer(written.$ref))
    : undefined;
}

/** A branch of a union, written out, with its name and the value that means it, where only its reference said them. */
export function withBranchWords(
  writtenOut: JsonSchema,
  written: JsonSchema,
  { discriminator }: JsonSchema,
  root: JsonSchema,
): JsonSchema {
  if (written.$ref === undefined) return writtenOut;
  const title = branchTitle(written, root);
  const named = title === undefined ? writtenOut : { ...writtenOut, title };
  const field: unknown = discriminator?.propertyName;
  if (typeof field !== 'string' || named.properties === undefined) return named;
  const values = meaningOf({ leaf: { written, discriminator }, schema: named }, field, named);
  return values.length === 0
    ? named
    : fixed(named, { name: field, values: [], isNeeded: true }, values);
}
