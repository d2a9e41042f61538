import { generate } from 'selfsigned';

/** A certificate for these names, its own authority, good for a day. */
export async function certificateFor(
  ...names: readonly string[]
): Promise<{ readonly key: string; readonly cert: string }> {
  const [first = 'localhost'] = names;
  const made = await generate([{ name: 'commonName', value: first }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}
