import { writeJson, type Json } from '../../../shared/index.ts';

/** What sends an example to an address, for the command line of a Mac or of Linux: whatever the example says is data there. */
export function curlCommand(url: string, example: Json): string {
  return `curl -X POST ${quoted(url)} -H 'Content-Type: application/json' -d ${quoted(writeJson(example))}`;
}

/** Inside single quotes a shell takes everything as it is, but for the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
