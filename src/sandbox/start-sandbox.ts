import { createCrm } from './crm.ts';
import { listen, listenNear, type Listening } from './listen.ts';
import { createNewsletter } from './newsletter.ts';
import type { RequestLog } from './request-log.ts';
import type { SampleService, SampleServiceOptions } from './sample-service.ts';

const usualPorts = { crm: 4411, newsletter: 4412 } as const;

export interface SandboxOptions extends SampleServiceOptions {
  /** Left out: the usual port, or a free one when it is taken. Given: exactly this one (0: any free one). */
  readonly crmPort?: number;
  readonly newsletterPort?: number;
}

export interface RunningService {
  readonly id: SampleService['id'];
  readonly title: string;
  readonly description: string;
  /** Its origin, without a slash at the end: `http://127.0.0.1:4411`. */
  readonly url: string;
  /** Public, the same everywhere; made to be shown. */
  readonly sampleKey: string;
  /** What else a sign-in needs, beside the key. */
  readonly sampleForm?: Readonly<Record<string, string>>;
  readonly requests: RequestLog;
}

export interface Sandbox {
  readonly services: readonly RunningService[];
  /** All services as they were at the start. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts every sample service, each on its own port of this computer. */
export async function startSandbox({
  crmPort,
  newsletterPort,
  ...rest
}: SandboxOptions = {}): Promise<Sandbox> {
  const wanted = [
    { service: createCrm(rest), port: crmPort, usual: usualPorts.crm },
    { service: createNewsletter(rest), port: newsletterPort, usual: usualPorts.newsletter },
  ];
  const running: { service: SampleService; listening: Listening }[] = [];

  async function close(): Promise<void> {
    await Promise.all(running.splice(0).map(({ listening }) => listening.close()));
  }

  try {
    for (const { service, port, usual } of wanted) {
      const listening =
        port === undefined ? await listenNear(service.app, usual) : await listen(service.app, port);
      running.push({ service, listening });
    }
  } catch (problem) {
    await close();
    throw problem;
  }

  return {
    services: running.map(({ service, listening }) => ({
      id: service.id,
      title: service.title,
      description: service.description,
      url: `http://127.0.0.1:${String(listening.port)}`,
      sampleKey: service.sampleKey,
      requests: service.requests,
    })),
    reset() {
      for (const { service } of wanted) service.reset();
    },
    close,
  };
}
