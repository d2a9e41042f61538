/** The build that this page is of; undefined in development, where nothing is built. */
export function pageBuild(): string | undefined {
  const named = globalThis.document?.querySelector('meta[name="footbridge-build"]');
  const id = named?.getAttribute('content') ?? '';
  return id === '' ? undefined : id;
}
