import type { Translation } from '../translation.ts';

/** What `footbridge` says on the command line: how it is used, and what is missing before a flow can run. */
export const commandLine = {
  usage: `footbridge run FLOW.json      lässt einen Ablauf, den der Designer exportiert hat, einmal auf diesem Computer laufen

  --credentials FILE   Schlüssel und Passwörter, mit denen sich der Ablauf anmeldet, nach dem Namen des Zugangs:
                       { "CRM": { "key": "..." } }
                       oder je eine Variable: FOOTBRIDGE_CREDENTIAL_CRM
  --input FILE         was an einen Ablauf gesendet wird, der bei einem Aufruf startet; "-" liest, was hereingeleitet wird
  --first N            nur die ersten N Nachrichten
  --most-messages N    endet mit einer Ablehnung, wo der Lauf mehr als N Nachrichten machen würde
  --message-mb N       wie groß eine Nachricht sein darf, in Megabyte
  --calls-at-once N    wie viele Aufrufe zugleich unterwegs sein dürfen, von allen Schritten zusammen
  --wait-seconds N     wie lange ein Dienst brauchen darf, bis er zu antworten beginnt, und zwischen zwei Teilen der
                       Antwort; von diesen vieren gilt ohne die Angabe, was der Ablauf sagt, sonst 1.000.000
                       Nachrichten, 10 Megabyte, 16 Aufrufe, 60 Sekunden
  --reply FILE         schreibt dorthin, was der Ablauf antwortet, eine Zeile JSON für jeden Aufruf
  --memory FILE        für einen Ablauf, der startet, wenn es etwas Neues gibt: nimmt nur, was beim Lauf davor noch
                       nicht da war; FILE merkt sich das; der erste Lauf sieht nur nach. Auch was sich ein Schritt
                       von Lauf zu Lauf merkt
  --flows FOLDER       andere Abläufe, die dieser aufruft, wenn sie nicht in seiner Datei sind
  --yes                wirklich senden und ändern; ohne das sehen Sie, was gesendet würde, und nichts wird gesendet
  --json               jede Meldung des Laufs als eine Zeile JSON, für Programme
  --help               dieser Text

Es endet mit 0, wenn alles erledigt ist, mit 1, wenn etwas abgelehnt und ausgelassen wurde, mit 2, wenn der Lauf
stehen blieb, weil etwas nicht geklappt hat, mit 3, wenn sich der Ablauf oder das Verlangte nicht verwenden lässt,
mit 130, wenn Sie ihn gestoppt haben.`,
  'unknown-command': 'Footbridge kennt „{{command}}“ nicht. footbridge --help zeigt, was es tut.',
  'unknown-option': 'Es gibt keine Option „{{option}}“. footbridge --help zeigt, welche es gibt.',
  'option-empty': 'Nach „{{option}}“ muss etwas folgen. footbridge --help zeigt, was.',
  'not-a-number': '„{{option}} {{value}}“ ist keine ganze Zahl über 0, wie {{option}} 5.',
  'too-high': '„{{option}}“ ist höchstens {{most, number}}.',
  'limit-raised':
    'Das ist eine Grenze des Laufs. Erhöhen Sie sie mit {{option}} oder dauerhaft im Designer: „Grenzen eines Laufs“.',
  'no-flow':
    'Welcher Ablauf? Geben Sie die Datei an, die der Designer exportiert hat: footbridge run FLOW.json',
  'two-flows': 'Ein Ablauf auf einmal: Hier sind „{{one}}“ und „{{other}}“.',

  'file-missing': 'Es gibt keine Datei {{file}}.',
  'file-unreadable': 'Die Datei {{file}} lässt sich nicht lesen ({{reason}}).',
  'flow-unusable': '{{file}} kann nicht laufen:',
  'problem-at': '{{what}} (bei {{path}})',
  'problem-of': '„{{step}}“: {{what}} (bei {{path}})',
  'problems-help':
    'Öffnen Sie den Ablauf im Designer, verbessern Sie ihn dort und exportieren Sie ihn noch einmal. Nichts ist gelaufen.',

  'input-missing':
    '„{{step}}“ startet diesen Ablauf, wenn etwas an ihn gesendet wird. Geben Sie an, was: --input FILE, oder --input - zum Hereinleiten.',
  'input-not-wanted': 'Dieser Ablauf nimmt keine Eingabe: „{{step}}“ holt sich seine Daten selbst.',
  'input-unreadable': 'Die Eingabe ist kein JSON (Zeile {{line}}, Spalte {{column}}).',
  'input-not-json': 'Die Eingabe ist kein JSON.',
  'input-empty': 'Die Eingabe ist leer.',

  'called-missing':
    'Dieser Ablauf ruft „{{name}}“ auf, und der ist nicht in der Datei. Exportieren Sie ihn noch einmal mit den Abläufen, die er aufruft, oder geben Sie einen Ordner mit dessen Datei an: --flows FOLDER',
  'folder-unreadable': 'Der Ordner {{folder}} lässt sich nicht lesen ({{reason}}).',
  'memory-not-wanted':
    'Dieser Ablauf startet nicht, wenn es etwas Neues gibt, und kein Schritt merkt sich etwas von Lauf zu Lauf. Lassen Sie --memory weg.',
  reply: 'Antwort (Status {{status}}): {{answer}}',
  'reply-of-many': 'Antwort auf Aufruf {{number}} (Status {{status}}): {{answer}}',
  'reply-not-written':
    'Der Lauf ist vorbei, aber die Antworten ließen sich nicht nach {{file}} schreiben ({{reason}}).',
  'memory-unreadable':
    'Die Datei {{file}} ist nicht das, was sich ein Ablauf merkt. Legen Sie die richtige zurück; oder löschen Sie sie, dann sieht der nächste Lauf nur nach, was da ist.',
  'memory-in-use':
    'Gerade verwendet ein anderer Lauf {{file}}. Nichts ist gelaufen; versuchen Sie es noch einmal, wenn er zu Ende ist.',
  'memory-kept-out': 'Ohne --yes wird nichts gemerkt.',
  'memory-first':
    'Das ist der erste Lauf mit diesem Gedächtnis: Er sieht nur nach, was da ist, und der nächste nimmt, was neu ist.',
  'credentials-unreadable':
    'Die Datei {{file}} ist kein JSON (Zeile {{line}}). Sie sieht so aus: { "CRM": { "key": "..." } }.',
  'credentials-not-by-name':
    'Die Datei {{file}} nennt keine Zugänge in JSON. Sie sieht so aus: { "CRM": { "key": "..." } }.',
  'renewed-unreadable':
    'Die Datei {{file}} ist nicht das, was Footbridge von erneuerten Anmeldungen speichert. Legen Sie die richtige zurück; oder löschen Sie sie und legen Sie ein neues Refresh-Token in die Datei von --credentials.',
  'renewed-not-written':
    'Der Lauf ist vorbei, aber was Dienste für die nächste Anmeldung gegeben haben, ließ sich nicht nach {{file}} schreiben ({{reason}}). Kann sich der nächste Lauf nicht anmelden, legen Sie ein neues Refresh-Token in die Datei von --credentials.',
  'refresh-token-replaced':
    'Der Dienst hat für „{{name}}“ ein anderes Refresh-Token gegeben; das von Ihnen angegebene gilt ab jetzt nicht mehr. Legen Sie es nächstes Mal in eine Datei für --credentials: Dort wird das neue gespeichert.',
  'credential-missing':
    'Der Zugang „{{name}}“ von {{component}} hat keinen Schlüssel. Legen Sie ihn unter „{{name}}“ in die Datei von --credentials oder in {{variable}}.',
  'credential-fields': 'Der Zugang „{{name}}“ braucht diese Werte, nach Namen: {{fields}}.',
  'credential-wrong':
    'Was für den Zugang „{{name}}“ angegeben ist, ist nicht, was er braucht, oder lässt sich nicht senden: Prüfen Sie „{{field}}“.',
  'credential-refused': 'Der Zugang „{{name}}“ lässt sich nicht verwenden. {{why}}',
  'place-missing':
    '{{component}} ist unter „{{place}}“ zu erreichen, und nichts sagt, wo das ist. Setzen Sie FOOTBRIDGE_PLACES={{place}}=https://die-adresse',

  'keys-go-to': 'Der Schlüssel von „{{name}}“ geht an {{hosts}} und sonst nirgendwohin.',
  'once-poll':
    'Im Designer nimmt dieser Ablauf, was neu ist. Ohne --memory nimmt er alles, was da ist.',
  'log-line': '{{step}}: {{line}}',
  retrying: '{{step}}: {{why}} Nächster Versuch in {{seconds}} s.',
  'so-far': '{{counts}} …',

  refused: 'Abgelehnt bei „{{step}}“:',
  'refused-message': 'Nachricht {{number, number}}, {{label}}: {{what}}',
  'refused-bare': 'Nachricht {{number, number}}: {{what}}',
  'refused-start': '{{what}}',
  'refused-field': '{{field}}: {{value}}',
  'refused-field-says': '{{field}}: {{value}} ({{words}})',
  'says-itself': '{{component}} sagt: {{words}}',
  more_one: 'und {{count, number}} weitere.',
  more_other: 'und {{count, number}} weitere.',
  'at-step': '„{{step}}“: {{what}}',
  'step-failed': '„{{step}}“ konnte nicht laufen: {{what}}',
  'held-request': '{{method}} {{address}} {{body}}',
  'held-nothing-sent': 'Nichts wurde gesendet. Mit --yes wird es gesendet.',
  'step-not-sent': 'Nicht gesendet',
  'status-tried': 'Ausprobiert',
  'in-total': '{{status}}: {{counts}} in {{time}}',
} as const satisfies Translation['command-line'];
