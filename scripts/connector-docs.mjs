/**
 * Writes what a reader wants to know of every connector from its description: the table in `components-catalog/README.md` and
 * a page for each in `docs/connectors/`. `npm run docs` writes; `src/headless/connector-docs.test.ts` holds what is written
 * against what would be.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const catalog = join(root, 'components-catalog');
const docs = join(root, 'docs/connectors');
const begin = '<!-- connectors: made by scripts/connector-docs.mjs -->';
const end = '<!-- /connectors -->';

/** @typedef {Record<string, any>} Part descriptions are read as they are written; the tests of src/catalog hold their shape */

/** What would be written, by path from the project's root. */
export function connectorDocs() {
  const connectors = readConnectors();
  const readme = readFileSync(join(catalog, 'README.md'), 'utf8');
  return new Map([
    ['components-catalog/README.md', withTable(readme, connectors)],
    ['docs/connectors/README.md', overview(connectors)],
    ...connectors.map(
      (connector) =>
        /** @type {const} */ ([`docs/connectors/${connector.name}.md`, pageOf(connector)]),
    ),
  ]);
}

/** Pages whose connector has gone. */
export function leftOverDocs() {
  const wanted = new Set(connectorDocs().keys());
  return (existsSync(docs) ? readdirSync(docs) : [])
    .map((name) => `docs/connectors/${name}`)
    .filter((path) => !wanted.has(path));
}

function readConnectors() {
  return readdirSync(catalog, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(catalog, entry.name, 'proof.json')))
    .map(({ name }) => ({
      name,
      component: read(join(catalog, name, 'component.json')),
      proof: read(join(catalog, name, 'proof.json')),
    }))
    .sort((one, other) => (one.component.title < other.component.title ? -1 : 1));
}

/** @typedef {ReturnType<typeof readConnectors>[number]} Connector */

/** @param {string} path @returns {Part} */
function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** @param {string} readme @param {readonly Connector[]} connectors */
function withTable(readme, connectors) {
  const [before = '', rest = ''] = readme.split(begin);
  const [, after = ''] = rest.split(end);
  const rows = connectors.map(
    ({ name, component, proof }) =>
      `| [${component.title}](../docs/connectors/${name}.md) | ${operationsOf(component).length} | ${authOf(component)} | ${stateOf(proof)} | ${noOf(proof)} |`,
  );
  return [
    `${before}${begin}`,
    '',
    '| connector | operations | signs in by | proof | how it says no |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `${end}${after}`,
  ].join('\n');
}

/** @param {readonly Connector[]} connectors */
function overview(connectors) {
  return [
    '# Connectors',
    '',
    'Made from the descriptions in `components-catalog/` by `npm run docs`.',
    '',
    ...connectors.map(
      ({ name, component }) => `- [${component.title}](${name}.md): ${component.description}`,
    ),
    '',
  ].join('\n');
}

/** @param {Connector} connector */
function pageOf({ component, proof }) {
  const lines = [`# ${component.title}`, '', component.description, ''];
  lines.push('## Signing in', '');
  for (const { title, description, whereToFind, auth } of component.credentials) {
    lines.push(
      `**${title}** (${wordOf(auth)}). ${description ?? ''} ${whereToFind?.text ?? ''}`.trim(),
    );
    const scopes = Array.isArray(auth.scopes) ? auth.scopes.join(' ') : '';
    if (scopes !== '') lines.push('', `Rights that are asked for: \`${scopes}\``);
    lines.push('');
  }
  lines.push('## Operations', '', '| operation | does | reads or writes |', '| --- | --- | --- |');
  for (const operation of operationsOf(component))
    lines.push(
      `| ${operation.docsUrl === undefined ? operation.title : `[${operation.title}](${operation.docsUrl})`} | ${operation.description} | ${operation.effect ?? 'write'}${operation.starts === 'poll' ? ', can start a flow' : ''} |`,
    );
  lines.push('', '## Proof', '', `${stateOf(proof)}.`, '');
  for (const { what, against } of proof.checked ?? [])
    lines.push(`- Read up in public: ${what} ([${sourceOf(against)}](${against})).`);
  for (const [trouble, { source }] of troublesOf(proof).readUp)
    lines.push(`- Read up in public: how it says ${trouble} ([${sourceOf(source)}](${source})).`);
  for (const [trouble] of troublesOf(proof).remembered)
    lines.push(`- From memory: how it says ${trouble}.`);
  lines.push('');
  for (const { operation, why } of proof.differences ?? [])
    lines.push(`- \`${operation}\`: ${why}`);
  if ((proof.differences ?? []).length > 0) lines.push('');
  return lines.join('\n');
}

/** @param {Part} component @returns {readonly Part[]} */
function operationsOf({ operations }) {
  return operations.filter((/** @type {Part} */ { internal }) => internal !== true);
}

/** @param {Part} component */
function authOf({ credentials }) {
  return [...new Set(credentials.map((/** @type {Part} */ { auth }) => wordOf(auth)))].join(', ');
}

/** @param {Part} auth */
function wordOf({ scheme, in: place }) {
  if (scheme === 'oauth2') return 'OAuth 2';
  if (scheme === 'bearer') return 'token';
  if (scheme === 'basic') return 'name and password';
  return scheme === 'api-key' ? `key (${place})` : scheme;
}

/** @param {Part} proof */
function stateOf({ description, exchanges = [], differences = [], checked = [] }) {
  const sources = [
    ...new Set(checked.map((/** @type {Part} */ { against }) => sourceOf(against))),
  ].join(', ');
  const ours = `${counted(exchanges.length, 'exchange', 'written down by us')}${sources === '' ? '' : `, in part checked against ${sources}`}`;
  if (description === undefined) return `documented: ${ours}, none sent to the service itself`;
  const but =
    differences.length === 0
      ? ''
      : ` but for ${counted(differences.length, 'known difference', '')}`.trimEnd();
  return `requests held against the published description${but}; ${ours}`;
}

/** How a service says no: what was read on its pages, and what was not. @param {Part} proof */
function noOf(proof) {
  const { readUp, remembered } = troublesOf(proof);
  const named = (/** @type {readonly (readonly [string, Part])[]} */ list) =>
    list.map(([words]) => words).join(', ');
  return [
    ...(readUp.length === 0 ? [] : [`read up: ${named(readUp)}`]),
    ...(remembered.length === 0 ? [] : [`from memory: ${named(remembered)}`]),
  ].join('; ');
}

/** @param {Part} proof */
function troublesOf({ troubles = {} }) {
  const all = Object.entries(troubleWords).map(
    ([trouble, words]) => /** @type {const} */ ([words, troubles[trouble] ?? {}]),
  );
  return {
    readUp: all.filter(([, { source }]) => source !== undefined),
    remembered: all.filter(([, { source }]) => source === undefined),
  };
}

const troubleWords = {
  'wrong-key': 'a wrong key',
  expired: 'an expired sign-in',
  'too-many': 'too many calls',
  outage: 'an outage',
};

/** Whose page it is: the host, or the owner of public sources. @param {string} address */
function sourceOf(address) {
  const { host, pathname } = new URL(address);
  return host === 'github.com' ? pathname.split('/').slice(1, 3).join('/') : host;
}

/** @param {number} count @param {string} what @param {string} how */
function counted(count, what, how) {
  return `${String(count)} ${what}${count === 1 ? '' : 's'} ${how}`.trimEnd();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(docs, { recursive: true });
  for (const path of leftOverDocs()) rmSync(join(root, path));
  for (const [path, text] of connectorDocs()) writeFileSync(join(root, path), text);
}
