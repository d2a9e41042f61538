import type { Translation } from '../language.ts';

/** Words of the list of keys. */
export const shortcuts = {
  title: 'Tasten',
  open: 'Tasten',
  search: 'Suchen nach dem, was eine Taste tut, oder nach der Taste',
  none: 'Keine Taste passt zu „{{text}}“.',
  'where-everywhere': 'Überall',
  'where-flow': 'Im Ablauf',
  'where-mapping': 'Beim Zuordnen',
  'where-data': 'In den Daten',
  close: 'Schließen, was offen ist, und dorthin zurück, wo Sie waren',
  'palette-walk': 'In der Liste der Bausteine: auf und ab; → zum Stern, ← zurück',
  'canvas-go': 'Zum nächsten Schritt gehen',
  'canvas-move': 'Schritt verschieben',
  regions: 'Zu Daten, Feldern oder Ergebnis gehen; mit Umschalt andersherum',
  unmapped: 'Nächstes Pflichtfeld, das nicht ausgefüllt ist',
  problem: 'Nächstes Problem; mit Umschalt das vorige',
  test: 'Diesen Schritt testen',
  'insert-data': 'Daten wählen, in einem leeren Textfeld',
  pick: 'Diese Daten in das Feld übernehmen',
  walk: 'Auf und ab gehen, auf- und zuklappen',
  siblings: 'Alles auf dieser Ebene aufklappen',
  entries: 'Nächster oder voriger Eintrag einer Liste',
  'type-ahead': 'Zu dem gehen, was mit diesen Buchstaben beginnt',
  drag: 'Beim Ziehen: zu dem hinzufügen, was schon da ist',
} as const satisfies Translation['shortcuts'];
