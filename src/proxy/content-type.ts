/** What kinds of content there are, for page and proxy. */

/** Types whose bytes are no text; everything else, named or not, may be read. */
export function isBinary(contentType: string | undefined): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'image/svg+xml') return false;
  return (
    /^(image|audio|video|font)\//.test(type) ||
    /^application\/(octet-stream|pdf|zip|gzip|x-gzip|x-tar|x-7z-compressed|x-bzip2?|protobuf|wasm|msgpack|vnd\.(ms-|openxmlformats-officedocument).*)$/.test(
      type,
    )
  );
}

/** Bytes of a known kind; services call texts `application/octet-stream` too. */
export function isBinaryOfKind(contentType: string | undefined): boolean {
  return isBinary(contentType) && !/^\s*application\/octet-stream\b/i.test(contentType ?? '');
}

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  pdf: 'application/pdf',
  zip: 'application/zip',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What a file most likely is, by the end of its name. */
export function typeByName(name: string, isText: boolean): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(types, ending) ? types[ending] : undefined;
  return known ?? (isText ? 'text/plain; charset=utf-8' : 'application/octet-stream');
}
