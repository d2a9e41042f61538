const start = /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?<(?:([A-Za-z_][\w.-]*):)?Envelope(?:\s[^>]*)?>/;

/** How a SOAP message begins: all up to the end of its first tag, and what stands before its names; undefined for other texts. */
export function startOfEnvelope(
  body: string,
): { readonly tag: string; readonly prefix: string } | undefined {
  const found = start.exec(body);
  if (found === null || found[0].endsWith('/>')) return undefined;
  return { tag: found[0], prefix: found[1] === undefined ? '' : `${found[1]}:` };
}
