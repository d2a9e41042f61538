/** The simple types of XML Schema as JSON Schema. Whole numbers keep every digit; decimals are numbers where nothing is lost. */
import type { JsonSchema } from '../../../shared/index.ts';

const text: JsonSchema = { type: 'string' };
const whole: JsonSchema = { type: 'integer' };

function between(minimum: number, maximum: number): JsonSchema {
  return { type: 'integer', minimum, maximum };
}

/** By name; what is not here is a text. */
const builtIn: ReadonlyMap<string, JsonSchema> = new Map<string, JsonSchema>([
  ['boolean', { type: 'boolean' }],
  ['decimal', { type: 'number', format: 'decimal' }],
  ['float', { type: 'number' }],
  ['double', { type: 'number' }],
  ['integer', whole],
  ['long', { type: 'integer', format: 'int64' }],
  ['int', { type: 'integer', format: 'int32' }],
  ['short', between(-32_768, 32_767)],
  ['byte', between(-128, 127)],
  ['nonNegativeInteger', { type: 'integer', minimum: 0 }],
  ['positiveInteger', { type: 'integer', minimum: 1 }],
  ['nonPositiveInteger', { type: 'integer', maximum: 0 }],
  ['negativeInteger', { type: 'integer', maximum: -1 }],
  ['unsignedLong', { type: 'integer', minimum: 0 }],
  ['unsignedInt', between(0, 4_294_967_295)],
  ['unsignedShort', between(0, 65_535)],
  ['unsignedByte', between(0, 255)],
  ['date', { type: 'string', format: 'date' }],
  ['dateTime', { type: 'string', format: 'date-time' }],
  ['time', { type: 'string', format: 'time' }],
  ['duration', { type: 'string', format: 'duration' }],
  ['anyURI', { type: 'string', format: 'uri-reference' }],
  ['base64Binary', { type: 'string', contentEncoding: 'base64' } as JsonSchema],
]);

export function builtInType(name: string): JsonSchema {
  return builtIn.get(name) ?? text;
}

type Facet = readonly [name: string, value: string];

/** A type with what a restriction says about it. */
export function restricted(base: JsonSchema, facets: readonly Facet[]): JsonSchema {
  const made: Record<string, unknown> = { ...base };
  const isNumber = base.type === 'number' || base.type === 'integer';
  const choices = facets.filter(([name]) => name === 'enumeration').map(([, value]) => value);
  if (choices.length > 0) made['enum'] = isNumber ? choices.map(Number) : choices;
  for (const [name, value] of facets) {
    const number = Number(value);
    const isSafe = value.trim() !== '' && Number.isFinite(number) && Math.abs(number) <= 2 ** 53;
    if (isSafe && isNumber && limits[name] !== undefined) made[limits[name]] = number;
    if (isSafe && !isNumber && lengths[name] !== undefined)
      for (const key of lengths[name]) made[key] = number;
    if (name === 'pattern' && !isNumber) {
      const pattern = patternOf(value);
      if (pattern !== undefined) made['pattern'] = pattern;
    }
  }
  return made as JsonSchema; // keywords of JSON Schema only
}

const limits: Readonly<Record<string, string>> = {
  minInclusive: 'minimum',
  maxInclusive: 'maximum',
  minExclusive: 'exclusiveMinimum',
  maxExclusive: 'exclusiveMaximum',
};
const lengths: Readonly<Record<string, readonly string[]>> = {
  minLength: ['minLength'],
  maxLength: ['maxLength'],
  length: ['minLength', 'maxLength'],
};

/** XML Schema's patterns hold for the whole text. What JavaScript reads otherwise is left out: the service checks it. */
function patternOf(written: string): string | undefined {
  if (/\\[icIC]|-\[|\\p\{Is/.test(written) || written.length > 500) return undefined;
  const pattern = `^(?:${written})$`;
  try {
    new RegExp(pattern, 'u');
    return pattern;
  } catch {
    return undefined;
  }
}
