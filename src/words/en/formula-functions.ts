/** What functions of formulas take (in the brackets, in order), and what they do. Loaded with the formula editor. */
export const formulaFunctions = {
  uppercase: ['text', 'The text in capitals'],
  lowercase: ['text', 'The text in small letters'],
  trim: ['text', 'The text without blanks around it, and with single blanks inside'],
  length: ['text', 'How many characters the text has'],
  substring: [
    'text, from, how many?',
    'A part of the text, from a position on; 0 is the first character, -1 the last one',
  ],
  substringBefore: ['text, sign', 'What stands before the sign, or all of it when it is not there'],
  substringAfter: ['text, sign', 'What stands behind the sign, or all of it when it is not there'],
  contains: ['text, part', 'Whether the part is somewhere in the text'],
  replace: ['text, find, by, how often?', 'The text with one thing put in place of another'],
  split: ['text, at, how many?', 'A list of the parts between the characters'],
  join: ['list of texts, between?', 'One text of all entries, with something between them'],
  pad: [
    'text, width, sign?',
    'The text filled up to a width; behind it, or before it when the width is negative',
  ],
  match: [
    'text, /pattern/, how many?',
    'All places where a pattern fits, as groups with “match” and “index”',
  ],
  string: ['value, with lines?', 'The value as a text; groups and lists as JSON'],
  base64encode: ['text', 'The text in base64; for texts without accents and the like'],
  base64decode: ['text', 'The text that is in a base64 text'],
  encodeUrlComponent: ['text', 'The text as it can stand as one value in a web address'],
  decodeUrlComponent: ['text', 'The value as it was before it was put into a web address'],
  encodeUrl: ['address', 'A whole web address without blanks and the like'],
  decodeUrl: ['address', 'The address as people read it'],

  number: [
    'text',
    'The number that the text spells: with a point, no comma, no sign for thousands',
  ],
  round: ['number, digits?', 'The number rounded; a half goes to the even neighbour, as banks do'],
  floor: ['number', 'The next whole number below'],
  ceil: ['number', 'The next whole number above'],
  abs: ['number', 'The number without its minus'],
  sum: ['list of numbers', 'All added up'],
  average: ['list of numbers', 'All added up and shared out evenly'],
  max: ['list of numbers', 'The largest'],
  min: ['list of numbers', 'The smallest'],
  formatNumber: ['number, how it is written', 'The number as a text, such as "#,##0.00"'],
  formatInteger: [
    'number, how it is written',
    'The whole number as a text: "w" in words, "I" in Roman digits',
  ],
  parseInteger: [
    'text, how it is written',
    'The whole number that a text spells in words or Roman digits',
  ],
  formatBase: ['number, base?', 'The number in another base, such as 16'],
  power: ['number, exponent', 'The number times itself, so many times'],
  sqrt: ['number', 'The square root'],
  random: ['', 'A number from 0 up to 1, by chance'],

  count: ['list', 'How many entries there are'],
  filter: ['list, function', 'The entries for which the function says yes'],
  map: ['list, function', 'What the function makes of each entry'],
  sort: [
    'list, function?',
    'The entries in order; the function says whether its first comes after its second',
  ],
  reverse: ['list', 'The entries from the last to the first'],
  distinct: ['list', 'Each entry once'],
  append: ['list, list', 'One list of both'],
  single: [
    'list, function?',
    'The only entry for which the function says yes; a failure when there are none or more',
  ],
  reduce: [
    'list, function, start?',
    'One value: the function puts each entry to what there is so far',
  ],
  zip: ['list, list, …', 'The first of each together, the second of each together, and so on'],
  shuffle: ['list', 'The entries in an order by chance'],

  lookup: ['group, name', 'The field of that name'],
  keys: ['group', 'The names of all fields'],
  merge: ['list of groups', 'One group with the fields of all; the later ones win'],
  each: ['group, function', 'What the function makes of each field, from its value and its name'],
  sift: ['group, function', 'The fields for which the function says yes'],
  spread: ['group', 'A list with a group for each field'],
  clone: ['group', 'A copy'],

  now: ['how it is written?, offset?', 'The present time, as the run sees it'],
  millis: ['', 'The present time as milliseconds since 1970'],
  toMillis: [
    'date, how it is written?',
    'A date or time as milliseconds since 1970, to count with',
  ],
  fromMillis: [
    'milliseconds, how it is written?, offset?',
    'Milliseconds since 1970 as a date or time, such as "[D01].[M01].[Y0001]"',
  ],

  exists: ['value', 'Whether there is anything, even when it is empty'],
  boolean: ['value', 'Yes or no: nothing, 0, an empty text, list or group are no'],
  not: ['value', 'The opposite'],
  type: ['value', 'The kind of value: string, number, boolean, array, object or null'],

  assert: [
    'condition, words?',
    'Nothing when it holds; otherwise the message is refused with these words',
  ],
  error: ['words?', 'Refuses the message with these words'],
} as const;

/** The headings of the list. */
export const formulaGroups = {
  text: 'Texts',
  number: 'Numbers',
  list: 'Lists',
  group: 'Groups of fields',
  date: 'Dates and times',
  choice: 'Yes or no',
  check: 'Refusing a message',
} as const;
