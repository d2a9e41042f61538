import { settingsWithDefaults } from '../../../catalog/index.ts';
import { fromBase64, toBase64 } from '../../../shared/index.ts';
import { refusedAt } from '../../failure.ts';
import type { Executor } from '../executor.ts';
import { done, fromFields, refused } from '../from-fields.ts';
import { givenText } from '../given-text.ts';

export const encodeBase64: Executor = {
  form: 'inline',
  make(setup) {
    const { alphabet } = settingsWithDefaults(setup.operation, setup.step.settings);
    return fromFields(setup, (fields) => {
      const given = givenText(fields, 'text');
      if (!given.ok) return refused(fields, given.reason);
      const bytes = new TextEncoder().encode(given.value);
      return done(fields, { text: toBase64(bytes, alphabet === 'address' ? 'address' : 'usual') });
    });
  },
};

export const decodeBase64: Executor = {
  form: 'inline',
  make: (setup) =>
    fromFields(setup, (fields) => {
      const given = givenText(fields, 'text');
      if (!given.ok) return refused(fields, given.reason);
      const bytes = fromBase64(given.value);
      if (!bytes.ok)
        return refused(fields, refusedAt('steps.base64-broken', ['text'], { place: bytes.reason }));
      const text = textOf(bytes.value);
      return text === undefined
        ? refused(fields, refusedAt('steps.base64-not-text', ['text']))
        : done(fields, { text });
    }),
};

/** Undefined: the bytes are no text, but a picture or another file. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
