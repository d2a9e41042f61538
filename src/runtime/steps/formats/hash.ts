import { settingsWithDefaults, type Settings } from '../../../catalog/index.ts';
import { toBase64 } from '../../../shared/index.ts';
import { refusedAt } from '../../failure.ts';
import type { Executor } from '../executor.ts';
import { done, fromFields, refused } from '../from-fields.ts';
import { givenText } from '../given-text.ts';

const algorithms = ['SHA-256', 'SHA-384', 'SHA-512', 'SHA-1'] as const;
type Algorithm = (typeof algorithms)[number];

export const hash: Executor = {
  form: 'inline',
  make(setup) {
    const settings = settingsWithDefaults(setup.operation, setup.step.settings);
    return fromFields(setup, async (fields) => {
      const given = givenText(fields, 'text');
      if (!given.ok) return refused(fields, given.reason);
      const bytes = new TextEncoder().encode(given.value);
      const digest = await crypto.subtle.digest(algorithmOf(settings), bytes);
      return done(fields, { hash: written(new Uint8Array(digest), settings) });
    });
  },
};

/** The key is a setting, so that it is in no message and no record. */
export const hmac: Executor = {
  form: 'inline',
  make(setup) {
    const settings = settingsWithDefaults(setup.operation, setup.step.settings);
    const key = settings['key'];
    let imported: ReturnType<typeof crypto.subtle.importKey> | undefined;
    return fromFields(setup, async (fields) => {
      if (typeof key !== 'string' || key === '')
        return refused(fields, refusedAt('steps.key-missing', []));
      const given = givenText(fields, 'text');
      if (!given.ok) return refused(fields, given.reason);
      imported ??= crypto.subtle.importKey(
        'raw',
        new TextEncoder().encode(key),
        { name: 'HMAC', hash: algorithmOf(settings) },
        false,
        ['sign'],
      );
      const bytes = new TextEncoder().encode(given.value);
      const signature = await crypto.subtle.sign('HMAC', await imported, bytes);
      return done(fields, { signature: written(new Uint8Array(signature), settings) });
    });
  },
};

export function algorithmOf({ algorithm }: Settings): Algorithm {
  return algorithms.find((known) => known === algorithm) ?? 'SHA-256';
}

export function written(bytes: Uint8Array, { form }: Settings): string {
  if (form === 'base64') return toBase64(bytes, 'usual');
  if (form === 'base64url') return toBase64(bytes, 'address');
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
