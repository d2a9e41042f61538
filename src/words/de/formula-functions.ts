import type {
  formulaFunctions as english,
  formulaGroups as groups,
} from '../en/formula-functions.ts';

/** What functions of formulas take (in the brackets, in order), and what they do. */
export const formulaFunctions = {
  uppercase: ['Text', 'Der Text in Großbuchstaben'],
  lowercase: ['Text', 'Der Text in Kleinbuchstaben'],
  trim: ['Text', 'Der Text ohne Leerzeichen am Rand und mit einfachen Leerzeichen darin'],
  length: ['Text', 'Wie viele Zeichen der Text hat'],
  substring: [
    'Text, ab, wie viele?',
    'Ein Teil des Textes ab einer Stelle; 0 ist das erste Zeichen, -1 das letzte',
  ],
  substringBefore: [
    'Text, Zeichen',
    'Was vor dem Zeichen steht, oder alles, wenn es nicht vorkommt',
  ],
  substringAfter: [
    'Text, Zeichen',
    'Was hinter dem Zeichen steht, oder alles, wenn es nicht vorkommt',
  ],
  contains: ['Text, Teil', 'Ob der Teil irgendwo im Text vorkommt'],
  replace: [
    'Text, suchen, durch, wie oft?',
    'Der Text, in dem eines an die Stelle eines anderen tritt',
  ],
  split: ['Text, an, wie viele?', 'Eine Liste der Teile zwischen den Zeichen'],
  join: ['Liste von Texten, dazwischen?', 'Ein Text aus allen Einträgen, mit etwas dazwischen'],
  pad: [
    'Text, Breite, Zeichen?',
    'Der Text auf eine Breite aufgefüllt; dahinter, oder davor, wenn die Breite negativ ist',
  ],
  match: [
    'Text, /Muster/, wie viele?',
    'Alle Stellen, an denen ein Muster passt, als Feldgruppen mit „match“ und „index“',
  ],
  string: ['Wert, mit Zeilen?', 'Der Wert als Text; Feldgruppen und Listen als JSON'],
  base64encode: ['Text', 'Der Text in Base64; für Texte ohne Umlaute, Akzente und Ähnliches'],
  base64decode: ['Text', 'Der Text, der in einem Base64-Text steckt'],
  encodeUrlComponent: ['Text', 'Der Text so, wie er als ein Wert in einer Webadresse stehen kann'],
  decodeUrlComponent: ['Text', 'Der Wert, wie er war, bevor er in eine Webadresse kam'],
  encodeUrl: ['Adresse', 'Eine ganze Webadresse ohne Leerzeichen und Ähnliches'],
  decodeUrl: ['Adresse', 'Die Adresse, wie Menschen sie lesen'],

  number: [
    'Text',
    'Die Zahl, die der Text schreibt: mit Punkt, ohne Komma, ohne Zeichen für Tausender',
  ],
  round: [
    'Zahl, Stellen?',
    'Die Zahl gerundet; eine Hälfte geht zum geraden Nachbarn, wie bei Banken',
  ],
  floor: ['Zahl', 'Die nächste ganze Zahl darunter'],
  ceil: ['Zahl', 'Die nächste ganze Zahl darüber'],
  abs: ['Zahl', 'Die Zahl ohne ihr Minus'],
  sum: ['Liste von Zahlen', 'Alle zusammengezählt'],
  average: ['Liste von Zahlen', 'Der Durchschnitt von allen'],
  max: ['Liste von Zahlen', 'Die größte'],
  min: ['Liste von Zahlen', 'Die kleinste'],
  formatNumber: ['Zahl, wie geschrieben', 'Die Zahl als Text, zum Beispiel „#,##0.00“'],
  formatInteger: [
    'Zahl, wie geschrieben',
    'Die ganze Zahl als Text: „w“ in englischen Worten, „I“ in römischen Ziffern',
  ],
  parseInteger: [
    'Text, wie geschrieben',
    'Die ganze Zahl, die ein Text in englischen Worten oder römischen Ziffern schreibt',
  ],
  formatBase: ['Zahl, Basis?', 'Die Zahl in einer anderen Basis, zum Beispiel 16'],
  power: ['Zahl, Exponent', 'Die Zahl so oft mit sich selbst malgenommen'],
  sqrt: ['Zahl', 'Die Quadratwurzel'],
  random: ['', 'Eine zufällige Zahl von 0 bis unter 1'],

  count: ['Liste', 'Wie viele Einträge es gibt'],
  filter: ['Liste, Funktion', 'Die Einträge, zu denen die Funktion ja sagt'],
  map: ['Liste, Funktion', 'Was die Funktion aus jedem Eintrag macht'],
  sort: [
    'Liste, Funktion?',
    'Die Einträge geordnet; die Funktion sagt, ob ihr erster nach ihrem zweiten kommt',
  ],
  reverse: ['Liste', 'Die Einträge vom letzten zum ersten'],
  distinct: ['Liste', 'Jeden Eintrag einmal'],
  append: ['Liste, Liste', 'Eine Liste aus beiden'],
  single: [
    'Liste, Funktion?',
    'Der einzige Eintrag, zu dem die Funktion ja sagt; ein Fehler, wenn es keinen oder mehrere gibt',
  ],
  reduce: [
    'Liste, Funktion, Anfang?',
    'Ein Wert: Die Funktion nimmt jeden Eintrag zu dem dazu, was bisher da ist',
  ],
  zip: ['Liste, Liste, …', 'Jeweils der erste zusammen, jeweils der zweite zusammen und so weiter'],
  shuffle: ['Liste', 'Die Einträge in zufälliger Reihenfolge'],

  lookup: ['Feldgruppe, Name', 'Das Feld mit diesem Namen'],
  keys: ['Feldgruppe', 'Die Namen aller Felder'],
  merge: ['Liste von Feldgruppen', 'Eine Feldgruppe mit den Feldern aller; die späteren gewinnen'],
  each: [
    'Feldgruppe, Funktion',
    'Was die Funktion aus jedem Feld macht, aus seinem Wert und seinem Namen',
  ],
  sift: ['Feldgruppe, Funktion', 'Die Felder, zu denen die Funktion ja sagt'],
  spread: ['Feldgruppe', 'Eine Liste mit einer Feldgruppe für jedes Feld'],
  clone: ['Feldgruppe', 'Eine Kopie davon'],

  now: ['wie geschrieben?, Abstand?', 'Die jetzige Zeit, wie der Lauf sie sieht'],
  millis: ['', 'Die jetzige Zeit als Millisekunden seit 1970'],
  toMillis: [
    'Datum, wie geschrieben?',
    'Ein Datum oder eine Uhrzeit als Millisekunden seit 1970, zum Rechnen',
  ],
  fromMillis: [
    'Millisekunden, wie geschrieben?, Abstand?',
    'Millisekunden seit 1970 als Datum oder Uhrzeit, zum Beispiel „[D01].[M01].[Y0001]“',
  ],

  exists: ['Wert', 'Ob es etwas gibt, auch wenn es leer ist'],
  boolean: [
    'Wert',
    'Ja oder nein: nichts, 0, ein leerer Text, eine leere Liste oder Feldgruppe sind nein',
  ],
  not: ['Wert', 'Das Gegenteil'],
  type: ['Wert', 'Die Art des Wertes: string, number, boolean, array, object oder null'],

  assert: [
    'Bedingung, Worte?',
    'Nichts, wenn sie zutrifft; sonst wird die Nachricht mit diesen Worten abgelehnt',
  ],
  error: ['Worte?', 'Lehnt die Nachricht mit diesen Worten ab'],
} as const satisfies Readonly<Record<keyof typeof english, readonly [string, string]>>;

/** The headings of the list. */
export const formulaGroups = {
  text: 'Texte',
  number: 'Zahlen',
  list: 'Listen',
  group: 'Feldgruppen',
  date: 'Datum und Uhrzeit',
  choice: 'Ja oder nein',
  check: 'Eine Nachricht ablehnen',
} as const satisfies Readonly<Record<keyof typeof groups, string>>;
