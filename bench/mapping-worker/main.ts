/** Hands a question to the worker and its answer back; the driver calls `measureInWorker`. */

// The server's policy lets only a checked address become a worker.
const { trustedTypes } = globalThis as unknown as {
  trustedTypes?: { createPolicy(name: string, rules: object): void };
};
trustedTypes?.createPolicy('default', {
  createScriptURL: (url: string) =>
    new URL(url, location.href).origin === location.origin ? url : null,
});

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

Object.assign(globalThis, {
  measureInWorker: () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        resolve(data);
      };
      worker.onerror = (event) => {
        reject(new Error(event.message));
      };
      worker.postMessage('measure');
    }),
});
