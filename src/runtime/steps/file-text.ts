/** The text of a file that its host keeps, piece by piece: it is never here as a whole. */
import {
  failure,
  fileGone,
  isAttachment,
  isJsonObject,
  piecesOf,
  success,
  type Json,
  type JsonPath,
  type KeptFiles,
  type Result,
} from '../../shared/index.ts';
import { type Failure, refusedAt } from '../failure.ts';

export interface GivenFile {
  readonly name: string;
  /** As whoever gave it calls it: `image/png`. */
  readonly type: string | undefined;
  readonly bytes: Blob;
}

/** The file in a field; why not, where there is none, it is an example only, or it is not kept any more. */
export async function givenFile(
  fields: Json,
  field: string,
  files: KeptFiles,
): Promise<Result<GivenFile, Failure>> {
  const value = isJsonObject(fields) && Object.hasOwn(fields, field) ? fields[field] : undefined;
  return fileAt(value, [field], files);
}

/** The same for a value that was taken out of its field. */
export async function fileAt(
  value: Json | undefined,
  path: JsonPath,
  files: KeptFiles,
): Promise<Result<GivenFile, Failure>> {
  if (value === undefined || value === null) return failure(refusedAt('steps.file-missing', path));
  if (!isJsonObject(value)) return failure(refusedAt('steps.not-a-file', path));
  if (!isAttachment(value)) return failure(refusedAt('steps.file-only-example', path));
  const { name, type } = value;
  const bytes = await files.find(value.$attachment);
  if (bytes === undefined) {
    const { code, params } = fileGone(name);
    return failure(refusedAt(code, path, params));
  }
  return success({ name, type: typeof type === 'string' ? type : undefined, bytes });
}

/** How letters are stored (a name of the Encoding Standard), by what a setting says of it. */
export function lettersSaid(letters: Json | undefined): string {
  return letters === 'windows' ? 'windows-1252' : 'utf-8';
}

/** So much is read at a time: longer texts would be kept until memory is short, and with each all that was cut out of it. */
const pieceSigns = 64 * 1024;

/** Undefined: from here on it is no text of that kind. The last piece is empty only where all of it is. */
export async function* textPieces(
  { bytes }: Pick<GivenFile, 'bytes'>,
  letters = 'utf-8',
): AsyncGenerator<{ readonly text: string; readonly isLast: boolean } | undefined, void> {
  let text = '';
  try {
    const decoder = new TextDecoder(letters, { fatal: true });
    for await (const piece of piecesOf(bytes.stream())) {
      if (text.length >= pieceSigns) {
        yield { text, isLast: false };
        text = '';
      }
      text += decoder.decode(piece, { stream: true });
    }
    text += decoder.decode();
  } catch (cause) {
    // Letters that are not stored so, or in a way that nobody here knows.
    if (!(cause instanceof TypeError || cause instanceof RangeError)) throw cause;
    yield undefined;
    return;
  }
  yield { text, isLast: true };
}
