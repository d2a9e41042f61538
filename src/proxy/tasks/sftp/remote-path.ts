import { posix } from 'node:path';
import { RefusedError } from '../../refusal.ts';

/** A path on the file server as it was said, made plain; empty is where the server puts the user. Refuses what no server can mean. */
export function remotePath(said: string): string {
  const text = said.trim();
  if (text.includes('\0') || text.length > 4_000)
    throw new RefusedError('proxy.file-path-not-usable');
  return text === '' ? '.' : posix.normalize(text);
}

export const inFolder = (folder: string, name: string): string =>
  folder === '.' ? name : posix.join(folder, name);

export const nameOf = (path: string): string => posix.basename(path);
export const folderOf = (path: string): string => posix.dirname(path);

/** `report.csv` -> `report (2).csv`. */
export function numbered(path: string, number: number): string {
  const { dir, name, ext } = posix.parse(path);
  return posix.join(dir, `${name} (${number})${ext}`);
}

/** Whether a name fits `*.csv`, `order-??.xml`; an empty pattern fits every name. Linear: no backtracking pattern is made of it. */
export function fitsPattern(name: string, pattern: string): boolean {
  const wanted = pattern.trim().toLowerCase();
  const has = name.toLowerCase();
  if (wanted === '') return true;
  let at = 0;
  let want = 0;
  let star = -1;
  let resume = 0;
  while (at < has.length) {
    if (want < wanted.length && (wanted[want] === '?' || wanted[want] === has[at])) {
      at += 1;
      want += 1;
    } else if (wanted[want] === '*') {
      star = want;
      resume = at;
      want += 1;
    } else if (star >= 0) {
      want = star + 1;
      resume += 1;
      at = resume;
    } else return false;
  }
  while (wanted[want] === '*') want += 1;
  return want === wanted.length;
}
