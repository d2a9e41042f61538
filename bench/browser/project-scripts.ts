/** The project's own scripts, loaded where they lie: they find files by their own place, so they are not bundled. */
import { pathToFileURL } from 'node:url';

interface BuildScript {
  readonly pageDir: string;
  ensureBuild(say: (line: string) => void): Promise<void>;
  loadBuiltServer(): Promise<ServerModule>;
}
interface ServerModule {
  startServer(options: {
    readonly port: number;
    readonly pageDir: string;
    readonly dataDir: string;
    readonly quiet: boolean;
    readonly environment: Readonly<Record<string, string>>;
  }): Promise<Served>;
}
interface ChromiumScript {
  findChromium(options: { readonly install: boolean }): Promise<{ readonly path: string }>;
  launchArguments(): string[];
}

export interface Served {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

export const loadBuildScript = (): Promise<BuildScript> => load('scripts/build.mjs');
export const loadChromiumScript = (): Promise<ChromiumScript> => load('scripts/find-chromium.mjs');

let built: Promise<void> | undefined;

/** Once in a run: all rows measure the same build, whatever changes meanwhile. */
export async function builtOnce(): Promise<void> {
  const { ensureBuild } = await loadBuildScript();
  built ??= ensureBuild((line) => {
    console.log(`    ${line}`);
  });
  return built;
}

async function load<Module>(path: string): Promise<Module> {
  return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Module; // what the script exports
}
