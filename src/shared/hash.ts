/** Names a text by its content: `sha256-` and 64 hexadecimal digits. The same text has the same name everywhere. */
export async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const digits = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `sha256-${digits.join('')}`;
}
