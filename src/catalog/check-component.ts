import type { JsonPath, JsonSchema } from '../shared/index.ts';
import type { HttpCall } from './component/call.ts';
import type { Component } from './component/component.ts';
import type { Operation } from './component/operation.ts';

/** Where a component's description is not what it should be, for whoever wrote it. */
export interface ComponentMistake {
  readonly path: JsonPath;
  readonly message: string;
}

/** What no shape can say: ids that are there twice or lead nowhere, calls that no request can be made of. */
export function checkComponent(component: Component): readonly ComponentMistake[] {
  return [
    ...doubles(component.operations, 'operations'),
    ...doubles(component.credentials, 'credentials'),
    ...checkWithheld(component),
    ...component.operations.flatMap((operation, at) => [
      ...checkChoices(component, operation, ['operations', at, 'choices']),
      ...checkDescribedBy(component, operation, ['operations', at, 'describedBy', 'from']),
      ...checkTenant(component, operation, ['operations', at]),
      ...checkCall(component, operation.call, ['operations', at, 'call']),
      ...checkFields(component, operation.call, ['operations', at, 'call']),
    ]),
    ...component.credentials.flatMap(({ verify }, at) =>
      verify === undefined
        ? []
        : checkCall(component, verify.call, ['credentials', at, 'verify', 'call']),
    ),
  ];
}

function doubles(
  things: readonly { readonly id: string }[],
  key: string,
): readonly ComponentMistake[] {
  return things.flatMap(({ id }, at) =>
    things.findIndex((other) => other.id === id) < at
      ? [{ path: [key, at, 'id'], message: `the id "${id}" is there twice` }]
      : [],
  );
}

/** A field that never comes cannot be promised, however deep it would be. */
function checkWithheld({ withheld = [], operations }: Component): readonly ComponentMistake[] {
  const promised = (schema: JsonSchema | undefined, path: JsonPath): readonly ComponentMistake[] =>
    schema === undefined
      ? []
      : [
          ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => {
            const at = [...path, 'properties', name];
            return withheld.includes(name)
              ? [{ path: at, message: `the field "${name}" is withheld` }]
              : promised(each, at);
          }),
          ...promised(schema.items, [...path, 'items']),
        ];
  return withheld.length === 0
    ? []
    : operations.flatMap(({ output }, at) => promised(output, ['operations', at, 'output']));
}

/** Fields that a service has belong to an operation that takes them. */
function checkFields(
  component: Component,
  call: Operation['call'],
  path: JsonPath,
): readonly ComponentMistake[] {
  const of = call.via === 'http' ? (call as HttpCall).take?.fields?.of : undefined;
  return of === undefined || component.operations.some(({ id }) => id === of)
    ? []
    : [{ path: [...path, 'take', 'fields', 'of'], message: `there is no operation "${of}"` }];
}

function checkChoices(
  component: Component,
  { choices = [] }: Operation,
  path: JsonPath,
): readonly ComponentMistake[] {
  const known = new Set(component.operations.map(({ id }) => id));
  return choices.flatMap(({ from }, at) =>
    known.has(from)
      ? []
      : [{ path: [...path, at, 'from'], message: `there is no operation "${from}"` }],
  );
}

/** What goes in the header of a tenant is chosen from the service's own list, or nothing is sent. */
function checkTenant(
  { tenant }: Component,
  { settings, choices = [], internal }: Operation,
  path: JsonPath,
): readonly ComponentMistake[] {
  if (tenant === undefined || settings?.properties?.[tenant.setting] === undefined) return [];
  const isRequired = settings.required?.includes(tenant.setting) === true;
  const isChosen = choices.some(({ at }) => at === `/settings/${tenant.setting}`);
  return isRequired && (isChosen || internal === true)
    ? []
    : [
        {
          path: [...path, 'settings', 'properties', tenant.setting],
          message: `"${tenant.setting}" fills the header "${tenant.header}": it is required, and has choices`,
        },
      ];
}

function checkDescribedBy(
  component: Component,
  { describedBy }: Operation,
  path: JsonPath,
): readonly ComponentMistake[] {
  return describedBy === undefined || component.operations.some(({ id }) => id === describedBy.from)
    ? []
    : [{ path, message: `there is no operation "${describedBy.from}"` }];
}

function checkCall(
  component: Component,
  call: Operation['call'],
  path: JsonPath,
): readonly ComponentMistake[] {
  if (call.via !== 'http') return [];
  const http = call as HttpCall;
  const mistakes: ComponentMistake[] = [];
  if (component.origins.length === 0)
    mistakes.push({ path: ['origins'], message: 'a call needs to know where its service is' });
  const [first] = http.path;
  if (
    typeof first === 'string'
      ? !/^\/(?![/\\])/.test(first)
      : first !== undefined && 'param' in first
  )
    mistakes.push({ path: [...path, 'path', 0], message: 'a path begins with one "/"' });
  if (holdsFormula(http))
    mistakes.push({ path, message: 'a request is made without formulas: they may have to wait' });
  for (const source of sourcesIn([http.path, http.query, http.headers, http.body]))
    if (!requestSources.has(source) && !source.startsWith('item:'))
      mistakes.push({ path, message: `a request reads "input" and "settings", not "${source}"` });
  return mistakes;
}

function holdsFormula(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { kind, lang } = node as { kind?: unknown; lang?: unknown };
  return (kind === 'formula' && lang !== undefined) || Object.values(node).some(holdsFormula);
}

const requestSources: ReadonlySet<string> = new Set(['input', 'settings']);

function sourcesIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { kind, from } = node as { kind?: unknown; from?: unknown };
  const own = kind === 'ref' && typeof from === 'string' ? [from] : [];
  return [...own, ...Object.values(node).flatMap(sourcesIn)];
}
