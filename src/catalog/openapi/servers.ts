/** At which addresses a service is, with the usual values where an address has parts of its own. */
import type { Json } from '../../shared/index.ts';
import type { Located } from './documents.ts';
import { entriesIn, listIn, partOf, textIn, textsIn } from './node.ts';
import { plainWords } from './plain-words.ts';

export interface Server {
  readonly url: string;
  readonly words?: string;
}

const mostServers = 50;

/** The nearest list of servers counts: the operation's, the path's, the whole description's. `from` is where the description is. */
export function serversOf(
  sources: readonly Located[],
  whole: Json,
  from: string,
): readonly Server[] {
  const nearest = sources.find(({ node }) => listIn(node, 'servers').length > 0);
  const listed = listIn(nearest?.node ?? whole, 'servers').slice(0, mostServers);
  const all =
    listed.length > 0
      ? listed.flatMap((server) => addressesOf(server, nearest?.at ?? from))
      : oldServers(whole, sources[0]?.node, from);
  return all.slice(0, mostServers);
}

function addressesOf(server: Json, from: string): readonly Server[] {
  const template = textIn(server, 'url');
  if (template === undefined) return [];
  const words = plainWords(textIn(server, 'description'), 100);
  return filled(template, entriesIn(partOf(server, 'variables'))).flatMap((text) => {
    const url = absolute(text, from);
    return url === undefined ? [] : [{ url, ...(words !== undefined && { words }) }];
  });
}

/** A variable with a list of values makes an address each, its usual one first; one without any value stays open. */
function filled(
  template: string,
  variables: readonly (readonly [string, Json])[],
): readonly string[] {
  return variables.reduce<readonly string[]>(
    (texts, [name, variable]) => {
      const usual = textIn(variable, 'default');
      const values = [
        ...new Set([...(usual === undefined ? [] : [usual]), ...textsIn(variable, 'enum')]),
      ].slice(0, mostServers);
      if (values.length === 0) return texts;
      return texts
        .flatMap((text) => values.map((value) => text.replaceAll(`{${name}}`, value)))
        .slice(0, mostServers);
    },
    [template],
  );
}

function oldServers(whole: Json, operation: Json | undefined, from: string): readonly Server[] {
  if (textIn(whole, 'swagger') === undefined) {
    const url = absolute('/', from);
    return url === undefined ? [] : [{ url }];
  }
  const own = textsIn(operation, 'schemes');
  const schemes = own.length > 0 ? own : textsIn(whole, 'schemes');
  const here = from === '' ? undefined : new URL(from);
  const host = textIn(whole, 'host') ?? here?.host;
  const scheme =
    schemes.length === 0
      ? (here?.protocol.slice(0, -1) ?? 'https')
      : (schemes.find((one) => one === 'https') ?? schemes[0] ?? 'https');
  const path = (textIn(whole, 'basePath') ?? '').replace(/^(?!\/)/, '/');
  return host === undefined || !/^https?$/.test(scheme) || !URL.canParse(`${scheme}://${host}`)
    ? []
    : [{ url: `${scheme}://${host}${path}` }];
}

/** Undefined where a part of it is still open, or where nobody knows what it starts from. */
function absolute(text: string, from: string): string | undefined {
  if (/[{}]/.test(text)) return undefined;
  const base = from === '' ? undefined : from;
  const address = text.startsWith('//') && base === undefined ? `https:${text}` : text;
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
