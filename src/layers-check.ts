import {
  askingPackages,
  corePackages,
  designer,
  doors,
  type Layer,
  layers,
  mainLayer,
  ownDoors,
  pagePackages,
  serverPackages,
  socketModules,
} from './layers.ts';

/** One source file: its path below `src` and what it imports, as written. */
export interface SourceModule {
  readonly path: string;
  readonly imports: readonly string[];
  /** Those of them that only types come from: gone when the code runs, so no package is used by them. */
  readonly typeOnly?: readonly string[];
}

/**
 * Every import that the table of `layers.ts` does not allow, each as a sentence that says what to do instead.
 * Tests and `testing/` folders may use any platform, and any folder's door, but doors only.
 */
export function checkLayers(modules: readonly SourceModule[]): string[] {
  return [...modules.flatMap(checkModule), ...findCycles(modules)];
}

function checkModule(module: SourceModule): string[] {
  const folder = folderOf(module.path);
  if (folder === undefined) return [];
  const layer = folder === 'main' ? mainLayer : layers[folder];
  if (layer === undefined) {
    return [
      `${module.path}: the folder "${folder}" is not in src/layers.ts. Add it there, or move the file.`,
    ];
  }
  return module.imports.flatMap((specifier) => {
    const problem = /^[./]/.test(specifier)
      ? checkRelative(module.path, folder, layer, specifier)
      : isTest(module.path)
        ? undefined
        : checkPackage(
            module.path,
            layer,
            specifier,
            module.typeOnly?.includes(specifier) ?? false,
          );
    return problem === undefined ? [] : [`${module.path} imports "${specifier}": ${problem}`];
  });
}

function checkRelative(
  path: string,
  folder: string,
  layer: Layer,
  specifier: string,
): string | undefined {
  const target = specifier.startsWith('/') ? `..${specifier}` : join(path, specifier);
  if (target.startsWith('../')) {
    if (folder === 'catalog' && target.startsWith('../components-catalog/')) return undefined;
    if (isTest(path)) return undefined;
    return 'only src/catalog reads files outside src (components-catalog). Ask catalog for it.';
  }
  const other = folderOf(target);
  if (other === undefined) return 'a folder does not import the files at the top of src.';
  if (other === folder) return folder === 'designer' ? checkPanels(path, target) : undefined;
  if (isTest(path) && target.includes('/testing/')) return undefined;
  // Joining the page needs its panels one by one, so that each can be loaded when it is opened.
  if (folder === 'main' && other === 'designer') return undefined;

  const door = target.slice(other.length + 1).replace(/\.tsx?$/, '');
  const isDoor = doors.includes(door) || ownDoors[other]?.includes(door) === true;
  if (!isDoor) {
    return `that is inside "${other}". Import its door (${other}/index.ts or ${other}/contract.ts), and export there what you need.`;
  }
  if (isTest(path) || layer.may.includes(other) || layer.may.includes(`${other}/${door}`)) {
    return undefined;
  }
  const open = layer.may.filter((may) => may.startsWith(`${other}/`));
  return open.length > 0
    ? `"${folder}" may use only ${open.join(', ')} of "${other}".`
    : `"${folder}" may not know "${other}" (it may know: ${layer.may.join(', ') || 'nothing'}). Move what you need to a folder that both may import, or let the caller pass it in.`;
}

function checkPanels(path: string, target: string): string | undefined {
  const panel = panelOf(path);
  const other = panelOf(target);
  if (other === undefined || panel === other || isTest(path)) return undefined;
  if (panel === undefined) {
    return isMeetingPlace(path)
      ? `panels use designer/${path.split('/')[1]}, not the other way round. Pass it in, or move it to a meeting place.`
      : undefined;
  }
  return `panels never import each other. Meet in designer/state; shared looks belong in designer/ui, shared effects in designer/effects; designer/shell joins panels.`;
}

/** The panel a file of the designer belongs to; undefined for meeting places, the shell and the top of the designer. */
function panelOf(path: string): string | undefined {
  const [, part, ...rest] = path.split('/');
  if (part === undefined || rest.length === 0) return undefined;
  const isPanel = ![...designer.meetingPlaces, ...designer.joins].some((name) => name === part);
  return isPanel ? part : undefined;
}

function isMeetingPlace(path: string): boolean {
  return designer.meetingPlaces.some((name) => path.startsWith(`designer/${name}/`));
}

function checkPackage(
  path: string,
  { platform }: Layer,
  name: string,
  isTypeOnly: boolean,
): string | undefined {
  const isNode = name.startsWith('node:') || nodeModules.has(name);
  if (platform === 'core') {
    return corePackages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`))
      ? undefined
      : 'the core compiles without React, DOM and Node. Ask the host through a port (src/runtime/ports.ts); a package that needs none of them is added to corePackages in src/layers.ts.';
  }
  if (platform === 'node') {
    if (pagePackages.some((pattern) => pattern.test(name)))
      return 'that draws; it belongs in src/designer.';
    const asker = askingPackages[name];
    if (asker !== undefined && !isTypeOnly && !path.startsWith(asker))
      return `it would ask by itself (P3). Only src/${asker} uses it, and gives it the outbound function.`;
    const mayDial = isTypeOnly || path.startsWith('proxy/egress/') || path.startsWith('sandbox/');
    return !mayDial && socketModules.some((pattern) => pattern.test(name))
      ? 'every byte to the outside goes through src/proxy/egress (P3). Call its outbound function.'
      : undefined;
  }
  if (isNode || serverPackages.some((pattern) => pattern.test(name))) {
    return 'a browser has no such thing. Call the proxy (src/proxy/contract.ts).';
  }
  return platform === 'worker' && pagePackages.some((pattern) => pattern.test(name))
    ? 'a thread draws nothing; it belongs in src/designer.'
    : undefined;
}

/** Each cycle once, as the round a reader can follow. Types count: two files that need each other are one file to read. */
function findCycles(modules: readonly SourceModule[]): string[] {
  const targets = new Map(
    modules
      .filter(({ path }) => !isTest(path))
      .map(({ path, imports }) => [
        path,
        imports.filter((name) => name.startsWith('.')).map((name) => join(path, name)),
      ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const cycles: string[] = [];

  const visit = (path: string): void => {
    state.set(path, 'open');
    trail.push(path);
    for (const target of targets.get(path) ?? []) {
      if (state.get(target) === 'open') {
        const round = [...trail.slice(trail.indexOf(target)), target].join(' -> ');
        cycles.push(
          `${round}: a cycle. Move what both need into a third file, or pass one to the other.`,
        );
      } else if (targets.has(target) && state.get(target) === undefined) {
        visit(target);
      }
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of targets.keys()) if (state.get(path) === undefined) visit(path);
  return cycles;
}

/** `main` for main.tsx, undefined for the other files at the top of `src`. */
function folderOf(path: string): string | undefined {
  if (path === 'main.tsx') return 'main';
  const slash = path.indexOf('/');
  return slash === -1 ? undefined : path.slice(0, slash);
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/');
}

/** `flow/a/b.ts` + `../../shared/index.ts` -> `shared/index.ts`; above `src` it starts with `../`. */
function join(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Node's modules that can also be imported by their old names. */
const nodeModules: ReadonlySet<string> = new Set(
  'assert buffer child_process cluster crypto dgram dns events fs fs/promises http http2 https net os path process stream timers tls url util v8 vm worker_threads zlib'.split(
    ' ',
  ),
);
