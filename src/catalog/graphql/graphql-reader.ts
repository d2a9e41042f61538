/**
 * Makes a form of what a GraphQL service says of itself: what can be asked, what it takes, which fields come, the text of
 * the question. Settings: `field` (what is asked), `fields` (places of what is got), `first` (entries of a page); made here
 * are `query`, `messagesAt`, and of a paged list `paging`, `cursorAt`, `moreAt`.
 */
import { humanise, isJsonList, type Json, type JsonSchema } from '../../shared/index.ts';
import type { CallFailure } from '../call-contract.ts';
import type { Reader, Reading } from '../reader.ts';
import type { Settings } from '../settings.ts';
import { fieldsOf, insideOf, typeAt, usualFields, valuesAt } from './field-tree.ts';
import { pageArguments, pagedList } from './paging.ts';
import {
  chosenOf,
  knownPlaces,
  oneField,
  shapeOfSelection,
  writeEntries,
  writeSelection,
  type Chosen,
} from './selection.ts';
import {
  isListRef,
  readService,
  writeRef,
  type Argument,
  type Service,
  type ServiceField,
  type ServiceType,
} from './service.ts';
import { shapeOfArguments, shapeOfRef, shapeOfValue, shortened } from './shapes.ts';

const made = ['query', 'messagesAt', 'paging', 'cursorAt', 'moreAt'] as const;

export function graphqlReader(kind: 'query' | 'mutation'): Reader {
  return {
    offers: ['/settings/field'],
    read(message, settings) {
      const service = readService(message);
      return service && readFor(service, kind, settings);
    },
    explain,
  };
}

function explain({ serviceWords, status }: CallFailure) {
  if (serviceWords !== undefined && /introspect|__schema/i.test(serviceWords))
    return { code: 'flow.introspection-off', params: {} };
  return status === 404 ? { code: 'flow.graphql-not-here', params: {} } : undefined;
}

function readFor(service: Service, kind: 'query' | 'mutation', settings: Settings): Reading {
  const root = service[kind];
  const options = {
    '/settings/field': [...(root?.fields.values() ?? [])].map(({ name, description }) => ({
      value: name,
      label: humanise(name),
      ...(description === undefined ? {} : { help: shortened(description) }),
    })),
  };
  const asked = typeof settings['field'] === 'string' ? settings['field'] : '';
  const field = root?.fields.get(asked);
  if (field === undefined)
    return {
      options,
      fields: undefined,
      settings: without(settings, made),
      ...(asked === ''
        ? {}
        : { lost: { code: 'flow.question-gone', params: { field: humanise(asked) } } }),
    };
  const thing = insideOf(service, field);
  const chosen = thing === undefined ? [] : placesChosen(service, kind, thing, asked, settings);
  const question = ask(service, kind, field, thing, chosenOf(chosen), settings);
  return {
    options,
    fields:
      thing === undefined
        ? undefined
        : {
            of: asked,
            chosen,
            inside: (place) => {
              const type = typeAt(service, thing, place);
              return type === undefined ? [] : fieldsOf(service, type, place);
            },
            valuesOf: (place) => {
              const type = typeAt(service, thing, place);
              return type === undefined ? [] : valuesAt(service, type, place);
            },
            settingOf: (places) => places.map((place) => `${asked}/${place}`),
          },
    settings: {
      ...without(settings, made),
      fields: chosen.map((place) => `${asked}/${place}`),
      ...question.settings,
    },
    text: String(question.settings['query']),
    input: shapeOfArguments(service, question.takes),
    output: question.gives,
  };
}

/** Places are kept below the name of what is asked, so that another question begins with its own. */
function placesChosen(
  service: Service,
  kind: 'query' | 'mutation',
  thing: ServiceType,
  asked: string,
  settings: Settings,
): readonly string[] {
  const before = `${asked}/`;
  const kept = (isJsonList(settings['fields']) ? settings['fields'] : []).flatMap((place: Json) =>
    typeof place === 'string' && place.startsWith(before) ? [place.slice(before.length)] : [],
  );
  const known = knownPlaces(service, thing, kept);
  const places = known.length > 0 ? known : usualFields(service, thing);
  // A change that was refused says so in a list of its own: without it a refusal would look like a success.
  const refusals = kind === 'mutation' ? refusalPlaces(service, thing) : [];
  return [...places, ...refusals.filter((place) => !places.includes(place))];
}

function refusalPlaces(service: Service, thing: ServiceType): readonly string[] {
  return [...thing.fields.values()].flatMap((field) => {
    const entry = insideOf(service, field);
    if (entry === undefined || !isListRef(field.type) || !/errors$/i.test(field.name)) return [];
    return entry.fields.has('message') ? valuesAt(service, entry, field.name) : [];
  });
}

interface Question {
  readonly settings: Settings;
  readonly takes: readonly Argument[];
  readonly gives: JsonSchema;
}

function ask(
  service: Service,
  kind: 'query' | 'mutation',
  field: ServiceField,
  thing: ServiceType | undefined,
  chosen: Chosen,
  settings: Settings,
): Question {
  const paged = pagedList(service, field);
  const takes =
    paged === undefined
      ? field.arguments
      : field.arguments.filter(({ name }) => !pageArguments.has(name));
  const first = typeof settings['first'] === 'number' ? settings['first'] : 50;
  const after = paged?.goesOn === true && field.arguments.find(({ name }) => name === 'after');
  const variables = [...takes, ...(after === undefined || after === false ? [] : [after])];
  const given = [
    ...(paged?.takesFirst === true ? [`first: ${first}`] : []),
    ...variables.map(({ name }) => `${name}: $${name}`),
  ];
  const head = [
    `${kind} ${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`,
    variables.length === 0
      ? ''
      : `(${variables.map((one) => `$${one.name}: ${variableType(one)}`).join(', ')})`,
  ].join('');
  const asked = `${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}`;
  const place = `/data/${field.name}`;

  if (thing === undefined) {
    const value = shapeOfRef(field.type, shapeOfValue(service, field.type.name));
    return {
      settings: { query: `${head} {\n  ${asked}\n}`, messagesAt: '/data' },
      takes,
      gives: oneField(field.name, value),
    };
  }
  const gives = shapeOfSelection(service, thing, chosen);
  if (paged === undefined) {
    const inside = writeSelection(service, thing, chosen, '    ');
    return {
      settings: {
        query: `${head} {\n  ${asked} {\n${inside}\n  }\n}`,
        messagesAt: isListRef(field.type) ? `${place}/*` : place,
      },
      takes,
      gives,
    };
  }
  const goesOn = after !== false && after !== undefined;
  const lines = [
    writeEntries(service, paged, chosen, '    '),
    ...(goesOn ? ['    pageInfo {', '      hasNextPage', '      endCursor', '    }'] : []),
  ].join('\n');
  return {
    settings: {
      query: `${head} {\n  ${asked} {\n${lines}\n  }\n}`,
      messagesAt: `${place}/${paged.entries === 'nodes' ? 'nodes/*' : 'edges/*/node'}`,
      ...(goesOn
        ? {
            paging: 'cursor',
            cursorAt: `${place}/pageInfo/endCursor`,
            moreAt: `${place}/pageInfo/hasNextPage`,
          }
        : {}),
    },
    takes,
    gives,
  };
}

/** What has a usual value may be left out, also where it may not be nothing (GraphQL, 5.8.5). */
function variableType({ type, hasDefault }: Argument): string {
  const written = writeRef(type);
  return hasDefault ? written.replace(/!$/, '') : written;
}

function without(settings: Settings, names: readonly string[]): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));
}
