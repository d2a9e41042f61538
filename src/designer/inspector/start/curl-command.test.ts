import { expect, test } from 'vitest';
import { curlCommand } from './curl-command.ts';

const url = 'http://localhost:4180/hooks/w1';

test('the command posts the example as JSON to the address', () => {
  expect(curlCommand(url, { email: 'ada@example.com', lines: [1, 2] })).toBe(
    `curl -X POST 'http://localhost:4180/hooks/w1' -H 'Content-Type: application/json' -d '{"email":"ada@example.com","lines":[1,2]}'`,
  );
});

test('an example with quotes, variables and commands in it stays data', () => {
  expect(curlCommand(url, { name: "O'Hara", note: '$(rm -rf ~) `id` "$HOME"' })).toBe(
    String.raw`curl -X POST 'http://localhost:4180/hooks/w1' -H 'Content-Type: application/json' -d '{"name":"O'\''Hara","note":"$(rm -rf ~) ${'`'}id${'`'} \"$HOME\""}'`,
  );
});
