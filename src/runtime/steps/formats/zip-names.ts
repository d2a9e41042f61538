/** What holds for files that are packed and for those that are unpacked. */
import type { JsonPath } from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';

export const mostFiles = 1_000;
/** All files together, unpacked, where they are in a message. */
export const mostBytes = 10_000_000;

/** A name that could lead out of the folder that the files are put into. */
export function isTrick(name: string): boolean {
  return (
    /^[/\\]|^[A-Za-z]:|[\\\p{Cc}]/u.test(name) ||
    name.length > 1_000 ||
    name.split('/').some((part) => part === '..' || part === '.' || part === '__proto__')
  );
}

export function tooMany(path: JsonPath): Failure {
  return refusedAt('steps.zip-too-many', path, { count: mostFiles });
}

export function tooLarge(path: JsonPath, bytes = mostBytes): Failure {
  return refusedAt('steps.zip-too-large', path, { megabytes: bytes / 1_000_000 });
}
