/** Which ways to sign in an operation names, in the words of accounts. */
import type { Json } from '../../shared/index.ts';
import type { Documents } from './documents.ts';
import { entriesIn, listIn, objectIn, partOf, textIn } from './node.ts';
import type { SignInNote } from './request-note.ts';

const mostWays = 8;

/** Of several that are needed together, each is named: one of them opens most services. */
export function signInsOf(documents: Documents, operation: Json): readonly SignInNote[] {
  const { root, address } = documents;
  const wanted = listIn(partOf(operation, 'security') === undefined ? root : operation, 'security');
  const schemes =
    objectIn(objectIn(root, 'components'), 'securitySchemes') ??
    objectIn(root, 'securityDefinitions');
  const named = wanted.flatMap((requirement) => entriesIn(requirement));
  const ways = named.flatMap(([name, scopes]) => {
    const scheme = documents.follow(partOf(schemes, name), address);
    const rights = Array.isArray(scopes)
      ? (scopes as readonly Json[]).filter((one) => typeof one === 'string').join(' ')
      : '';
    return scheme === undefined ? [] : wayOf(scheme.node, rights, address);
  });
  const distinct = new Map(ways.map((way) => [JSON.stringify(way), way]));
  return [...distinct.values()].slice(0, mostWays);
}

function wayOf(scheme: Json, scopes: string, from: string): readonly SignInNote[] {
  const name = textIn(scheme, 'name');
  const place = partOf(scheme, 'in');
  switch (textIn(scheme, 'type')) {
    case 'apiKey':
      return name !== undefined && (place === 'header' || place === 'query' || place === 'cookie')
        ? [keyOf(place, name)]
        : [];
    case 'basic':
      return [{ scheme: 'basic' }];
    case 'http': {
      const kind = textIn(scheme, 'scheme')?.toLowerCase();
      return kind === 'basic' || kind === 'bearer' ? [{ scheme: kind }] : [];
    }
    case 'oauth2':
      return flowsOf(scheme).flatMap(({ grant, flow }) => ({
        scheme: 'oauth2',
        grant,
        ...addressIn(flow, 'authorizationUrl', 'authorizeUrl', from),
        ...addressIn(flow, 'tokenUrl', 'tokenUrl', from),
        ...(scopes === '' ? {} : { scopes: scopes.slice(0, 2000) }),
      }));
    case undefined:
    default:
      return [];
  }
}

/** A key under the name "Authorization" is a token that goes out as it is. */
function keyOf(place: 'header' | 'query' | 'cookie', name: string): SignInNote {
  return { scheme: 'api-key', in: place, name: name.slice(0, 100) };
}

type Grant = Extract<SignInNote, { scheme: 'oauth2' }>['grant'];

const grants: readonly (readonly [name: string, grant: Grant])[] = [
  ['authorizationCode', 'authorization-code'],
  ['accessCode', 'authorization-code'],
  ['clientCredentials', 'client-credentials'],
  ['application', 'client-credentials'],
];

function flowsOf(scheme: Json): readonly { readonly grant: Grant; readonly flow: Json }[] {
  const flows = objectIn(scheme, 'flows');
  const old = textIn(scheme, 'flow');
  return grants.flatMap(([name, grant]) => {
    if (name === old) return [{ grant, flow: scheme }];
    const flow = objectIn(flows, name);
    return flow === undefined ? [] : [{ grant, flow }];
  });
}

function addressIn<Key extends string>(
  flow: Json,
  name: string,
  key: Key,
  from: string,
): { [Name in Key]?: string } {
  const said = textIn(flow, name);
  const base = from === '' ? undefined : from;
  const url = said !== undefined && URL.canParse(said, base) ? new URL(said, base).href : undefined;
  return (url === undefined ? {} : { [key]: url }) as { [Name in Key]?: string };
}
