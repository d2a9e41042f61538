import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { runCommandLine } from '../cli.ts';

type World = Parameters<typeof runCommandLine>[1];

export interface Said {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** A folder with files, the sample services on free ports, and `footbridge` there. */
export interface Desk {
  readonly folder: string;
  readonly sandbox: Sandbox;
  /** Where the services are and their sample keys, as an operator sets them. */
  readonly environment: Readonly<Record<string, string>>;
  write(file: string, text: string): Promise<void>;
  footbridge(args: readonly string[], world?: Partial<World>): Promise<Said>;
  close(): Promise<void>;
}

/** `withDatabase`: the sample shop's, made in the folder. */
export async function aDesk({ withDatabase = false } = {}): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-cli-'));
  const sandbox = await startSandbox({
    ...{ crmPort: 0, newsletterPort: 0, shopPort: 0, deskPort: 0, filesPort: 0 },
    databaseFolder: withDatabase ? folder : undefined,
  });
  const environment = {
    FOOTBRIDGE_PLACES: sandbox.services.map(({ id, url }) => `sample-${id}=${url}`).join(','),
    ...Object.fromEntries(
      sandbox.services.map(({ id, sampleKey }) => [
        `FOOTBRIDGE_CREDENTIAL_${id.toUpperCase()}`,
        sampleKey,
      ]),
    ),
  };
  return {
    folder,
    sandbox,
    environment,
    write: (file, text) => writeFile(join(folder, file), text),
    async footbridge(args, world = {}) {
      const out: string[] = [];
      const err: string[] = [];
      const code = await runCommandLine(args, {
        folder,
        catalogDir: join(import.meta.dirname, '../../../components-catalog'),
        environment,
        stdin: nothing(),
        print: (line) => out.push(line),
        complain: (line) => err.push(line),
        signal: new AbortController().signal,
        ...world,
      });
      return { code, out, err };
    },
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What is piped in. */
export async function* piped(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode(text);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
