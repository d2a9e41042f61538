import type { Translation } from '../translation.ts';

export const shapes = {
  'which-rows': 'Welche Zeilen',
  rows: 'Zeilen',
  'number-of-rows': 'Anzahl der Zeilen',
  values: 'Werte',
  row: 'Zeile',
  entry: 'Eintrag',
  'long-number': 'Eine Zahl; als Text, wo sie mehr als 15 Ziffern hat.',
  bytes: 'Bytes, als Base64 geschrieben.',
  'local-moment': 'Tag und Uhrzeit ohne Zeitzone.',
  'is-equals': '{{field}} ist',
  'is-not-equals': '{{field}} ist nicht',
  'is-one-of': '{{field}} ist eins von',
  'is-at-least': '{{field}} ist mindestens',
  'is-at-most': '{{field}} ist höchstens',
  'is-more-than': '{{field}} ist mehr als',
  'is-less-than': '{{field}} ist weniger als',
  'is-contains': '{{field}} enthält',
  'is-starts-with': '{{field}} beginnt mit',
} as const satisfies Translation['shapes'];
