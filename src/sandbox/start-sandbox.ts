import { createCrm } from './crm.ts';
import { createDesk } from './desk.ts';
import {
  createHostKey,
  fingerprintOfHostKey,
  sampleFilesPassword,
  sampleFilesUser,
  startFileServer,
  type FileServer,
  type FileServerOptions,
} from './file-server.ts';
import { listen, listenNear, type Listening } from './listen.ts';
import { createNewsletter } from './newsletter.ts';
import type { RequestLog } from './request-log.ts';
import type { SampleService, SampleServiceOptions } from './sample-service.ts';
import { makeShopDatabase, shopFile } from './shop-database.ts';
import { createShop } from './shop.ts';

const usualPorts = { crm: 4411, newsletter: 4412, shop: 4413, files: 4414, desk: 4415 } as const;

export interface SandboxOptions extends SampleServiceOptions {
  /** Left out: the usual port, or a free one when it is taken. Given: exactly this one (0: any free one). */
  readonly crmPort?: number;
  readonly newsletterPort?: number;
  readonly shopPort?: number;
  readonly filesPort?: number;
  readonly deskPort?: number;
  /** The file server's own key, kept from start to start so that who trusted it once need not again. Left out: a new one. */
  readonly fileServerKey?: string | undefined;
  /** Where the shop's database is made. Left out: there is none. */
  readonly databaseFolder?: string | undefined;
}

/** What a person can connect to, and how. */
export interface SamplePlace {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Its origin, without a slash at the end: `http://127.0.0.1:4411`. */
  readonly url: string;
  /** Public, the same everywhere; made to be shown. What needs no key has none. */
  readonly sampleKey?: string;
  /** What else a sign-in needs, beside the key. */
  readonly sampleForm?: Readonly<Record<string, string | number>>;
  /** What a step that asks it is set to, where the step asks any service. */
  readonly sampleSettings?: Readonly<Record<string, string>>;
}

export interface RunningService extends SamplePlace {
  readonly sampleKey: string;
  readonly requests: RequestLog;
}

export interface Sandbox {
  /** What is asked by HTTP. */
  readonly services: readonly RunningService[];
  readonly files: FileServer;
  /** All of them. */
  readonly places: readonly SamplePlace[];
  /** All services as they were at the start. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts every sample service, each on its own port of this computer. */
export async function startSandbox({
  crmPort,
  newsletterPort,
  shopPort,
  filesPort,
  deskPort,
  fileServerKey = createHostKey(),
  databaseFolder,
  ...rest
}: SandboxOptions = {}): Promise<Sandbox> {
  const wanted = [
    { service: createCrm(rest), port: crmPort, usual: usualPorts.crm },
    { service: createNewsletter(rest), port: newsletterPort, usual: usualPorts.newsletter },
    { service: createShop(rest), port: shopPort, usual: usualPorts.shop },
    { service: createDesk(rest), port: deskPort, usual: usualPorts.desk },
  ];
  const running: { service: SampleService; listening: Listening }[] = [];

  let files: FileServer | undefined;

  async function close(): Promise<void> {
    await Promise.all([
      ...running.splice(0).map(({ listening }) => listening.close()),
      files?.close(),
    ]);
  }

  try {
    for (const { service, port, usual } of wanted) {
      const listening =
        port === undefined ? await listenNear(service.app, usual) : await listen(service.app, port);
      running.push({ service, listening });
    }
    files = await startFilesNear(filesPort, { ...rest, hostKey: fileServerKey });
    if (databaseFolder !== undefined) await makeShopDatabase(databaseFolder);
  } catch (problem) {
    await close();
    throw problem;
  }

  const services = running.map(({ service, listening }): RunningService => {
    const { id, title, description, sampleKey, sampleForm, sampleSettings, requests } = service;
    const url = `http://127.0.0.1:${String(listening.port)}`;
    const form = sampleForm === undefined ? {} : { sampleForm: sampleForm(url) };
    const settings = sampleSettings === undefined ? {} : { sampleSettings: sampleSettings(url) };
    return { id, title, description, url, sampleKey, requests, ...form, ...settings };
  });
  return {
    services,
    files,
    places: [
      ...services,
      filesPlace(files.port, fileServerKey),
      ...(databaseFolder === undefined ? [] : [databasePlace]),
    ],
    reset() {
      for (const { service } of wanted) service.reset();
      files.reset();
    },
    close,
  };
}

/** The usual port, or a free one when it is taken; exactly the given one where there is one. */
async function startFilesNear(
  port: number | undefined,
  options: FileServerOptions,
): Promise<FileServer> {
  if (port !== undefined) return startFileServer(port, options);
  try {
    return await startFileServer(usualPorts.files, options);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE')
      return startFileServer(0, options);
    throw problem;
  }
}

const databasePlace: SamplePlace = {
  id: 'database',
  title: 'Shop database',
  description: 'A SQLite file with the customers and orders of an invented shop.',
  url: `file:${shopFile}`,
  sampleForm: { file: shopFile },
};

function filesPlace(port: number, hostKey: string): SamplePlace {
  return {
    id: 'files',
    title: 'File server',
    description: 'A folder with lists of customers as CSV, and an order as XML.',
    url: `tcp://127.0.0.1:${String(port)}`,
    sampleKey: sampleFilesPassword,
    sampleForm: {
      host: '127.0.0.1',
      port,
      user: sampleFilesUser,
      fingerprint: fingerprintOfHostKey(hostKey),
    },
  };
}
