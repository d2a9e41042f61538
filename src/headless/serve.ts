/**
 * The server on one machine: page, proxy and webhooks on one port, each sample service on its own.
 *
 * 1. Nothing runs at import; signals and the process's end belong to whoever calls `startServer`.
 * 2. It listens on loopback unless the operator says otherwise, and then only with an access method.
 * 3. The sample services are allowed as exactly their `host:port`; nothing else inside the machine is.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import {
  createDestinations,
  createEgress,
  createFileFinder,
  createListener,
  createProxyApp,
  isLoopbackHost,
  openFileStore,
  readPageFiles,
} from '../proxy/index.ts';
import type { Place } from '../proxy/contract.ts';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { say, sayWording } from '../words/index.ts';
import { openAccess } from './access-method.ts';
import { handOverPage, type PageHandler } from './development-page.ts';
import { hostPortOf } from './host-port.ts';
import { keptHostKey } from './kept-host-key.ts';
import { readCatalog } from './read-catalog.ts';
import { loadKeys, readSettings, type ServerSettings } from './server-settings.ts';

z.config({ jitless: true });

export type { PageHandler } from './development-page.ts';

export interface ServerOptions {
  /** 0: any free port. A taken one rejects with the code `EADDRINUSE`. */
  readonly port: number;
  /** The built page. Not read when `pageHandler` is given. */
  readonly pageDir: string;
  /** Keys and the store; made (mode 0700) when missing. */
  readonly dataDir: string;
  /** Prints nothing. */
  readonly quiet?: boolean;
  /** Development: serves the page and its files. */
  readonly pageHandler?: PageHandler;
  /** Development: gets the server before it listens. */
  readonly onHttpServer?: (server: Server) => void;
  /** Default: `components-catalog` in the working directory. */
  readonly catalogDir?: string;
  /** Default: the process's environment. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface RunningServer {
  /** What a person opens; ends with a slash. */
  readonly url: string;
  readonly port: number;
  /** Resolves when the port is free and the sample services have ended. */
  close(): Promise<void>;
}

/** Starts everything. Rejects with an error whose message says what to do. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const settings = readSettings(options.environment ?? process.env);
  const catalog = await readCatalog(
    options.catalogDir ?? join(process.cwd(), 'components-catalog'),
  );
  const page = options.pageHandler === undefined ? await readPageFiles(options.pageDir) : undefined;
  const keys = await loadKeys(settings, options.dataDir);
  const store = await openFileStore(options.dataDir);
  const samplesFolder = resolve(options.dataDir, 'samples');
  const fileServerKey = await keptHostKey(options.dataDir);
  let port = 0;
  const own = (): { port: number; addresses: string[] } => ({
    port,
    addresses: ownAddresses(settings),
  });
  const access = await openAccess(settings, { own });
  const sandbox = await startSandbox({
    ...settings.sandboxPorts,
    fileServerKey,
    databaseFolder: samplesFolder,
  }).catch(async (cause: unknown) => {
    await access.close();
    throw cause;
  });
  const print =
    options.quiet === true ? (): void => undefined : (line: string): void => console.log(line);

  const places = [...settings.places, ...placesOf(sandbox)];
  const destinations = createDestinations({
    allow: [...settings.allow, ...places.flatMap((place) => hostPortOf(place.url))],
    own,
    onRefused: once((line) =>
      print(`Footbridge refused a private address. To allow it, start Footbridge with ${line}`),
    ),
  });
  const egress = createEgress({
    destinations,
    file: createFileFinder({
      folders: [samplesFolder, ...settings.sqliteFolders],
      onRefused: once((line) =>
        print(`Footbridge refused a file. To open its folder, start Footbridge with ${line}`),
      ),
    }),
  });

  try {
    const app = createProxyApp(
      {
        port: () => port,
        listenHost: settings.listenHost,
        publicUrl: settings.publicUrl,
        access: access.method,
        hookWords: hookWords(),
        callbackWords: {
          title: say('proxy.callback-title'),
          done: say('proxy.callback-done'),
          close: say('proxy.callback-close'),
          failed: sayWording,
        },
        oauthApps: settings.oauthApps,
        callsAMinute: settings.callsAMinute,
        places,
        ...catalog,
      },
      { keys, store, egress, destinations, now: Date.now, page },
    );
    const answer = createListener(app);
    const server = createServer((request, response) => {
      if (options.pageHandler === undefined || isServerRoute(request.url))
        answer(request, response);
      else handOverPage(app, options.pageHandler, request, response);
    });
    // An upload that never ends is cut: a file that is passed on may take as long as a service may take to take it. Answers and
    // event streams may take as long as they like.
    server.requestTimeout = 900_000;
    server.headersTimeout = 20_000;
    options.onHttpServer?.(server);
    port = await listen(server, options.port, settings.listenHost);
    const url = `http://${isLoopbackHost(settings.listenHost) ? '127.0.0.1' : bracket(settings.listenHost)}:${port}/`;
    for (const { title, url: address } of sandbox.places)
      if (!address.startsWith('file:')) print(`Sample service ${title}: ${address}`);
    for (const line of access.lines(settings.publicUrl ?? url)) print(line);
    print(`Footbridge is ready: ${url}`);
    return {
      url,
      port,
      async close() {
        app.close();
        await Promise.all([closeServer(server), sandbox.close(), egress.close(), access.close()]);
      },
    };
  } catch (cause) {
    await Promise.all([sandbox.close(), egress.close(), access.close()]);
    throw cause;
  }
}

function placesOf(sandbox: Sandbox): Place[] {
  return sandbox.places.map(
    ({ id, title, description, url, sampleKey, sampleForm, sampleSettings }) => ({
      name: `sample-${id}`,
      title,
      description,
      url,
      ...(sampleKey === undefined ? {} : { sampleKey }),
      ...(sampleForm === undefined ? {} : { sampleForm }),
      ...(sampleSettings === undefined ? {} : { sampleSettings }),
    }),
  );
}

function hookWords(): Parameters<typeof createProxyApp>[0]['hookWords'] {
  return {
    without: { done: say('proxy.hook-without-reply'), failed: say('proxy.hook-stopped') },
    late: (count) => say('proxy.hook-late', { count }),
  };
}

function isServerRoute(url: string | undefined): boolean {
  return /^\/(api|hooks|oauth|sign-in)(\/|\?|$)/.test(url ?? '/');
}

/** Loopback is always own; on another address every interface of the machine leads back here. */
function ownAddresses(settings: ServerSettings): string[] {
  if (isLoopbackHost(settings.listenHost)) return [];
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).map(({ address }) => address.split('%')[0] ?? address),
  );
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // A TCP server's address is never a pipe's name.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((problem) => (problem === undefined ? resolve() : reject(problem)));
    server.closeAllConnections();
  });
}

function once(tell: (line: string) => void): (line: string) => void {
  const told = new Set<string>();
  return (line) => {
    // Bounded: a page that asks for ten thousand addresses must not fill the operator's screen.
    if (told.has(line) || told.size >= 100) return;
    told.add(line);
    tell(line);
  };
}

function bracket(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
