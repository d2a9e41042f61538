import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../shared/index.ts';

/** What a file that is no flow of ours looks like; undefined when nothing is known about it. */
export function recognise(json: Json): string | undefined {
  if (isJsonList(json)) {
    const isNodeRed = json.some(
      (entry) =>
        has(entry, 'id', 'type') && (has(entry, 'wires') || textAt(entry, 'type') === 'tab'),
    );
    return isNodeRed ? 'Node-RED' : undefined;
  }
  if (!isJsonObject(json)) return undefined;
  return signs.find(([, fits]) => fits(json))?.[0];
}

/** The same for a text that is not JSON. */
export function recogniseText(text: string): string | undefined {
  const start = text.trimStart().slice(0, 2000);
  if (/^<\?xml|^<\w/.test(start)) return 'XML';
  if (/^-?\s*(route|from):/m.test(start) && /^\s*(steps|uri):/m.test(start))
    return 'Apache Camel / Kaoto';
  if (/^(openapi|swagger):/m.test(start)) return 'OpenAPI';
  return undefined;
}

const signs: readonly (readonly [string, (json: JsonObject) => boolean])[] = [
  ['n8n', (json) => isJsonList(json['nodes']) && isJsonObject(json['connections'])],
  [
    'elastic.io / Open Integration Hub',
    (json) => isElasticFlow(json) || isElasticFlow(json['graph']),
  ],
  [
    'elastic.io / Open Integration Hub',
    (json) =>
      has(json, 'title') && (isJsonObject(json['triggers']) || isJsonObject(json['actions'])),
  ],
  ['OpenAPI', (json) => typeof json['openapi'] === 'string' || typeof json['swagger'] === 'string'],
  ['Postman', (json) => /getpostman/.test(textAt(json['info'], 'schema') ?? '')],
  ['Make', (json) => isJsonList(json['flow']) && isJsonObject(json['metadata'])],
  ['Zapier', (json) => isJsonList(json['zaps'])],
  [
    'Activepieces',
    (json) =>
      has(json['template'], 'trigger') ||
      has(json['trigger'], 'nextAction') ||
      textAt(json['trigger'], 'type')?.startsWith('PIECE') === true,
  ],
  ['Windmill', (json) => isJsonObject(json['value']) && isJsonList(json['value']['modules'])],
  [
    'Workato',
    (json) => has(json, 'recipe') || (has(json, 'provider', 'keyword') && has(json, 'block')),
  ],
  ['Footbridge component', (json) => isJsonList(json['operations']) && isJsonList(json['origins'])],
  ['JSON Schema', (json) => /json-schema\.org/.test(textAt(json, '$schema') ?? '')],
  ['npm package', (json) => has(json, 'name', 'version') && has(json, 'dependencies')],
];

function isElasticFlow(json: Json | undefined): boolean {
  if (!isJsonObject(json) || !isJsonList(json['nodes']) || !isJsonList(json['edges'])) return false;
  return json['nodes'].some(
    (node) => has(node, 'command') || has(node, 'componentId') || has(node, 'component_id'),
  );
}

function has(json: Json | undefined, ...names: readonly string[]): boolean {
  return isJsonObject(json) && names.every((name) => Object.hasOwn(json, name));
}

function textAt(json: Json | undefined, name: string): string | undefined {
  const value = isJsonObject(json) ? json[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
