/** How people of a language write numbers and days: only which way is offered first, never how something is read. */

/** The sign before the fraction; a point where the language is not known. */
export function decimalSignOf(locale: string | undefined): '.' | ',' {
  return formsOf(locale).decimal;
}

/** Ways to write a day with digits, the most likely first. */
export function dayPatternsOf(locale: string | undefined): readonly string[] {
  return formsOf(locale).days;
}

interface Forms {
  readonly decimal: '.' | ',';
  readonly days: readonly string[];
}

const common: readonly string[] = ['DD.MM.YYYY', 'MM/DD/YYYY'];
const known = new Map<string, Forms>();

function formsOf(locale: string | undefined): Forms {
  if (locale === undefined) return { decimal: '.', days: common };
  let forms = known.get(locale);
  if (forms === undefined) known.set(locale, (forms = lookUp(locale)));
  return forms;
}

function lookUp(locale: string): Forms {
  try {
    const number = new Intl.NumberFormat(locale).formatToParts(1.5);
    const decimal = number.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
    const own = patternOf(new Intl.DateTimeFormat(locale, numeric).formatToParts(0));
    return { decimal, days: [...new Set([own, ...common])] };
  } catch {
    return { decimal: '.', days: common }; // a language that nobody knows
  }
}

const numeric: Intl.DateTimeFormatOptions = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  timeZone: 'UTC',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
};

/** `30.12.1999` in parts as a pattern; blanks and marks of direction are not how people type a day. */
function patternOf(parts: readonly Intl.DateTimeFormatPart[]): string {
  const tokens: Readonly<Record<string, string>> = { year: 'YYYY', month: 'MM', day: 'DD' };
  return parts
    .map(({ type, value }) => tokens[type] ?? value.replace(/[\s\p{Cf}]/gu, ''))
    .join('')
    .replace(/\.$/, '');
}
