/** Whether a process of this number lives, of whoever it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // asks only
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH'; // somebody else's lives too
  }
}
