export { createProxyApp, type ProxyApp, type ProxyConfig, type ProxyDeps } from './app.ts';
export { isLoopbackHost, type HeaderReader } from './door.ts';
export { createDestinations, parseAllowEntry, type Destinations } from './egress/destinations.ts';
export { createEgress, type Egress } from './egress/egress.ts';
export { readPageFiles, type PageFiles } from './page-files.ts';
export { developmentPolicy, pageHeaders } from './policy.ts';
export { RefusedError, toRefusalResponse, type RefusalCode } from './refusal.ts';
export { openFileStore, type ProxyStore } from './store.ts';
export { createKeyText, keyRingOf, loadKeyFile, type KeyRing } from './vault/keys.ts';
