import { createCatalog, type Catalog } from '../../catalog/index.ts';
import type { Flow } from '../../flow/index.ts';
import {
  createDestinations,
  createEgress,
  createFileFinder,
  createInProcessCalls,
  RefusedError,
  type InProcessCalls,
} from '../../proxy/index.ts';
import type { Place } from '../../proxy/contract.ts';
import { wordsOf, type KeptFiles } from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { hostPortOf } from '../host-port.ts';
import { readSettings, type ServerSettings } from '../server-settings.ts';
import { createTemporaryFiles } from '../temporary-files.ts';
import { CannotRun } from './cannot-run.ts';
import type { FilledSlot } from './credentials.ts';
import type { RenewedTokens } from './renewed-tokens.ts';

/** On disk, for files that a run passes on. */
const temporaryBytes = 4 * 1024 * 1024 * 1024;

export interface WayOut {
  readonly calls: InProcessCalls;
  /** Those that calls bring and take. */
  readonly files: KeptFiles;
  /** Which key may go where, in words. */
  readonly promises: readonly string[];
  close(): Promise<void>;
}

/** The proxy's egress, with the operator's settings and the credentials of the flow and those that it calls. Throws `CannotRun` in words. */
export function openWayOut(
  flows: readonly { readonly flow: Flow; readonly catalog: Catalog }[],
  slots: readonly FilledSlot[],
  environment: Readonly<Record<string, string | undefined>>,
  kept: { readonly renewed: RenewedTokens | undefined; readonly tell: (line: string) => void },
): WayOut {
  const { allow, places, oauthApps, sqliteFolders } = settingsOf(environment);
  for (const { flow, catalog } of flows) refuseUnknownPlaces(flow, catalog, places);
  const destinations = createDestinations({
    allow: [...allow, ...places.flatMap(({ url }) => hostPortOf(url))],
    own: () => ({ port: 0, addresses: [] }),
  });
  const egress = createEgress({
    destinations,
    file: createFileFinder({ folders: sqliteFolders }),
  });
  const files = createTemporaryFiles(temporaryBytes);
  const calls = createInProcessCalls({
    files,
    components: createCatalog(flows.flatMap(({ catalog }) => catalog.whole)).whole,
    places,
    egress,
    destinations,
    oauthApps,
    now: Date.now,
    onRefreshToken(id, latest) {
      const filled = slots.find(({ slot }) => slot.id === id);
      const given = filled?.values['refreshToken'];
      if (filled === undefined || typeof given !== 'string' || given === latest) return;
      if (kept.renewed !== undefined) kept.renewed.keep(given, latest);
      else kept.tell(say('command-line.refresh-token-replaced', { name: filled.slot.name }));
    },
  });
  const promises = slots.map(({ slot, values }) => {
    const hosts = hold(calls, slot, withLatest(values, kept.renewed)).join(', ');
    return say('command-line.keys-go-to', { name: slot.name, hosts });
  });
  return {
    calls,
    files,
    promises,
    async close() {
      await egress.close();
      await files.close();
    },
  };
}

/** A refresh token works once at many services: the one they gave last takes its place. */
function withLatest(
  values: FilledSlot['values'],
  renewed: RenewedTokens | undefined,
): FilledSlot['values'] {
  const given = values['refreshToken'];
  if (typeof given !== 'string' || renewed === undefined) return values;
  return { ...values, refreshToken: renewed.latest(given) };
}

function settingsOf(environment: Readonly<Record<string, string | undefined>>): ServerSettings {
  try {
    return readSettings(environment);
  } catch (cause) {
    throw new CannotRun(cause instanceof Error ? cause.message : String(cause));
  }
}

function refuseUnknownPlaces(flow: Flow, catalog: Catalog, places: readonly Place[]): void {
  const missing = new Set<string>();
  for (const { component: id, disabled } of flow.steps) {
    const component = disabled === true ? undefined : catalog.component(id);
    for (const origin of component?.origins ?? []) {
      if (typeof origin === 'string' || !('named' in origin)) continue;
      if (places.some(({ name }) => name === origin.named)) continue;
      const params = { component: wordsOf(component?.title), place: origin.named };
      missing.add(say('command-line.place-missing', params));
    }
  }
  if (missing.size > 0) throw new CannotRun(...missing);
}

function hold(
  calls: InProcessCalls,
  { id, name, component, type }: FilledSlot['slot'],
  values: FilledSlot['values'],
): readonly string[] {
  try {
    return calls.hold(id, { component, type, values });
  } catch (cause) {
    if (!(cause instanceof RefusedError)) throw cause;
    const { field } = cause.params;
    throw new CannotRun(
      field === undefined
        ? say('command-line.credential-refused', { name, why: sayWording(cause) })
        : say('command-line.credential-wrong', { name, field: String(field).replace(/^\//, '') }),
    );
  }
}
