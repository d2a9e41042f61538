/** A real provider (oidc-provider) on loopback: what every one of the tests' providers has. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface ProviderServer<Provider> {
  readonly provider: Provider;
  readonly host: string;
  /** `http://host:port`; the issuer. */
  readonly origin: string;
  /** The provider's own answer. */
  readonly asProvider: Answer;
  /** Puts something else before the provider. */
  answerBy(answer: Answer): void;
  close(): Promise<void>;
}

/** Of its configuration: what has parts of its own in common. */
interface Configuration {
  readonly features?: object;
  readonly ttl?: object;
  readonly [setting: string]: unknown;
}

/** `Provider`: what is used of oidc-provider besides, which comes without types. */
export async function startProviderServer<Provider extends object>(
  /** As a name, a browser takes it for another site than 127.0.0.1. */
  hostname: '127.0.0.1' | 'localhost' | undefined,
  configurationAt: (origin: string) => Configuration,
): Promise<ProviderServer<Provider>> {
  let answer: Answer = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, hostname ?? '127.0.0.1', resolve));
  const host = `${hostname ?? '127.0.0.1'}:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  const { features, ttl, ...own } = configurationAt(origin);

  // It warns of keys for development and of Node's version: no news in a test.
  const { warn, info } = console;
  console.warn = () => undefined;
  console.info = () => undefined;
  const { default: OidcProvider } = (await import('oidc-provider' as string)) as {
    default: new (issuer: string, configuration: object) => Provider & { callback(): Answer };
  };
  const provider = new OidcProvider(origin, {
    ...own,
    features: { devInteractions: { enabled: true }, ...features },
    cookies: { keys: ['a-cookie-key-of-this-test'] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 3600,
      Session: 86_400,
      ...ttl,
    },
  });
  console.warn = warn;
  console.info = info;
  const asProvider = provider.callback();
  answer = asProvider;
  return {
    provider,
    host,
    origin,
    asProvider,
    answerBy: (other) => (answer = other),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
