/** A file's text, put into the build. */
declare module '*?raw' {
  const text: string;
  // eslint-disable-next-line no-restricted-syntax -- the form in which the build tool gives it
  export default text;
}
