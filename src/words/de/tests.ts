import type { Translation } from '../translation.ts';

/** Tests of a flow, recorded from runs: keeping, running, and what is not as it was. */
export const tests = {
  title: 'Tests dieses Ablaufs',
  text: 'Ein Test ist ein Lauf, den Sie behalten haben. Er läuft noch einmal mit den Antworten, die die Dienste damals gaben: Niemand wird aufgerufen und nichts wird gesendet.',
  none: 'Noch kein Test',
  'none-text':
    'Testen Sie den Ablauf mit ein paar Einträgen. Wenn der Lauf so ist, wie er sein soll, behalten Sie ihn als Test.',
  open: 'Tests dieses Ablaufs …',
  'keep-run': 'Diesen Lauf als Test behalten',
  'keep-run-short': 'Als Test behalten',
  'default-name': 'Test {{number, number}}',
  name: 'Name des Tests',
  'run-all': 'Alle Tests laufen lassen',
  running: 'Läuft …',
  stopped: 'Gestoppt. Was vorher lief, steht unten.',
  'all-passed_one': 'Der Test ist bestanden.',
  'all-passed_other': 'Alle {{count, number}} Tests sind bestanden.',
  'some-failed':
    '{{failed, number}} von {{count, number}} haben etwas gefunden, das nicht ist wie zuvor.',
  passed: 'Bestanden',
  'not-run': 'Noch nicht gelaufen',
  differs_one: '{{count, number}} Unterschied',
  differs_other: '{{count, number}} Unterschiede',
  kept: 'behalten {{when}}',
  steps_one: '{{count, number}} Schritt',
  steps_other: '{{count, number}} Schritte',
  delete: 'Test „{{name}}“ löschen',
  deleted: 'Der Test „{{name}}“ ist gelöscht.',
  'how-alike': 'Wie gleich jeder Schritt sein muss',
  'mode-exact': 'Genau gleich',
  'mode-except': 'Gleich, aber einige Felder dürfen abweichen',
  'mode-shape': 'Dieselben Felder, beliebige Werte',
  'except-none': 'Noch keines. Sagen Sie es bei einem Unterschied.',
  'except-these': 'Darf abweichen: {{fields}}',
  'may-differ': 'Das darf abweichen',
  accept: 'Das ist richtig: ab jetzt so erwarten',
  more_one: 'und {{count, number}} weiterer',
  more_other: 'und {{count, number}} weitere',
  'sent-differs':
    'Nachricht {{message, number}} sendet „{{got}}“ als „{{field}}“; erwartet war „{{expected}}“.',
  'sent-new':
    'Nachricht {{message, number}} sendet „{{got}}“ als „{{field}}“; das wurde vorher nicht gesendet.',
  'sent-missing':
    'Nachricht {{message, number}} sendet „{{field}}“ nicht mehr; erwartet war „{{expected}}“.',
  'gave-differs':
    'Nachricht {{message, number}} hat „{{got}}“ als „{{field}}“; erwartet war „{{expected}}“.',
  'gave-new':
    'Nachricht {{message, number}} hat „{{got}}“ als „{{field}}“, und das gab es vorher nicht.',
  'gave-missing':
    'Nachricht {{message, number}} hat „{{field}}“ nicht mehr; erwartet war „{{expected}}“.',
  address: 'Nachricht {{message, number}} ginge an „{{got}}“; erwartet war „{{expected}}“.',
  way: 'Nachricht {{message, number}} geht zu „{{got}}“; erwartet war „{{expected}}“.',
  'no-way': 'nirgendwohin',
  'became-done':
    'Nachricht {{message, number}} kommt durch; als der Test behalten wurde, kam sie nicht durch.',
  'became-held':
    'Nachricht {{message, number}} kommt durch; als der Test behalten wurde, kam sie nicht durch.',
  'became-refused': 'Nachricht {{message, number}} wird abgelehnt.',
  'became-dropped':
    'Nachricht {{message, number}} wird ausgelassen; als der Test behalten wurde, kam sie durch.',
  'became-cancelled': 'Nachricht {{message, number}} wurde nicht bearbeitet.',
  count: 'Hierher kommen {{got, number}} Nachrichten; erwartet waren {{expected, number}}.',
  others_one: '{{count, number}} andere Nachricht kommt hierher als im behaltenen Lauf.',
  others_other: '{{count, number}} andere Nachrichten kommen hierher als im behaltenen Lauf.',
  'no-answer_one':
    '{{count, number}} Nachricht fragt nach etwas, wonach im behaltenen Lauf nicht gefragt wurde. Behalten Sie einen neuen Lauf als Test.',
  'no-answer_other':
    '{{count, number}} Nachrichten fragen nach etwas, wonach im behaltenen Lauf nicht gefragt wurde. Behalten Sie einen neuen Lauf als Test.',
  gone: '„{{name}}“ ist nicht mehr im Ablauf.',
  whole: 'die ganze Nachricht',
  'each-entry': 'jeder Eintrag',
  empty: 'leer',
  'not-kept':
    'Der Test ließ sich in diesem Browser nicht speichern. Er bleibt, bis Sie die Seite schließen.',
  'cannot-nothing-ran':
    'Dieser Lauf ist nicht mehr da. Testen Sie noch einmal und behalten Sie ihn dann.',
  'cannot-stopped':
    'Dieser Lauf wurde vor seinem Ende gestoppt. Nur ein ganzer Lauf kann ein Test sein.',
  'cannot-invented':
    'In diesem Lauf sind Antworten erfunden, weil etwas nicht gesendet wurde. Senden Sie es und behalten Sie dann diesen Lauf.',
  'cannot-too-many':
    'Dieser Lauf ist zu lang für einen Test. Testen Sie mit 5 Einträgen und behalten Sie diesen Lauf.',
  'cannot-reads-file':
    'Ein Schritt dieses Laufs hat eine weitergegebene Datei gelesen, und ein Test bewahrt keine Dateien auf. Lassen Sie die Datei als Text lesen und behalten Sie jenen Lauf.',
  'cannot-too-big':
    'Die Daten dieses Laufs sind zu groß für einen Test. Testen Sie mit 1 Eintrag und behalten Sie diesen Lauf.',
} as const satisfies Translation['tests'];
