/**
 * Who may import whom: the table of the architecture, as data. `layers.test.ts` holds every module to it.
 *
 * A door is the file of a folder that others may import. `index.ts` is the whole folder; `contract.ts` is its lighter
 * door of types, schemas and folds, so that the page never bundles the engine. A door of one folder alone is heavy
 * (`mapping/formulas` brings a language with it, `flow/checks` all the checks) or leads into a thread (`worker/worker-client`).
 */

/** What a folder compiles without; decides which packages it may import. */
export type Platform = 'core' | 'node' | 'page' | 'worker';

export interface Layer {
  readonly platform: Platform;
  /** Folders whose every door is open (`flow`), or single doors (`runtime/contract`). */
  readonly may: readonly string[];
}

export const layers: Readonly<Record<string, Layer>> = {
  shared: { platform: 'core', may: [] },
  mapping: { platform: 'core', may: ['shared'] },
  catalog: { platform: 'core', may: ['shared', 'mapping/contract'] },
  flow: { platform: 'core', may: ['shared', 'catalog', 'mapping'] },
  runtime: { platform: 'core', may: ['shared', 'catalog', 'mapping', 'flow'] },
  // The page and its threads open the same store; what is kept of a run has the run's own shapes.
  storage: { platform: 'worker', may: ['shared', 'flow', 'runtime/contract'] },
  // Sentences are about problems and failures, so they may know the shapes of them.
  words: {
    platform: 'core',
    may: [
      'shared',
      'catalog/contract',
      'mapping/contract',
      'flow/contract',
      'runtime/contract',
      'proxy/contract',
    ],
  },
  proxy: { platform: 'node', may: ['shared', 'catalog'] },
  sandbox: { platform: 'node', may: ['shared'] },
  worker: {
    platform: 'worker',
    may: [
      'shared',
      'catalog',
      'mapping',
      'flow',
      'runtime',
      'storage',
      'proxy/contract',
      'proxy/page-call',
    ],
  },
  // Built by itself, beside the page: nobody imports it.
  'service-worker': { platform: 'worker', may: ['shared'] },
  headless: {
    platform: 'node',
    may: ['shared', 'catalog', 'mapping', 'flow', 'runtime', 'proxy', 'sandbox', 'words'],
  },
  durable: {
    platform: 'node',
    may: ['shared', 'catalog', 'mapping', 'flow', 'runtime', 'proxy', 'sandbox'],
  },
  designer: {
    platform: 'page',
    may: [
      'shared',
      'catalog',
      'mapping',
      'flow',
      'storage',
      'words',
      'runtime/contract',
      'runtime/recipients',
      'proxy/contract',
      'proxy/page-call',
      'worker/worker-client',
    ],
  },
};

/** `src/main.tsx`, the only place that joins the page together. */
export const mainLayer: Layer = {
  platform: 'page',
  may: [...(layers.designer?.may ?? []), 'designer'],
};

export const doors: readonly string[] = ['index', 'contract'];

/** Doors that one folder has beside these. */
export const ownDoors: Readonly<Record<string, readonly string[]>> = {
  worker: ['worker-client'],
  proxy: ['page-call'],
  mapping: ['formulas'],
  catalog: ['readers', 'texts', 'descriptions'],
  runtime: ['code', 'recipients'],
  flow: ['checks'],
  words: ['first', 'formulas', 'guide', 'language', 'run-words'],
};

/** Inside the designer: what panels meet in, and what joins panels. Every other folder of it is a panel. */
export const designer = {
  meetingPlaces: ['state', 'storage', 'queries', 'effects', 'ui', 'words'],
  joins: ['shell'],
} as const;

/** Packages that compile without React, DOM and Node: the only ones in the core. */
export const corePackages: readonly string[] = [
  'zod',
  '@cfworker/json-schema',
  'lossless-json',
  'jsonata',
  'croner',
  'cronstrue',
  'fflate',
  '@noble/hashes',
  'papaparse',
  'saxes',
  'yaml',
  'quickjs-emscripten-core',
  '@jitl/quickjs-wasmfile-release-sync',
];

/** Packages that draw or that keep things in a browser: none of them outside the page. */
export const pagePackages: readonly RegExp[] = [
  /^react(-|$|\/)/,
  /^@(mantine|rjsf|xyflow|tanstack)\//,
  /^(zustand|wouter|lucide-react)(\/|$)/,
];

/** Packages of a server: none of them in the page or its threads. `node:` and its old names are meant too. */
export const serverPackages: readonly RegExp[] = [
  /^@hono\//,
  /^(hono|undici|jose|openid-client|ipaddr\.js|pg|pg-cursor|mysql2|libsql)(\/|$)/,
];

/** What opens a connection to the outside; only `src/proxy/egress` may (P3). Serving (`node:http`) is fenced by lint. */
export const socketModules: readonly RegExp[] = [
  /^undici(\/|$)/,
  /^(node:)?(net|tls|dgram|http2|dns|dns\/promises)$/,
];

/** Packages that ask by themselves unless they are given the outbound function, and the only folder that gives it to them. */
export const askingPackages: Readonly<Record<string, string>> = {
  'openid-client': 'proxy/access/open-id/',
  oauth4webapi: 'proxy/access/open-id/',
};
