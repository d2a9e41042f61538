/**
 * What Node and browsers share, and the core may use: this list and ES2023, nothing else.
 *
 * Only the core's project (tsconfig.core.json) reads this file. The same sources compile against the platform's own
 * types in the other projects, so whatever is declared here must be true, and no wider, in Node and in the DOM.
 * A clock, timers, fetch, console and randomness for decisions are missing on purpose: see HostPorts.
 */

interface EventListenerLike {
  (event: unknown): void;
}

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: EventListenerLike, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: EventListenerLike): void;
}
declare var AbortSignal: {
  readonly prototype: AbortSignal;
  abort(reason?: unknown): AbortSignal;
};

interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare var AbortController: { readonly prototype: AbortController; new (): AbortController };

interface DOMException extends Error {
  readonly name: string;
  readonly message: string;
}
declare var DOMException: {
  readonly prototype: DOMException;
  new (message?: string, name?: string): DOMException;
};

interface URLSearchParams extends Iterable<[string, string]> {
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  toString(): string;
}
declare var URLSearchParams: {
  readonly prototype: URLSearchParams;
  new (init?: string | string[][] | Record<string, string>): URLSearchParams;
};

interface URL {
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  username: string;
  toString(): string;
  toJSON(): string;
}
declare var URL: {
  readonly prototype: URL;
  new (url: string | URL, base?: string | URL): URL;
  canParse(url: string, base?: string): boolean;
};

interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: { readonly prototype: TextEncoder; new (): TextEncoder };

interface TextDecoder {
  decode(input?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare var TextDecoder: {
  readonly prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

declare function structuredClone<Value>(value: Value): Value;

interface ReadableStreamDefaultReader<Chunk> {
  read(): Promise<{ done: false; value: Chunk } | { done: true; value: Chunk | undefined }>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}
interface ReadableStreamDefaultController<Chunk> {
  readonly desiredSize: number | null;
  enqueue(chunk: Chunk): void;
  close(): void;
  error(reason?: unknown): void;
}
interface ReadableStream<Chunk> {
  readonly locked: boolean;
  getReader(): ReadableStreamDefaultReader<Chunk>;
  cancel(reason?: unknown): Promise<void>;
}
declare var ReadableStream: {
  readonly prototype: ReadableStream<unknown>;
  new <Chunk>(source?: {
    start?: (controller: ReadableStreamDefaultController<Chunk>) => void | Promise<void>;
    pull?: (controller: ReadableStreamDefaultController<Chunk>) => void | Promise<void>;
    cancel?: (reason?: unknown) => void | Promise<void>;
  }): ReadableStream<Chunk>;
};

interface Blob {
  readonly size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(from?: number, to?: number): Blob;
}
/** Bytes that the platform keeps, in memory or elsewhere; a part that is a Blob is not copied. */
declare var Blob: {
  readonly prototype: Blob;
  new (parts?: readonly (string | Uint8Array<ArrayBuffer> | Blob)[]): Blob;
};

interface CryptoKey {
  readonly extractable: boolean;
}
interface SubtleCrypto {
  digest(
    algorithm: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512',
    data: Uint8Array<ArrayBuffer>,
  ): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: { name: 'HMAC'; hash: string },
    extractable: boolean,
    uses: readonly 'sign'[],
  ): Promise<CryptoKey>;
  sign(algorithm: 'HMAC', key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}
/** Identity, hashing and signing only. What a run decides by chance comes from `HostPorts.uuid`. */
declare var crypto: {
  readonly subtle: SubtleCrypto;
  getRandomValues(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`;
};
