import { appendFileSync } from 'node:fs';

/**
 * Writes all that this process prints from now on into a file as well, for tests that look for what must not be there.
 * @param {string} file
 * @returns {() => void} stops it
 */
export function keepWhatIsPrinted(file) {
  appendFileSync(file, '');
  const stops = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write;
    stream.write = /** @type {typeof write} */ (
      /**
       * @param {string | Uint8Array} chunk
       * @param {[]} rest for the stream alone
       */
      (chunk, ...rest) => {
        appendFileSync(file, chunk);
        return write.call(stream, chunk, ...rest);
      }
    );
    return () => {
      stream.write = write;
    };
  });
  return () => stops.forEach((stop) => stop());
}
