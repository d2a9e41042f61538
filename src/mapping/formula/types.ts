/**
 * What a formula makes, as far as its text and its fields' types tell (M8). JSONata has no lists of one: a path through
 * a list gives nothing, one value or several, so each type says how many there may be.
 */
import {
  kindsOf,
  propertyAt,
  requiredOf,
  resolve,
  union,
  type Json,
  type JsonSchema,
} from '../../shared/index.ts';
import { entryOf, schemaOfValue } from '../types/schema-make.ts';
import type { Inferred } from '../types/inferred.ts';
import { borrowed } from './borrowed.ts';
import { paramsOf } from './closures/signatures.ts';
import type { FormulaNode, FormulaStage } from './syntax.ts';

export interface Made {
  /** Of one value, or of each entry. */
  readonly schema: JsonSchema;
  /** `some`: none, one or several. `open`: it is not known whether it is a list. */
  readonly many: 'one' | 'some' | 'list' | 'open';
  readonly mayMiss: boolean;
}

/** Types by name: the fields', and those that the formula defines. */
type Known = ReadonlyMap<string, Made>;

const anything: Made = { schema: {}, many: 'open', mayMiss: true };

/** The type of a tree whose fields have these types. */
export function typeOfTree(tree: FormulaNode, fields: ReadonlyMap<string, Inferred>): Made {
  const known = new Map([...fields].map(([name, type]) => [name, madeOf(type)]));
  return typeOf(tree, undefined, known);
}

function madeOf({ schema, mayMiss }: Inferred): Made {
  const { kinds, open, nullable } = kindsOf(schema, schema);
  if (open) return { ...anything, mayMiss };
  if (!kinds.has('array')) return { schema, many: 'one', mayMiss };
  return kinds.size === 1 && !nullable
    ? { schema: entryOf(schema), many: 'list', mayMiss }
    : { ...anything, mayMiss };
}

function one(schema: JsonSchema, mayMiss = false): Made {
  return { schema, many: 'one', mayMiss };
}

/** Entries that are lists are laid flat on the way, by one level here and by all there. */
function holdsLists(made: Made | undefined): boolean {
  return made !== undefined && kindsOf(made.schema, made.schema).kinds.has('array');
}

function asOne(made: Made): Made {
  return { ...made, many: 'one' };
}

/** `here`: the entry that the node looks at; undefined at the top, where there is none. */
function typeOf(node: FormulaNode, here: Made | undefined, known: Known): Made {
  if (node.group !== undefined || node.tuple === true) return anything;
  const bare = bareTypeOf(node, here, known);
  const chosen = afterStages(bare, node.predicate);
  if (node.keepArray !== true && node.keepSingletonArray !== true) return chosen;
  // `a.b[]` keeps a list of one; `$a[]` does not, when it is no list.
  return node.type === 'path' && chosen.many !== 'open'
    ? { ...chosen, many: 'list', mayMiss: true }
    : anything;
}

function bareTypeOf(node: FormulaNode, here: Made | undefined, known: Known): Made {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return one(schemaOfValue(node.value as Json)); // the parser gives nothing else
    case 'variable':
      return node.value === '' ? (here ?? anything) : (known.get(String(node.value)) ?? anything);
    case 'name':
      return here === undefined ? anything : afterName(here, String(node.value));
    case 'path':
      return typeOfPath(node, here, known);
    case 'binary':
      return typeOfBinary(node, here, known);
    case 'unary':
      return typeOfUnary(node, here, known);
    case 'condition':
      return either([node.then, node.else].map((branch) => branch && typeOf(branch, here, known)));
    case 'block': {
      const inner = new Map(known);
      let last = anything;
      for (const statement of node.expressions ?? []) {
        const { rhs, lhs } = statement;
        last = typeOf(
          statement.type === 'bind' && rhs !== undefined ? rhs : statement,
          here,
          inner,
        );
        if (statement.type === 'bind' && lhs !== undefined && 'type' in lhs)
          inner.set(String(lhs.value), last);
      }
      return last;
    }
    case 'function':
      return typeOfCall(node, (argument) => typeOf(argument, here, known), undefined);
    case 'apply': {
      const { lhs, rhs } = node;
      if (rhs?.type !== 'function' || lhs === undefined || !('type' in lhs)) return anything;
      return typeOfCall(rhs, (argument) => typeOf(argument, here, known), lhs);
    }
    default:
      return anything;
  }
}

function afterName(from: Made, name: string): Made {
  const entry = resolve(from.schema, from.schema);
  const { open, nullable } = kindsOf(entry, entry);
  const property = open || from.many === 'open' ? undefined : propertyAt(entry, name, entry);
  if (property === undefined) return anything;
  const mayMiss = from.mayMiss || nullable || !requiredOf(entry, entry).includes(name);
  return spread(from, madeOf({ schema: resolve(property, entry), mayMiss }));
}

/** What each entry gives, together: of one value it is that, of several it is some. */
function spread(from: Made, made: Made): Made {
  if (made.many === 'open' || from.many === 'open') return anything;
  if (from.many !== 'one') return { schema: made.schema, many: 'some', mayMiss: true };
  return { ...made, mayMiss: made.mayMiss || from.mayMiss };
}

function typeOfPath({ steps = [] }: FormulaNode, top: Made | undefined, known: Known): Made {
  let made: Made | undefined = top;
  for (const [at, step] of steps.entries()) {
    if (step.tuple === true || (at > 0 && holdsLists(made))) return anything;
    if (step.type === 'sort') {
      made = afterStages({ ...(made ?? anything), many: 'some', mayMiss: true }, step.stages);
      continue;
    }
    const before: Made | undefined = at === 0 ? top : made;
    const each = before === undefined || before.many === 'open' ? before : asOne(before);
    // Brackets give lists that are not laid flat.
    if (step.value === '[' && (at < steps.length - 1 || before?.many !== 'one')) return anything;
    const found = afterStages(typeOf(step, each, known), step.stages);
    made = at === 0 || before === undefined ? found : spread(before, found);
  }
  return made ?? anything;
}

/** A position chooses one entry, a test some. */
function afterStages(made: Made, stages: readonly FormulaStage[] | undefined): Made {
  let chosen = made;
  for (const { expr } of stages ?? []) {
    if (chosen.many === 'open' || holdsLists(chosen)) return anything;
    if (expr?.type !== 'number') chosen = { ...chosen, many: 'some', mayMiss: true };
    else if (kindsOf(chosen.schema, chosen.schema).open) return anything;
    else chosen = { ...chosen, many: 'one', mayMiss: true };
  }
  return chosen;
}

const text: JsonSchema = { type: 'string' };
const yesNo: JsonSchema = { type: 'boolean' };

function typeOfBinary(node: FormulaNode, here: Made | undefined, known: Known): Made {
  const { lhs, rhs } = node;
  if (lhs === undefined || rhs === undefined || !('type' in lhs)) return anything;
  const [left, right] = [typeOf(lhs, here, known), typeOf(rhs, here, known)];
  const mayMiss = left.mayMiss || right.mayMiss || left.many !== 'one' || right.many !== 'one';
  switch (node.value) {
    case '&':
      return one(text);
    case '+':
    case '-':
    case '*': {
      const isWhole = [left, right].every(({ schema }) => isOnly(schema, 'integer'));
      return one({ type: isWhole ? 'integer' : 'number' }, mayMiss);
    }
    case '/':
    case '%':
      return one({ type: 'number' }, mayMiss);
    case '..':
      return { schema: { type: 'integer' }, many: 'some', mayMiss: true };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return one(yesNo, mayMiss);
    default:
      return one(yesNo);
  }
}

function isOnly(schema: JsonSchema, kind: 'integer'): boolean {
  return isAll(schema, [kind]);
}

function isAll(schema: JsonSchema, allowed: readonly string[]): boolean {
  const { kinds, open, nullable } = kindsOf(schema, schema);
  return !open && !nullable && kinds.size > 0 && [...kinds].every((kind) => allowed.includes(kind));
}

function typeOfUnary(node: FormulaNode, here: Made | undefined, known: Known): Made {
  if (node.value === '-') {
    const of = node.expression === undefined ? anything : typeOf(node.expression, here, known);
    return one({ type: isOnly(of.schema, 'integer') ? 'integer' : 'number' }, of.mayMiss);
  }
  if (node.value === '[') {
    const items = (node.expressions ?? []).map((item) => {
      const made = typeOf(item, here, known);
      return item.value === '[' ? { type: 'array' as const, items: made.schema } : made.schema;
    });
    return { schema: union(items), many: 'list', mayMiss: false };
  }
  const pairs = Array.isArray(node.lhs) ? (node.lhs as [FormulaNode, FormulaNode][]) : [];
  const fields = pairs.map(([key, value]) => [key, asValue(typeOf(value, here, known))] as const);
  if (fields.some(([key]) => key.type !== 'string')) return one({ type: 'object' });
  const required = fields.filter(([, { mayMiss }]) => !mayMiss).map(([key]) => String(key.value));
  return one({
    type: 'object',
    properties: Object.fromEntries(
      fields.map(([key, { schema }]) => [String(key.value), schema] as const),
    ),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  });
}

/** Inside a group it is what it is: one value, or a list when there are several. */
function asValue({ schema, many, mayMiss }: Made): Inferred {
  const list: JsonSchema = { type: 'array', items: schema };
  if (many === 'list') return { schema: list, mayMiss };
  if (many === 'some') return { schema: union([schema, list]), mayMiss };
  return { schema: many === 'open' ? {} : schema, mayMiss };
}

function either(branches: readonly (Made | undefined)[]): Made {
  const there = branches.filter((branch) => branch !== undefined);
  const [first] = there;
  if (first === undefined || there.some(({ many }) => many === 'open')) return anything;
  return {
    schema: union(there.map(({ schema }) => schema)),
    many: there.every(({ many }) => many === first.many) ? first.many : 'some',
    mayMiss: branches.includes(undefined) || there.some(({ mayMiss }) => mayMiss),
  };
}

const whole: JsonSchema = { type: 'integer' };
const dateTime: JsonSchema = { type: 'string', format: 'date-time' };

/** What functions give, whatever they are given. */
const results: Readonly<Record<string, JsonSchema>> = {
  ...withAll(
    'string substring substringBefore substringAfter lowercase uppercase trim pad replace join formatNumber formatBase ' +
      'formatInteger type base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl',
    text,
  ),
  ...withAll('sum average number abs sqrt power random round', { type: 'number' }),
  ...withAll('count length floor ceil parseInteger millis toMillis', whole),
  ...withAll('contains boolean not exists', yesNo),
};
const neverMiss: ReadonlySet<string> = new Set(['count', 'exists', 'now', 'millis', 'random']);
/** They give entries of their first argument, or its entries in another order. */
const choosing: ReadonlySet<string> = new Set(['filter', 'sort', 'reverse', 'distinct', 'shuffle']);

function withAll(names: string, schema: JsonSchema): Record<string, JsonSchema> {
  return Object.fromEntries(names.split(' ').map((name) => [name, schema]));
}

/**
 * A function whose first value may be left out takes the entry in its place, or gives nothing, when what it is given is
 * not of the very kinds that it takes.
 */
function mayBeLeftOut(name: string, given: readonly Made[]): boolean {
  const [first] = given;
  if (first === undefined || first.mayMiss) return true;
  if (name === 'average') return first.many !== 'one';
  const params = paramsOf(borrowed(name)?.signature?.definition ?? '<x>');
  if (params[0]?.mark !== '-') return false;
  return !given.every(({ schema, many, mayMiss }, at) => {
    const kinds = kindsTaken[params[at]?.kind ?? ''];
    return many === 'one' && !mayMiss && (kinds === undefined || isAll(schema, kinds));
  });
}

/** Undefined: any kind. */
const kindsTaken: Readonly<Record<string, readonly string[] | undefined>> = {
  s: ['string'],
  '(sf)': ['string'],
  n: ['number', 'integer'],
  b: ['boolean'],
  o: ['object'],
};

function typeOfCall(
  call: FormulaNode,
  type: (argument: FormulaNode) => Made,
  before: FormulaNode | undefined,
): Made {
  const given = [...(before === undefined ? [] : [before]), ...(call.arguments ?? [])];
  const name = call.procedure?.type === 'variable' ? String(call.procedure.value) : '';
  const types = given.map(type);
  const [first, second] = types;
  const mayMiss = !neverMiss.has(name) && mayBeLeftOut(name, types);
  if (name === 'now' || name === 'fromMillis') {
    const isWritten = given.length > (name === 'now' ? 0 : 1);
    return one(isWritten ? text : dateTime, mayMiss);
  }
  if (name === 'round' && second === undefined) return one(whole, mayMiss);
  const known = Object.hasOwn(results, name) ? results[name] : undefined;
  if (known === whole || known === text || known === yesNo) return one(known, mayMiss);
  if (known !== undefined) {
    const staysWhole = (name === 'sum' || name === 'abs') && first !== undefined;
    return one(staysWhole && isOnly(first.schema, 'integer') ? whole : known, mayMiss);
  }
  if (name === 'split') return { schema: text, many: 'list', mayMiss };
  if (name === 'keys') return { schema: text, many: 'some', mayMiss: true };
  if (first === undefined || first.many === 'open' || holdsLists(first)) return anything;
  if (name === 'max' || name === 'min') return one(first.schema, true);
  if (choosing.has(name)) return { ...first, many: 'some', mayMiss: true };
  if (name === 'append' && second !== undefined && second.many !== 'open' && !holdsLists(second))
    return { schema: union([first.schema, second.schema]), many: 'some', mayMiss: true };
  return anything;
}
