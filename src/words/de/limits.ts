import type { Translation } from '../translation.ts';

/** What a run may take, and how much of earlier runs is kept. */
export const limits = {
  open: 'Grenzen eines Laufs …',
  also: 'Grenze, Größe, Megabyte, gleichzeitig, Aufrufe, Zeit, warten, zu groß, zu viele',
  title: 'Grenzen eines Laufs',
  text: 'Sie bewahren einen Lauf davor, den Speicher zu füllen oder ewig zu warten. Was darüber hinausgeht, wird an seinem Schritt mit einer Begründung abgelehnt. Sie gehören zum Ablauf: Seine Datei nimmt sie mit.',
  messageMegabytes: 'Größe einer Nachricht, in MB',
  messages: 'Nachrichten in einem Lauf',
  callsAtOnce: 'Aufrufe zugleich',
  'callsAtOnce-help':
    'An Dienste, von allen Schritten zusammen. Was ein einzelner Schritt zugleich tun darf, bleibt darunter.',
  waitSeconds: 'Warten auf einen Dienst, in Sekunden',
  'waitSeconds-help': 'Bis er zu antworten beginnt und solange nichts mehr von der Antwort kommt.',
  range: 'Üblich: {{usual, number}}, höchstens {{most, number}}.',
  impossible: 'Geben Sie eine ganze Zahl von 1 bis {{most, number}} ein.',
  usual: 'Alles wie üblich',
  save: 'Grenzen setzen',
  saved: 'Die Grenzen eines Laufs sind gesetzt.',
  browser: 'Wie viel von früheren Läufen aufgehoben wird, gehört zu diesem Browser.',
  raise: 'Grenze erhöhen …',
  'raise-wait': 'Länger warten …',
  history: 'Von früheren Läufen höchstens aufheben',
  'history-help':
    'Von allen Abläufen zusammen. Wenn es mehr wird, gehen mit dem nächsten Lauf die ältesten.',
  'history-size': '{{megabytes, number}} MB',
  'history-usual': '{{megabytes, number}} MB (üblich)',
  'history-kept': 'Von früheren Läufen wird höchstens {{megabytes, number}} MB aufgehoben.',
} as const satisfies Translation['limits'];
