/**
 * AWS Signature Version 4 (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), held by
 * the vectors of AWS's own test suite.
 *
 * 1. Every header that goes out is signed, but those that a proxy on the way may change.
 * 2. S3 reads the path as it is written and wants the body's digest in a header; every other service reads the path
 *    encoded once more, without empty and dot segments.
 */
import { createHash, createHmac } from 'node:crypto';
import type { HeaderPair } from '../egress/headers.ts';
import {
  decodePercent,
  encodeStrictly,
  hostOf,
  type Outgoing,
  type Signed,
  type SigningTools,
} from './signed.ts';

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  readonly region: string;
  readonly service: string;
}

const unsigned =
  /^(accept(-.*)?|authorization|cache-control|connection|content-length|expect|pragma|te|trailer|transfer-encoding|upgrade|user-agent|via|x-amzn-trace-id)$/;

export function signForAws(
  outgoing: Outgoing,
  keys: AwsKeys,
  { now }: Pick<SigningTools, 'now'>,
): Signed {
  const isS3 = /^s3(-|express|$)/.test(keys.service);
  const time = new Date(now()).toISOString().replace(/[:-]|\.\d{3}/g, '');
  const digest = sha256(outgoing.body ?? '');
  const added: HeaderPair[] = [
    ['x-amz-date', time],
    ...(isS3 ? [['x-amz-content-sha256', digest] as const] : []),
    ...(keys.sessionToken === undefined
      ? []
      : [['x-amz-security-token', keys.sessionToken] as const]),
  ];
  const isAdded = new Set(added.map(([name]) => name));
  const given = outgoing.headers.filter(([name]) => !isAdded.has(name));
  const headers = canonicalHeaders([['host', hostOf(outgoing)], ...given, ...added]);
  const names = headers.map(([name]) => name).join(';');
  const canonical = [
    outgoing.method,
    isS3 ? pathOfS3(outgoing.path) : canonicalPath(outgoing.path),
    canonicalQuery(outgoing.search),
    ...headers.map(([name, value]) => `${name}:${value}`),
    '',
    names,
    digest,
  ].join('\n');
  const scope = `${time.slice(0, 8)}/${keys.region}/${keys.service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const signature = hmac(signingKey(keys, time.slice(0, 8)), text).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { headers: [...added, ['authorization', authorization]], secrets: [signature] };
}

function canonicalHeaders(headers: readonly HeaderPair[]): HeaderPair[] {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    if (unsigned.test(name)) continue;
    values.set(name, [...(values.get(name) ?? []), value.trim().replace(/\s+/g, ' ')]);
  }
  return [...values].map(([name, all]): HeaderPair => [name, all.join(',')]).sort(byText);
}

function canonicalPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(encodeStrictly(segment));
  }
  const isFolder = kept.length > 0 && /\/\.{0,2}$/.test(path);
  return `/${kept.join('/')}${isFolder ? '/' : ''}`;
}

function pathOfS3(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeStrictly(decodePercent(segment)))
    .join('/');
}

function canonicalQuery(search: string): string {
  return search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): HeaderPair => {
      const [name = '', ...rest] = pair.split('=');
      return [encodeStrictly(decodePercent(name)), encodeStrictly(decodePercent(rest.join('=')))];
    })
    .sort(byText)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** By code, not by language: names first, then values. */
function byText([name, value]: HeaderPair, [otherName, otherValue]: HeaderPair): number {
  if (name !== otherName) return name < otherName ? -1 : 1;
  return value === otherValue ? 0 : value < otherValue ? -1 : 1;
}

function signingKey({ secretAccessKey, region, service }: AwsKeys, day: string): Buffer {
  return [day, region, service, 'aws4_request'].reduce<Buffer>(
    (key, text) => hmac(key, text),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
