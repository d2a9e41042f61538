import { expect, test } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

test.each([
  [{ password: 'hunter2' }, { password: '•••' }],
  [
    { user: 'ada', 'X-Api-Key': 'demo-1' },
    { user: 'ada', 'X-Api-Key': '•••' },
  ],
  [{ auth: { access_token: 'abc', expires: 5 } }, { auth: { access_token: '•••', expires: 5 } }],
  [{ clientSecret: ['a', 7, true] }, { clientSecret: ['•••', '•••', true] }],
  [{ password: { kind: 'literal', value: 'x' } }, { password: { kind: 'literal', value: '•••' } }],
  [[['Authorization', 'Bearer x']], [['Authorization', '•••']]],
  [[['Accept', 'text/html']], [['Accept', 'text/html']]],
  ['Authorization: Bearer abc.def-ghi_jkl', 'Authorization: Bearer •••'],
  ['https://api.test/a?api_key=12345&page=2', 'https://api.test/a?api_key=•••&page=2'],
  ['sftp://ada:geheim@files.test/x', 'sftp://ada:•••@files.test/x'],
  [{ note: 'use sk-abcdefghijklmnopqrst now' }, { note: 'use ••• now' }],
  [
    { secret_access_key: 'a', secretKey: 'b', access_key: 'c', pwd: 'd', sessionId: 'e' },
    { secret_access_key: '•••', secretKey: '•••', access_key: '•••', pwd: '•••', sessionId: '•••' },
  ],
  ['password=hunter2&grant_type=password', 'password=•••&grant_type=password'],
  [
    'https://b.test/f?X-Amz-Signature=0af3&sig=x%2F&size=2',
    'https://b.test/f?X-Amz-Signature=•••&sig=•••&size=2',
  ],
  [
    '<wsse:Password Type="t">geheim</wsse:Password><Name>Ada</Name>',
    '<wsse:Password Type="t">•••</wsse:Password><Name>Ada</Name>',
  ],
  ['{"user":"ada","client_secret":"a\\"b"}', '{"user":"ada","client_secret":"•••"}'],
  ['key -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- end', 'key ••• end'],
  ['AKIAIOSFODNN7EXAMPLE and glpat-abcdefghij0123456789', '••• and •••'],
])('masks %j', (value, expected) => {
  expect(maskSecrets(value)).toEqual(expected);
});

test.each([
  { name: 'Ada', email: 'ada@example.com', keyboard: 'US', monkey: 'x', tokens_used: null },
  { hasPassword: false, password: '' },
  { keys: ['a'], secretary: 'Bob', primaryKey: 7 },
  { password: { kind: 'ref', from: 'step', path: ['password'] } },
  { slug: 'sk-bratislava-hotel-central', animal: 'skunkmonkeysandothers', signature: 'Yours, Ada' },
  { formula: 'a=b and c=d', markup: '<p class="token">text</p>' },
])('leaves %j as it is, as the same object', (value) => {
  expect(maskSecrets(value)).toBe(value);
});

test('keeps numbers of any size', () => {
  expect(maskSecrets({ id: 12345678901234567890n })).toEqual({ id: 12345678901234567890n });
});
