import type { Translation } from '../translation.ts';

/** The flow told in sentences: in its panel, to a screen reader, on paper. */
export const reading = {
  open: 'Ablauf in Worten',
  also: 'Beschreibung in Worten erklären drucken Papier Text lesen',
  title: 'Der Ablauf in Worten',
  list: 'Was der Ablauf tut, Schritt für Schritt',
  print: 'Drucken',
  'print-text': 'Auf Papier: ein Bild des Ablaufs, diese Sätze und seine Notizen.',
  'of-step': '{{number}} · {{step}}',
  more_one: 'Und {{count}} weiterer Schritt: „Ablauf in Worten“ erzählt alles.',
  more_other: 'Und {{count}} weitere Schritte: „Ablauf in Worten“ erzählt alles.',
  groups: 'Gruppen',
  'group-of': '„{{group}}“: {{steps}}',
  notes: 'Notizen',
  'as-of': 'Stand: {{date}}',
} as const satisfies Translation['reading'];
