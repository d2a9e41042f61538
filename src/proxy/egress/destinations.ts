/**
 * Which destinations may be reached (P4).
 *
 * 1. Every address of a name is checked; one that may not be reached refuses the name.
 * 2. Only global unicast passes. What the operator allowed as an exact `host:port` passes too, written as in the request.
 * 3. The server's own address never passes, not even when it is allowed.
 */
import ipaddr from 'ipaddr.js';
import { RefusedError } from '../refusal.ts';

export interface Destinations {
  /** Throws a refusal; its params hold the exact line that would allow the destination. */
  check(host: string, port: number, addresses: readonly string[]): void;
  /** True when the operator named exactly this destination. */
  isAllowed(host: string, port: number): boolean;
}

export interface DestinationOptions {
  /** Exact `host:port` entries of the operator. */
  readonly allow: readonly string[];
  /** The server's own port, and the addresses it can be reached by besides loopback. Asked late: ports are known late. */
  readonly own: () => { readonly port: number; readonly addresses: readonly string[] };
  /** Told the line that would allow a refused destination, for the operator. */
  readonly onRefused?: (allowLine: string) => void;
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;
/** A public address that is a cloud platform's inner door all the same. */
const platformAddresses = ['168.63.129.16'];
/** What a *name* in the allow list may stand for: an inner network, never a metadata service. */
const innerRanges: ReadonlySet<string> = new Set([
  'loopback',
  'private',
  'uniqueLocal',
  'carrierGradeNat',
]);

export function createDestinations(options: DestinationOptions): Destinations {
  const allowed = new Set(options.allow.map(parseAllowEntry));

  return {
    isAllowed: (host, port) => allowed.has(entryOf(host, port)),
    check(host, port, addresses) {
      const own = options.own();
      const isNamed = allowed.has(entryOf(host, port));
      for (const text of addresses) {
        const address = ipaddr.process(text);
        if (port === own.port && isOwn(address, own.addresses))
          throw new RefusedError('proxy.own-address', { host });
        if (isGlobal(address) || (isNamed && mayBeAllowed(host, address))) continue;
        const allow = `FOOTBRIDGE_ALLOW=${entryOf(host, port)}`;
        options.onRefused?.(allow);
        throw new RefusedError('proxy.destination-not-allowed', { host, port, allow });
      }
    },
  };
}

/** `host:port` in the one spelling that is compared. Throws an error for the operator. */
export function parseAllowEntry(entry: string): string {
  const [, host, port] = /^([\w.-]+|\[[\da-f:.]+\]):(\d{1,5})$/i.exec(entry.trim()) ?? [];
  if (host === undefined || port === undefined || !URL.canParse(`http://${host}`)) {
    throw new Error(
      `FOOTBRIDGE_ALLOW: "${entry}" is not host:port, as in 10.0.0.5:8080 or [fd00::5]:8080.`,
    );
  }
  return entryOf(new URL(`http://${host}`).hostname, Number(port));
}

function entryOf(host: string, port: number): string {
  const plain = host.toLowerCase().replace(/\.$/, '');
  return plain.includes(':') && !plain.startsWith('[') ? `[${plain}]:${port}` : `${plain}:${port}`;
}

function isGlobal(address: Address): boolean {
  if (platformAddresses.includes(address.toString())) return false;
  if (address.range() !== 'unicast') return false;
  // Outside 2000::/3 nothing is handed out: `::/96`, site-local leftovers, and whatever a later registry calls unicast.
  return (
    address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(ipaddr.IPv6.parse('2000::'), 3)
  );
}

function mayBeAllowed(host: string, address: Address): boolean {
  const literal = host.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(literal) || innerRanges.has(address.range());
}

function isOwn(address: Address, ownAddresses: readonly string[]): boolean {
  const range = address.range();
  if (range === 'loopback' || range === 'unspecified') return true;
  return ownAddresses.some(
    (own) => ipaddr.isValid(own) && ipaddr.process(own).toString() === address.toString(),
  );
}
