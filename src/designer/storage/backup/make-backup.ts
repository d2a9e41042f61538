import { failure, success, type Result, type Wording } from '../../../shared/index.ts';
import { backupLimits, type BackupLimits } from './backup-file.ts';

/** The file of a backup out of its lines, or why there is none: what could not be read again is not handed out. */
export async function makeBackup(
  lines: AsyncIterable<string>,
  limits: BackupLimits = backupLimits,
): Promise<Result<Blob, Wording>> {
  const parts: string[] = [];
  let length = 0;
  for await (const line of lines) {
    length += line.length;
    if (line.length > limits.line) return no('line-too-long');
    // A sign has one byte at least: no more of it is gathered than can be.
    if (length > limits.bytes) return no('too-big');
    parts.push(line);
  }
  const file = new Blob(parts, { type: 'application/x-ndjson' });
  return file.size > limits.bytes ? no('too-big') : success(file);
}

function no(code: string): Result<never, Wording> {
  return failure({ code: `workspace.backup-${code}`, params: {} });
}
