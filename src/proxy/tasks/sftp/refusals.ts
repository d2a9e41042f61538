import ssh2 from 'ssh2';
import { TaskRefused } from '../transport.ts';

const { STATUS_CODE } = ssh2.utils.sftp;

/** What the file server's own status means, with the path it was about. SFTP version 3, section 7. */
export function toTaskRefused(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'number')
    return cause;
  const said = { message: cause.message, path };
  switch (cause.code) {
    case STATUS_CODE.NO_SUCH_FILE:
      return new TaskRefused(404, said);
    case STATUS_CODE.PERMISSION_DENIED:
      return new TaskRefused(403, said);
    case STATUS_CODE.NO_CONNECTION:
    case STATUS_CODE.CONNECTION_LOST:
      return new TaskRefused(503, said);
    default:
      return new TaskRefused(422, said);
  }
}
