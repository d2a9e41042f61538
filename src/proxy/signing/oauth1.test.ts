import { describe, expect, it } from 'vitest';
import { baseString, signForOAuth1 } from './oauth1.ts';

const tools = (seconds: number, nonce: string) => ({
  now: () => seconds * 1000,
  newId: () => nonce,
});

describe('a request of OAuth 1.0a', () => {
  // Source: RFC 5849, section 3.4.1.1; the signature as corrected by erratum 2550.
  const outgoing = {
    method: 'POST',
    origin: 'http://example.com',
    path: '/request',
    search: 'b5=%3D%253D&a3=a&c%40=&a2=r%20b',
    headers: [['content-type', 'application/x-www-form-urlencoded']] as const,
    body: 'c2&a3=2+q',
  };
  const keys = {
    consumerKey: '9djdj82h48djs9d2',
    consumerSecret: 'j49sk3j29djd',
    token: 'kkk9d7dh3k39sjv7',
    tokenSecret: 'dh893hdasih9',
    method: 'HMAC-SHA1',
    realm: undefined,
  } as const;

  it('is written down as section 3.4.1.1 does, form and address together', () => {
    expect(
      baseString(outgoing, [
        ['oauth_consumer_key', '9djdj82h48djs9d2'],
        ['oauth_token', 'kkk9d7dh3k39sjv7'],
        ['oauth_signature_method', 'HMAC-SHA1'],
        ['oauth_timestamp', '137131201'],
        ['oauth_nonce', '7d8f3e4a'],
      ]),
    ).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });

  it('has the signature of that text', () => {
    expect(signForOAuth1(outgoing, keys, tools(137131201, '7d8f3e4a')).secrets).toEqual([
      'r6/TJjbCOr97/+UU0NsvSne7s5g=',
    ]);
  });

  it('leaves a body that is no form out', () => {
    const json = { ...outgoing, headers: [['content-type', 'application/json']] as const };
    expect(baseString(json, [])).toBe(baseString({ ...json, body: undefined }, []));
  });

  // Source: RFC 5849, section 1.2.
  it('has the header of the photos in section 1.2', () => {
    const signed = signForOAuth1(
      {
        method: 'GET',
        origin: 'http://photos.example.net',
        path: '/photos',
        search: 'file=vacation.jpg&size=original',
        headers: [],
        body: undefined,
      },
      {
        consumerKey: 'dpf43f3p2l4k3l03',
        consumerSecret: 'kd94hf93k423kf44',
        token: 'nnch734d00sl2jdk',
        tokenSecret: 'pfkkdhi9sl3r4s00',
        method: 'HMAC-SHA1',
        realm: 'Photos',
      },
      tools(137131202, 'chapoH'),
    );
    expect(signed.headers).toEqual([
      [
        'authorization',
        'OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131202", oauth_nonce="chapoH", oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"',
      ],
    ]);
  });

  it('sends both secrets where it is signed in plain text', () => {
    const signed = signForOAuth1(outgoing, { ...keys, method: 'PLAINTEXT' }, tools(1, 'n'));
    expect(signed.secrets).toEqual(['j49sk3j29djd&dh893hdasih9']);
    expect(signed.headers[0]?.[1]).toContain('oauth_signature="j49sk3j29djd%26dh893hdasih9"');
  });
});
