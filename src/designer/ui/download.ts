/** Hands text (in one or in many parts), or what is no text, to the person as a file. */
export function download(
  name: string,
  content: string | readonly string[] | Blob,
  type = 'application/json',
): void {
  const parts = typeof content === 'string' || content instanceof Blob ? [content] : [...content];
  const blob = content instanceof Blob ? content : new Blob(parts, { type });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
