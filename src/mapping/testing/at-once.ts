/** What was made without waiting; an evaluation that gave a promise is a mistake of the test or of what it tests. */
export function atOnce<Made>(made: Made | Promise<Made>): Made {
  if (made instanceof Promise) throw new Error('this had to be waited for');
  return made;
}
