import type { Translation } from '../translation.ts';

/** The samples of a step: choosing, naming, pinning, writing one. */
export const samples = {
  'in-use': 'Verwendetes Beispiel',
  'in-use-help': 'Spätere Schritte, Vorschauen und „Diesen Schritt testen“ verwenden dieses.',
  recorded: 'Letzter Test, {{when}}',
  'by-hand': 'Von Hand geschrieben',
  schema: 'Erfundenes Beispiel',
  option_one: '{{name}} · {{count, number}} Nachricht',
  option_other: '{{name}} · {{count, number}} Nachrichten',
  none: 'Noch keines: erfundene Werte',
  pin: 'Dieses Beispiel anheften: Tests lassen es in Gebrauch',
  unpin: 'Dieses Beispiel lösen: Der nächste Test tritt an seine Stelle',
  pinned: 'Angeheftet. Was der nächste Test liefert, wird daneben gespeichert.',
  more: 'Mehr zu Beispielen',
  rename: 'Umbenennen …',
  'rename-title': 'Name des Beispiels',
  'rename-save': 'Umbenennen',
  delete: 'Löschen',
  deleted: 'Das Beispiel „{{name}}“ ist gelöscht.',
  'write-by-hand': 'Von Hand schreiben …',
  'use-example': 'Erfundenes Beispiel verwenden',
  'leave-out': 'Diesen Schritt in Tests auslassen',
  'take-in': 'Diesen Schritt wieder in Tests aufnehmen',
  'left-out':
    'In Tests ausgelassen: Hier wird niemand aufgerufen, und die Schritte danach bekommen das verwendete Beispiel.',
  'hand-title': 'Beispiel von Hand schreiben',
  'hand-label': 'Was „{{step}}“ liefert',
  'hand-help':
    'Eine Nachricht oder mehrere in einer Liste: [ … , … ]. Das Beispiel wird angeheftet, also lassen Tests es in Gebrauch.',
  'hand-save': 'Dieses Beispiel verwenden',
  'hand-save-anyway': 'Trotzdem verwenden',
  'hand-name': 'Name',
  line: 'Zeile {{line, number}}: {{what}}',
  'not-json':
    'Das lässt sich nicht lesen. Oft fehlt ein Komma zwischen zwei Feldern oder ein Anführungszeichen um einen Text.',
  'none-written': 'Die Liste ist leer. Schreiben Sie mindestens eine Nachricht.',
  'too-many': 'Höchstens {{count, number}} Nachrichten werden gespeichert.',
  'not-kept':
    'Das Beispiel ließ sich in diesem Browser nicht speichern. Es bleibt, bis Sie die Seite schließen.',
  gone: 'Was dieses Beispiel enthält, ist nicht mehr in diesem Browser.',
} as const satisfies Translation['samples'];
