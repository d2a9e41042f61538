import { createHash } from 'node:crypto';
import ssh2 from 'ssh2';

/** `SHA256:…` of a server's private key, as `ssh-keygen -l` shows it. Throws when the text is no key. */
export function fingerprintOfHostKey(privateKey: string): string {
  const key = ssh2.utils.parseKey(privateKey);
  if (key instanceof Error) throw key;
  return `SHA256:${createHash('sha256').update(key.getPublicSSH()).digest('base64').replace(/=+$/, '')}`;
}
