/** The page's policy (P9). One place; sent with every document, and with the scripts of workers, which take it from their own answer. */

const directives = {
  'default-src': "'self'",
  'script-src': "'self'",
  // The kit sets styles from script.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'frame-src': "'self' blob:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
} as const;

export const pagePolicy = `${write(directives)}; require-trusted-types-for 'script'; trusted-types default`;

/** The thread that runs persons' functions in WebAssembly: no other answer allows it. */
export const codeThreadPolicy = pagePolicy.replace(
  "script-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
);

/** In development the page's tools talk by web socket and start with a script inside the document. */
export const developmentPolicy = write({
  ...directives,
  'script-src': "'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  'connect-src': "'self' ws://127.0.0.1:* ws://localhost:*",
});

/** Headers of every answer that a browser may show. */
export function pageHeaders(policy: string): Record<string, string> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/** Headers of a file that only a page of ours uses: a policy on it would be read by nobody. */
export const fileHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function write(all: Readonly<Record<string, string>>): string {
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
