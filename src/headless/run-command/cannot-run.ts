/** Why nothing was run, in words for the person, a line each. Holds no value of a credential. */
export class CannotRun extends Error {
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'CannotRun';
    this.lines = lines;
  }
}
