import ssh2, { type SFTPWrapper } from 'ssh2';
import { describe, expect, it } from 'vitest';
import { moveToPlace } from './move-to-place.ts';

const { STATUS_CODE } = ssh2.utils.sftp;
type Answer = (cause?: Error) => void;

const no = (code: number): Error => Object.assign(new Error('no'), { code });

/** Two files, and a server that answers "replace at once" as it is told to. */
function server(replaceAtOnce: (from: string, to: string, answer: Answer) => void) {
  const files = new Map([
    ['in/a', 'new'],
    ['out/a', 'old'],
  ]);
  const rename = (from: string, to: string, answer: Answer): void => {
    const file = files.get(from);
    if (file === undefined) return answer(no(STATUS_CODE.NO_SUCH_FILE));
    if (files.has(to)) return answer(no(STATUS_CODE.FAILURE));
    files.delete(from);
    files.set(to, file);
    answer();
  };
  const unlink = (path: string, answer: Answer): void =>
    files.delete(path) ? answer() : answer(no(STATUS_CODE.NO_SUCH_FILE));
  return {
    files,
    sftp: { rename, unlink, ext_openssh_rename: replaceAtOnce } as unknown as SFTPWrapper,
  };
}
const move = { from: 'in/a', to: 'out/a', replaces: true };

describe('a file that takes the place of another', () => {
  it('takes it also where the server says that it cannot replace at once', async () => {
    const { sftp, files } = server((_from, _to, answer) => answer(no(STATUS_CODE.OP_UNSUPPORTED)));
    await moveToPlace(sftp, move);
    expect([...files]).toEqual([['out/a', 'new']]);
  });

  it('takes no other way where the server refuses: both stay as they are', async () => {
    const { sftp, files } = server((_from, _to, answer) =>
      answer(no(STATUS_CODE.PERMISSION_DENIED)),
    );
    await expect(moveToPlace(sftp, move)).rejects.toMatchObject({ status: 403 });
    expect(Object.fromEntries(files)).toEqual({ 'in/a': 'new', 'out/a': 'old' });
  });

  it('takes it where the other is gone meanwhile', async () => {
    const { sftp, files } = server((_from, _to, answer) => answer(no(STATUS_CODE.OP_UNSUPPORTED)));
    files.delete('out/a');
    await moveToPlace(sftp, move);
    expect([...files]).toEqual([['out/a', 'new']]);
  });
});
