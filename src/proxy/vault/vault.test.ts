import { expect, it } from 'vitest';
import { createKeyText, keyRingOf } from './keys.ts';
import { createVault } from './vault.ts';

it('opens neither a note as a credential nor a credential as a note', async () => {
  const vault = createVault(keyRingOf([createKeyText()], 'the test'));
  const note = await vault.sealNote({ id: 'desk', secret: 'a-secret' });
  const credential = await vault.seal({
    id: 'x',
    workspace: 'w',
    component: 'catalog:test',
    type: 'key',
    auth: { scheme: 'none' },
    origins: [],
    values: {},
    issued: 0,
  });
  expect(await vault.openNote(note)).toEqual({ id: 'desk', secret: 'a-secret' });
  await expect(vault.open(note)).rejects.toThrow('proxy.credential-not-valid');
  await expect(vault.openNote(credential)).rejects.toThrow('proxy.credential-not-valid');
});
