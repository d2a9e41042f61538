/** `host:port` of an address, as the list of allowed destinations has it; none of a file. */
export function hostPortOf(url: string): readonly string[] {
  const { hostname, port, protocol } = new URL(url);
  if (protocol === 'file:') return [];
  return [`${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`];
}
