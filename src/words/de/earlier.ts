import type { Translation } from '../translation.ts';

/** Earlier runs: the list, looking at one, running again, and a run as a file. */
export const earlier = {
  title: 'Frühere Läufe',
  open: 'Frühere Läufe',
  back: 'Zurück',
  'back-to-last': 'Zurück zum letzten Lauf',
  none: 'Von diesem Ablauf ist noch kein Lauf gespeichert. Jeder Test wird hier gespeichert, wenn er vorbei ist.',
  'look-at': 'Lauf ansehen ({{when}}): {{asked}}. {{status}}. {{counts}}',
  'looking-at': 'Früherer Lauf ({{when}}), nur ansehen',
  'looking-at-file': 'Lauf aus einer Datei ({{when}}), nur ansehen',
  delete: 'Lauf löschen ({{when}})',
  'delete-all': 'Alle löschen',
  'delete-all-title': 'Alle früheren Läufe dieses Ablaufs löschen?',
  'delete-all-text':
    'Was hineinging und herauskam, ist dann weg. Der Ablauf und seine Beispiele bleiben.',
  deleted: 'Der Lauf ist gelöscht.',
  gone: 'Dieser Lauf ist nicht mehr gespeichert.',
  'not-kept': 'Der letzte Lauf ist hier nicht gespeichert. {{why}}',
  'is-cut':
    'Dieser Lauf war groß: Gespeichert sind die ersten und die letzten Nachrichten jedes Schritts.',
  'kept-here':
    'Läufe sind nur in diesem Browser gespeichert, mit ihren Daten. Die ältesten verschwinden, wenn sie mehr als 200 MB brauchen.',

  'asked-flow': 'Ganzer Ablauf',
  'asked-up-to': 'Bis „{{step}}“',
  'asked-only': 'Nur „{{step}}“',
  'asked-from': 'Ab „{{step}}“',
  'asked-first_one': 'mit {{count, number}}',
  'asked-first_other': 'mit {{count, number}}',
  'by-itself': 'von selbst gestartet',
  'by-same-data': 'mit denselben Daten',
  'by-refused': 'nur was abgelehnt wurde',

  'again-same': 'Mit denselben Daten noch einmal laufen lassen',
  'again-same-help':
    'Der erste Schritt wird nicht noch einmal gefragt: Verwendet wird, was er damals geliefert hat. Was gesendet würde, wird wie immer zuerst gezeigt.',
  'again-same-part':
    'Der erste Schritt wird nicht noch einmal gefragt: Verwendet werden die {{count, number}} von {{total, number}} Nachrichten, die gespeichert sind. Was gesendet würde, wird wie immer zuerst gezeigt.',

  'save-file': 'Als Datei speichern',
  'save-title': 'Diesen Lauf als Datei speichern',
  'save-text':
    'Für alle, die Ihnen helfen: Sie können den Lauf genauso ansehen wie Sie hier, ohne Zugang zu Ihren Diensten.',
  'save-holds': 'Die Datei enthält',
  'save-flow': 'den Ablauf, wie er lief: „{{name}}“, {{count, number}} Schritte',
  'save-messages_one':
    '{{count, number}} Nachricht: was hineinging, was gesendet wurde, was zurückkam und was herauskam',
  'save-messages_other':
    '{{count, number}} Nachrichten: was hineinging, was gesendet wurde, was zurückkam und was herauskam',
  'save-personal':
    'Das sind echte Daten, auch von Personen: Namen, Adressen, was immer Ihre Dienste geliefert haben. Senden Sie die Datei nur an jemanden, der sie sehen darf.',
  'save-secrets':
    'Schlüssel und Passwörter Ihrer Zugänge sind nie darin. Felder, die so heißen, werden ebenfalls unkenntlich gemacht.',
  'save-now': 'Datei speichern',
  saved: 'Gespeichert als {{file}}.',
  'save-failed': 'Der Lauf ließ sich nicht schreiben. Vielleicht ist er nicht mehr gespeichert.',

  'open-file': 'Lauf aus einer Datei ansehen',
  'file-title': 'Ein Lauf aus einer Datei',
  'file-of': '„{{flow}}“, Lauf: {{when}}',
  'file-text':
    'Sie sehen, was anderswo geschehen ist. Nichts läuft oder wird gesendet, und nichts davon wird in diesem Browser gespeichert.',
  'file-failed': 'Diese Datei lässt sich nicht zeigen',
  'file-empty': 'Die Datei ist leer. Bitten Sie noch einmal darum.',
  'file-too-deep':
    'Die Datei ist tiefer verschachtelt als jeder Lauf. Sie stammt nicht von Footbridge.',
  'file-too-big': 'Die Datei ist {{size}} groß. Ansehen lassen sich Dateien bis 200 MB.',
  'file-not-json':
    'Das ist keine Lauf-Datei: Zeile {{line, number}}, Spalte {{column, number}} ist nicht so, wie sie sein sollte. Vielleicht ist sie abgeschnitten; bitten Sie noch einmal darum.',
  'file-unknown':
    'Das ist keine Lauf-Datei von Footbridge. Eine solche Datei wird bei einem Lauf gespeichert, unter „Als Datei speichern“.',
  'file-is-flow': 'Das ist ein Ablauf, kein Lauf. Importieren Sie ihn mit „Ablauf importieren“.',
  'file-newer':
    'Diese Datei stammt von einem neueren Footbridge (Format {{version, number}}; dieses liest bis {{known, number}}). Aktualisieren Sie Footbridge oder bitten Sie um die Datei im älteren Format.',
  'file-broken': 'Die Datei ist bei „{{where}}“ beschädigt. Bitten Sie noch einmal darum.',

  changes: 'Änderungen',
  'changes-since': 'Seit dem Lauf davor ({{when}})',
  'changes-none': 'Nichts: Es ist genau wie im Lauf davor.',
  'changes-no-before':
    'Es gibt keinen früheren Lauf zum Vergleichen: Dieser Schritt hatte in keinem Nachrichten.',
  'changes-wait': 'Wird verglichen …',
  'changes-added_one': '{{count, number}} hinzugekommen',
  'changes-added_other': '{{count, number}} hinzugekommen',
  'changes-removed_one': '{{count, number}} weg',
  'changes-removed_other': '{{count, number}} weg',
  'changes-changed_one': '{{count, number}} geändert',
  'changes-changed_other': '{{count, number}} geändert',
  'changes-same_one': '{{count, number}} gleich',
  'changes-same_other': '{{count, number}} gleich',
  'changes-by': 'Zugeordnet nach „{{field}}“.',
  'changes-by-place': 'Zugeordnet nach der Reihenfolge.',
  'changes-part': 'Nicht alle Nachrichten sind gespeichert: Verglichen werden die, die es sind.',
  'changes-first': 'Gezeigt werden die ersten {{count, number}}.',
  'changes-more-fields_one': 'und {{count, number}} weiteres Feld',
  'changes-more-fields_other': 'und {{count, number}} weitere Felder',
  'change-added': 'Hinzugekommen',
  'change-removed': 'Weg',
  'change-changed': 'Geändert',
  'change-nothing': 'nichts',
  'change-to': 'wurde zu',
  'changes-failed': 'Die Läufe ließen sich nicht vergleichen.',
} as const satisfies Translation['earlier'];
