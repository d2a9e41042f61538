import type { Translation } from '../translation.ts';

export const workspace = {
  backup: 'Alles sichern',
  'backup-open': 'Alles sichern …',
  'backup-also': 'speichern, Sicherung, alle Abläufe, Kopie',
  'backup-text':
    'Eine Datei mit allen Abläufen dieses Browsers: mit Verlauf, behaltenen Fassungen, Ordnern, Stichwörtern, Beispielen und Tests, und welche Zugänge sie benutzen.',
  'backup-no-keys':
    'Schlüssel und Passwörter von Zugängen sind nicht darin; nach dem Zurückholen werden sie neu verbunden. Was Sie in Felder geschrieben haben und die Daten Ihrer Tests sind darin: Bewahren Sie die Datei so auf, dass andere sie nicht lesen können.',
  'backup-runs_one': '{{count, number}} früheren Lauf mitnehmen',
  'backup-runs_other': '{{count, number}} frühere Läufe mitnehmen',
  'backup-runs-size': 'Mit allen Daten, die hindurchgingen, etwa {{size}}.',
  'backup-flows_one': '{{count, number}} Ablauf',
  'backup-flows_other': '{{count, number}} Abläufe',
  'backup-now': 'Sicherung herunterladen',
  'backup-made': 'Die Sicherung ist heruntergeladen. Bewahren Sie die Datei sicher auf.',
  'backup-too-big':
    'Die Sicherung hätte mehr als 300\u00a0MB, und eine solche Datei lässt sich nicht zurückholen. Nehmen Sie die früheren Läufe nicht mit, oder schaffen Sie Platz: Löschen Sie Läufe, behaltene Fassungen und Abläufe, die Sie nicht brauchen.',
  'backup-line-too-long':
    'Ein Ablauf oder ein früherer Lauf ist zu groß für eine Sicherung. Nehmen Sie die früheren Läufe nicht mit; ein Ablauf lässt sich einzeln exportieren.',
  'backup-none': 'In diesem Browser gibt es noch keine Abläufe, also nichts zu sichern.',
  restore: 'Sicherung zurückholen',
  'restore-open': 'Sicherung zurückholen …',
  'restore-also': 'laden, öffnen, Sicherung, wiederherstellen',
  'restore-text':
    'Nichts ändert sich, bevor Sie gesehen haben, was in der Datei ist, und zugestimmt haben. Dann wird alles zurückgeholt oder nichts.',
  'choose-file': 'Sicherung auswählen',
  'other-file': 'Andere Datei auswählen',
  reading: 'Die Datei wird gelesen …',
  'made-at': 'Vom {{when}}',
  flows: 'Abläufe',
  'flow-new': 'kommt zurück',
  'flow-same': 'ist genau so schon hier',
  'flow-other': 'ist hier in anderer Form',
  'flows-more_one': 'und {{count, number}} weiterer',
  'flows-more_other': 'und {{count, number}} weitere',
  'no-flows': 'In dieser Datei sind keine Abläufe.',
  beside: 'Dazu',
  'has-checkpoints_one': '{{count, number}} behaltene Fassung',
  'has-checkpoints_other': '{{count, number}} behaltene Fassungen',
  'has-tests_one': '{{count, number}} Testfall',
  'has-tests_other': '{{count, number}} Testfälle',
  'has-samples_one': '{{count, number}} Beispiel',
  'has-samples_other': '{{count, number}} Beispiele',
  'has-accounts_one': '{{count, number}} Zugang, der neu verbunden wird',
  'has-accounts_other': '{{count, number}} Zugänge, die neu verbunden werden',
  others: 'Abläufe, die hier in anderer Form sind',
  'others-both': 'Beide behalten',
  'others-both-text': 'Der aus der Datei steht dann neben Ihrem, mit „aus der Sicherung“ im Namen.',
  'others-replace': 'Meinen ersetzen',
  'others-replace-text':
    'Der Ablauf wird so, wie er in der Datei war. Wie Ihrer jetzt ist, bleibt als Fassung in seinem Verlauf.',
  'copy-name': '{{name}} (aus der Sicherung)',
  'restore-runs_one': 'Auch {{count, number}} früheren Lauf zurückholen',
  'restore-runs_other': 'Auch {{count, number}} frühere Läufe zurückholen',
  'restore-now': 'Zurückholen',
  restored_one: '{{count, number}} Ablauf ist zurück.',
  restored_other: '{{count, number}} Abläufe sind zurück.',
  'restored-beside': 'Die Abläufe waren schon hier. Was zu ihnen fehlte, ist zurück.',
  'nothing-to-restore': 'Alles aus dieser Datei ist schon hier.',
  'is-open':
    '„{{name}}“ ist in einem Tab offen und kann dort nicht ersetzt werden. Schließen Sie ihn, oder behalten Sie beide. Nichts wurde geändert.',
  'no-room':
    'Die Sicherung braucht etwa {{size}}, und dieser Browser hat für Footbridge weniger Platz. Nichts wurde geändert. Schaffen Sie zuerst Platz.',
  'file-refused': 'Diese Datei kann nicht zurückgeholt werden',
  'file-kept': 'In diesem Browser wurde nichts geändert.',
  'file-empty': 'Die Datei ist leer.',
  'file-unknown':
    'Das ist keine Sicherung von Footbridge. Eine Sicherung endet auf .backup.jsonl und entsteht mit „Alles sichern“.',
  'file-is-flow':
    'Das ist ein einzelner Ablauf, keine Sicherung. Importieren Sie ihn mit „Ablauf importieren“.',
  'file-is-run':
    'Das ist ein einzelner Lauf, keine Sicherung. Öffnen Sie ihn mit „Gespeicherten Lauf ansehen“.',
  'file-newer':
    'Diese Sicherung stammt von einer neueren Version von Footbridge (Format {{version}}; diese Version liest bis {{known}}). Holen Sie sie dort zurück.',
  'file-cut':
    'Die Datei endet zu früh, in Zeile {{line}}: Sie wurde nicht ganz kopiert oder heruntergeladen. Holen Sie sie noch einmal.',
  'file-broken':
    'Zeile {{line}} der Datei ist beschädigt. Nehmen Sie eine andere Kopie der Sicherung.',
  'file-too-big': 'Die Datei hat {{size}}; eine Sicherung hat höchstens 300\u00a0MB.',
  'file-line-too-long': 'Eine Zeile der Datei ist zu lang für einen Teil einer Sicherung.',
  room: 'Platz in diesem Browser',
  'room-open': 'Platz in diesem Browser …',
  'room-also': 'Speicher, Festplatte, aufräumen, löschen',
  'room-used': '{{used}} sind belegt, von etwa {{quota}}, die dieser Browser Footbridge gibt.',
  'room-unknown': 'Dieser Browser sagt nicht, wie viel Platz er Footbridge gibt.',
  'room-what': 'Was Platz braucht',
  'room-flows': 'Abläufe',
  'room-histories': 'Verläufe und behaltene Fassungen',
  'room-samples': 'Beispiele und Tests',
  'room-runs': 'Frühere Läufe',
  'room-page': 'Footbridge selbst',
  'room-none': 'nichts',
  'room-about': 'etwa {{size}}',
  'clear-runs': 'Frühere Läufe löschen',
  'clear-sure_one':
    '{{count, number}} Lauf endgültig löschen? Abläufe, Beispiele und Tests bleiben.',
  'clear-sure_other':
    '{{count, number}} Läufe endgültig löschen? Abläufe, Beispiele und Tests bleiben.',
  'clear-yes': 'Endgültig löschen',
  'clear-no': 'Behalten',
  cleared: 'Die früheren Läufe sind gelöscht.',
  'stays-title': 'Bleibt es erhalten?',
  'stays-yes': 'Dieser Browser hat zugesagt, Ihre Abläufe zu behalten, bis Sie sie selbst löschen.',
  'stays-no':
    'Dieser Browser hat nicht zugesagt, Ihre Abläufe zu behalten: Wenn die Festplatte voll ist, darf er sie löschen.',
  'stays-file': 'Verlassen können Sie sich auf eine Sicherung, die Sie herunterladen.',
  'stays-ask': 'Den Browser bitten, sie zu behalten',
  'stays-refused':
    'Der Browser hat nicht zugestimmt. Manche stimmen zu, wenn eine Seite oft benutzt wird.',
  'unkept-title': 'Dieser Browser behält hier nichts',
  'unkept-text':
    'Sie können trotzdem Abläufe bauen und ausprobieren. Sie bestehen so lange wie dieser Tab: Exportieren Sie, was Sie behalten wollen.',
  'unkept-flows': 'Abläufe dieses Tabs',
  unkept:
    'Hier wird nichts behalten: Dieser Browser lässt Footbridge nichts speichern. Exportieren Sie den Ablauf, bevor Sie gehen.',
  'newer-text':
    'Diese Version kann die folgenden Abläufe noch sehen. Laden Sie herunter, was Sie brauchen; ein anderes Footbridge kann es importieren.',
  'newer-flows': 'Abläufe der neueren Version',
  'newer-download': 'Herunterladen',
  'newer-download-of': '{{name}} herunterladen',
  'store-waiting':
    'Ein älteres Footbridge ist in einem anderen Tab offen und hält Ihre Abläufe fest. Schließen Sie diesen Tab: Dann geht es hier von selbst weiter.',
  'store-renewed-title': 'Footbridge wurde in einem anderen Tab erneuert',
  'store-renewed':
    'Alles, was Sie hier getan haben, ist behalten. Laden Sie diese Seite neu, um mit der neuen Version weiterzuarbeiten.',
  'store-deleted-title': 'Was dieser Browser behalten hatte, wurde gelöscht',
  'store-deleted':
    'Jemand oder der Browser selbst hat die Abläufe dieses Browsers gelöscht, während die Seite offen war.',
  'store-deleted-open':
    '„{{name}}“ ist in diesem Tab noch da. Behalten Sie ihn wieder im Browser, oder exportieren Sie ihn als Datei.',
  'store-keep-again': 'Wieder behalten',
} as const satisfies Translation['workspace'];
