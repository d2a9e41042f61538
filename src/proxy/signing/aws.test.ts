import { describe, expect, it } from 'vitest';
import type { HeaderPair } from '../egress/headers.ts';
import { signForAws } from './aws.ts';

/**
 * Source: the Signature Version 4 test suite that AWS publishes (docs.aws.amazon.com/general/latest/gr/signature-v4-test-suite.html;
 * kept in the tests of botocore). Its keys, region, service and time are the same for all.
 */
const suite = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: undefined,
  region: 'us-east-1',
  service: 'service',
};
const at = { now: () => Date.UTC(2015, 7, 30, 12, 36) };
const letters = '-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

interface Case {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly search?: string;
  readonly headers?: readonly HeaderPair[];
  readonly body?: string;
  readonly names: string;
  readonly signature: string;
}
const plain = 'host;x-amz-date';
const named = 'host;my-header1;x-amz-date';
const form = 'content-type;host;x-amz-date';

// prettier-ignore
const cases: readonly Case[] = [
  { name: 'get-vanilla', names: plain, signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  { name: 'get-vanilla-empty-query-key', search: 'Param1=value1', names: plain, signature: 'a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb' },
  { name: 'get-vanilla-query-order-key-case', search: 'Param2=value2&Param1=value1', names: plain, signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500' },
  { name: 'get-vanilla-query-order-key', search: 'Param1=value2&Param1=Value1', names: plain, signature: 'eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1' },
  { name: 'get-vanilla-query-order-value', search: 'Param1=value2&Param1=value1', names: plain, signature: '5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694' },
  { name: 'get-vanilla-query-order-encoded', search: 'Param-3=Value3&Param=Value2&%E1%88%B4=Value1', names: plain, signature: '371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac' },
  { name: 'get-vanilla-query-unreserved', search: `${letters}=${letters}`, names: plain, signature: '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197' },
  { name: 'get-vanilla-utf8-query', search: 'ሴ=bar', names: plain, signature: '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04' },
  { name: 'get-unreserved', path: `/${letters}`, names: plain, signature: '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f' },
  { name: 'get-header-key-duplicate', headers: [['my-header1', 'value2'], ['my-header1', 'value2'], ['my-header1', 'value1']], names: named, signature: 'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea' },
  { name: 'get-header-value-order', headers: [['my-header1', 'value4'], ['my-header1', 'value1'], ['my-header1', 'value3'], ['my-header1', 'value2']], names: named, signature: '08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01' },
  { name: 'get-header-value-trim', headers: [['my-header1', ' value1'], ['my-header2', ' "a   b   c"']], names: 'host;my-header1;my-header2;x-amz-date', signature: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736' },
  { name: 'post-vanilla', method: 'POST', names: plain, signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b' },
  { name: 'post-vanilla-query', method: 'POST', search: 'Param1=value1', names: plain, signature: '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11' },
  { name: 'post-header-value-case', method: 'POST', headers: [['my-header1', 'VALUE1']], names: named, signature: 'cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d' },
  { name: 'post-x-www-form-urlencoded', method: 'POST', headers: [['content-type', 'application/x-www-form-urlencoded']], body: 'Param1=value1', names: form, signature: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a' },
  { name: 'post-x-www-form-urlencoded-parameters', method: 'POST', headers: [['content-type', 'application/x-www-form-urlencoded; charset=utf8']], body: 'Param1=value1', names: form, signature: '1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe' },
  { name: 'get-relative', path: '/example/..', names: plain, signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  { name: 'get-relative-relative', path: '/example1/example2/../..', names: plain, signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  { name: 'get-slash', path: '//', names: plain, signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  { name: 'get-slash-pointless-dot', path: '/./example', names: plain, signature: 'ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5' },
  { name: 'get-slashes', path: '//example//', names: plain, signature: '9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84' },
];

const sign = (given: Partial<Case>, keys: Parameters<typeof signForAws>[1] = suite, time = at) =>
  signForAws(
    {
      method: given.method ?? 'GET',
      origin: 'https://example.amazonaws.com',
      path: given.path ?? '/',
      search: given.search ?? '',
      headers: given.headers ?? [],
      body: given.body,
    },
    keys,
    time,
  );
const authorizationOf = ({ headers }: { headers: readonly HeaderPair[] }) =>
  headers.find(([name]) => name === 'authorization')?.[1];

describe('a request for AWS', () => {
  it.each(cases)('is signed as the suite’s $name is', (given) => {
    const { headers, secrets } = sign(given);
    expect(headers).toEqual([
      ['x-amz-date', '20150830T123600Z'],
      [
        'authorization',
        `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${given.names}, Signature=${given.signature}`,
      ],
    ]);
    expect(secrets).toEqual([given.signature]);
  });

  it('is signed with a session token as the suite’s get-vanilla-with-session-token is', () => {
    const sessionToken = '6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267';
    const signed = sign({}, { ...suite, sessionToken });
    expect(signed.headers).toContainEqual(['x-amz-security-token', sessionToken]);
    expect(authorizationOf(signed)).toMatch(
      /SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8$/,
    );
  });

  it('signs its own date, whatever date the caller wrote', () => {
    expect(sign({ headers: [['x-amz-date', '19700101T000000Z']] })).toEqual(sign({}));
  });

  // Source: docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, "Example: GET Object".
  it('has the digest of its body in a header where it goes to S3', () => {
    const signed = signForAws(
      {
        method: 'GET',
        origin: 'https://examplebucket.s3.amazonaws.com',
        path: '/test.txt',
        search: '',
        headers: [['range', 'bytes=0-9']],
        body: undefined,
      },
      {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        sessionToken: undefined,
        region: 'us-east-1',
        service: 's3',
      },
      { now: () => Date.UTC(2013, 4, 24) },
    );
    expect(authorizationOf(signed)).toMatch(
      /SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/,
    );
  });
});
