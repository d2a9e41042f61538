import { sha1 } from '@noble/hashes/legacy';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2';
import { settingsWithDefaults } from '../../../catalog/index.ts';
import { piecesOf } from '../../../shared/index.ts';
import type { Failure } from '../../failure.ts';
import type { CallIo, StepSetup } from '../executor.ts';
import { givenFile } from '../file-text.ts';
import type { At } from '../takes-time.ts';
import { algorithmOf, written } from './hash.ts';

/** What platforms have for it wants all of a file at once. */
const byName = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512, 'SHA-1': sha1 } as const;

/** The fingerprint of a file that its host keeps, read piece by piece. */
export async function hashFile(setup: StepSetup, at: At, io: CallIo): Promise<Failure | undefined> {
  const settings = settingsWithDefaults(setup.operation, setup.step.settings);
  const given = await givenFile(at.fields, 'content', setup.world.ports.files);
  if (!given.ok) return given.reason;
  const { name, bytes } = given.value;
  const digest = byName[algorithmOf(settings)].create();
  for await (const piece of piecesOf(bytes.stream())) {
    if (setup.world.signal.aborted) break;
    digest.update(piece);
  }
  // A run that has stopped does not come back from here.
  await at.context.breathe?.();
  const hash = written(digest.digest(), settings);
  await io.give([{ name, size: bytes.size, hash }], false);
  return undefined;
}
