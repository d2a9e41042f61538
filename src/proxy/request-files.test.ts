import { expect, it } from 'vitest';
import { filesBody, filesSent } from './request-files.ts';

it('a group or a list in a form with files is a part that says it is JSON; a value is plain', () => {
  const sent = filesSent('multipart', {
    fields: { name: 'Ada', tags: ['a', 'b'], meta: { team: 1 } },
    files: [],
  });
  const body = filesBody(sent);
  const text = Buffer.from(body?.as === 'bytes' ? body.base64 : '', 'base64').toString();
  const parts = text
    .split(/--footbridge-[^\r-]+(?:--)?\r\n/)
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('\r\n', '\n'));
  expect(parts).toEqual([
    'Content-Disposition: form-data; name="name"\n\nAda\n',
    'Content-Disposition: form-data; name="tags"\n\na\n',
    'Content-Disposition: form-data; name="tags"\n\nb\n',
    'Content-Disposition: form-data; name="meta"\nContent-Type: application/json\n\n{"team":1}\n',
  ]);
});
