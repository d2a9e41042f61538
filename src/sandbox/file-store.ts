/** Folders and files in memory, by absolute path. What is kept is bounded: a sample service is nobody's disk. */
export interface StoredFile {
  readonly kind: 'file';
  bytes: Buffer;
  modified: number;
}
export interface StoredFolder {
  readonly kind: 'folder';
  modified: number;
}

const mostBytes = 64 * 1024 * 1024;
const mostEntries = 5_000;

export class FileStore {
  readonly #entries = new Map<string, StoredFile | StoredFolder>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  clear(): void {
    this.#entries.clear();
    this.#entries.set('/', { kind: 'folder', modified: this.#now().getTime() });
  }

  at(path: string): StoredFile | StoredFolder | undefined {
    return this.#entries.get(path);
  }

  /** Names and what is behind them. */
  inside(folder: string): readonly (readonly [string, StoredFile | StoredFolder])[] {
    const before = folder === '/' ? '/' : `${folder}/`;
    return [...this.#entries].flatMap(([path, entry]) =>
      path !== '/' && path.startsWith(before) && !path.slice(before.length).includes('/')
        ? [[path.slice(before.length), entry] as const]
        : [],
    );
  }

  makeFolder(path: string): boolean {
    if (this.#entries.has(path) || !this.#isFolder(parentOf(path)) || this.#isFull(0)) return false;
    this.#entries.set(path, { kind: 'folder', modified: this.#now().getTime() });
    return true;
  }

  write(path: string, bytes: Buffer, modified = this.#now().getTime()): boolean {
    if (!this.#isFolder(parentOf(path)) || this.#isFolder(path) || this.#isFull(bytes.byteLength))
      return false;
    this.#entries.set(path, { kind: 'file', bytes, modified });
    return true;
  }

  remove(path: string): boolean {
    if (this.#isFolder(path) && this.inside(path).length > 0) return false;
    return path !== '/' && this.#entries.delete(path);
  }

  /** Moves a file, or an empty folder; false where something is there already, unless it may be replaced. */
  move(from: string, to: string, replaces: boolean): boolean {
    const entry = this.#entries.get(from);
    if (entry === undefined || !this.#isFolder(parentOf(to))) return false;
    if (this.#entries.has(to) && !(replaces && !this.#isFolder(to))) return false;
    if (entry.kind === 'folder' && this.inside(from).length > 0) return false;
    this.#entries.delete(from);
    this.#entries.set(to, entry);
    return true;
  }

  #isFolder(path: string): boolean {
    return this.#entries.get(path)?.kind === 'folder';
  }

  #isFull(more: number): boolean {
    let bytes = more;
    for (const entry of this.#entries.values())
      if (entry.kind === 'file') bytes += entry.bytes.byteLength;
    return bytes > mostBytes || this.#entries.size >= mostEntries;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}
