import type { Translation } from '../translation.ts';

/** The list of flows, the browser's store, export and import. */
export const flows = {
  title: 'Ihre Abläufe',
  'title-empty': 'Bauen Sie Ihren ersten Ablauf',
  'empty-text':
    'Ein Ablauf holt Daten von einem Dienst, ändert sie nach Ihren Wünschen und gibt sie an einen anderen weiter.',
  'from-template': 'Mit einer Vorlage beginnen',
  'templates-at-once': 'Sofort ausprobieren, ohne Konto',
  'templates-with-accounts': 'Mit Ihren eigenen Konten',
  'templates-narrow': 'Vorlagen mit diesem Dienst',
  'template-not-loaded':
    'Die Vorlage konnte nicht geholt werden. Versuchen Sie es noch einmal, wenn eine Verbindung da ist; wenn es so bleibt, laden Sie die Seite neu.',
  'from-nothing': 'Mit einer leeren Arbeitsfläche beginnen',
  'new-flow': 'Neuer Ablauf',
  'new-name': 'Neuer Ablauf',
  'new-name-with': 'Ablauf mit {{title}}',
  import: 'Ablauf importieren',
  'see-services': 'Welche Dienste kann ich verbinden?',
  'drop-here': 'Datei hier ablegen, um den Ablauf zu importieren',
  'list-label': 'Ihre Abläufe',
  'menu-of': 'Mehr zu {{name}}',
  steps_one: '{{count}} Schritt',
  steps_other: '{{count}} Schritte',
  'no-steps': 'Noch keine Schritte',
  changed: 'Geändert: {{when}}',
  rename: 'Umbenennen',
  duplicate: 'Duplizieren',
  delete: 'Löschen',
  'copy-name': '{{name}} (Kopie)',
  'open-elsewhere':
    'Dieser Ablauf ist in einem anderen Tab offen. Ändern Sie ihn dort oder schließen Sie zuerst jenen Tab.',
  deleted: '„{{name}}“ ist gelöscht.',
  'rename-title': 'Ablauf umbenennen',
  'rename-save': 'Umbenennen',
  'name-label': 'Name',
  search: 'Ihre Abläufe durchsuchen',
  'none-found': 'Kein Ablauf hat „{{text}}“ im Namen, in Schritten, Ordner oder Schlagwörtern.',
  'search-help': 'Name, Dienst, Ordner oder Schlagwort',
  found_one: '{{count, number}} Ablauf gefunden',
  found_other: '{{count, number}} Abläufe gefunden',
  'none-found-archived_one': '{{count, number}} archivierter Ablauf passt.',
  'none-found-archived_other': '{{count, number}} archivierte Abläufe passen.',
  'show-archive': 'Archiv zeigen',
  'none-left': 'Alle Ihre Abläufe sind im Archiv.',
  'none-archived': 'Im Archiv ist nichts.',
  narrow: 'Ordner und Schlagwörter',
  'in-all': 'Alle',
  'in-archive': 'Archiv',
  'in-folder': 'Ordner {{name}}',
  'with-tag': 'Schlagwort {{name}}',
  copied: '„{{name}}“ ist angelegt, mit Beispielen und Tests.',
  'copied-without-accounts':
    '„{{name}}“ ist angelegt, mit Beispielen und Tests, aber ohne Zugänge: Verbinden Sie sie, bevor etwas gesendet wird.',
  archive: 'Archivieren',
  unarchive: 'Aus dem Archiv holen',
  archived: '„{{name}}“ ist im Archiv.',
  filing: 'Ordner und Schlagwörter',
  'filing-of': 'Ordner und Schlagwörter von „{{name}}“',
  'folder-label': 'Ordner',
  'folder-help': 'Ein neuer Name legt einen neuen Ordner an. Leer: in keinem Ordner.',
  'tags-label': 'Schlagwörter',
  'tags-help': 'Mit Kommas dazwischen, zum Beispiel: wöchentlich, Vertrieb',
  'filing-save': 'Speichern',
  'ran-done': 'Zuletzt gelaufen: {{when}}',
  'ran-failed': 'Fehlgeschlagen: {{when}}',
  'ran-cancelled': 'Von Ihnen angehalten: {{when}}',
  'never-ran': 'Noch nicht gelaufen',
  'template-newsletter': 'Neue Kunden in den Newsletter',
  'template-newsletter-text':
    'Sucht die aktiven Kunden im CRM und nimmt die, die es wollen, in den Newsletter auf.',
  'template-database': 'Kunden aus dem CRM in eine Datenbank',
  'template-database-text':
    'Hält jeden aktiven Kunden als Zeile einer Tabelle: geändert, wenn es ihn dort gibt, sonst hinzugefügt.',
  'template-files': 'Kunden aus Dateien ins CRM',
  'template-files-text':
    'Liest Kundenlisten (CSV) von einem Dateiserver und legt jeden Kunden im CRM an.',
  'template-signup': 'Anmeldeformular ins CRM',
  'template-signup-text':
    'Empfängt Anmeldungen aus einem Webformular, behält die mit Einwilligung zur Kontaktaufnahme und legt sie im CRM als Interessenten an.',
  'template-shop': 'Bestellungen des Shops ins CRM',
  'template-shop-text':
    'Fragt den Shop nach offenen Bestellungen und legt jeden Kunden im CRM als Interessenten an.',
  'template-desk': 'Offene Anfragen ins CRM',
  'template-desk-text':
    'Fragt den Kundendienst über GraphQL nach offenen Anfragen und legt, wer gefragt hat, im CRM als Interessenten an.',
  'template-weekly': 'Wöchentlich: Kunden in den Newsletter oder ins Protokoll',
  'template-weekly-text':
    'Nimmt jeden Montagmorgen die Kunden, die es wollen, in den Newsletter auf und hält von jedem anderen eine Zeile fest.',
  'template-answer': 'Anmeldung mit Antwort',
  'template-answer-text':
    'Empfängt eine Anmeldung, legt sie gleichzeitig im CRM und im Newsletter an und antwortet dem Formular, was beide gesagt haben.',
  'template-mail': 'Neue Bestellungen in einer E-Mail',
  'template-mail-text':
    'Fragt jeden Morgen den Shop nach offenen Bestellungen und sendet die neuen als eine Tabelle per E-Mail.',
  'template-orders-sheet': 'Shopify-Bestellungen in Google Sheets',
  'template-orders-sheet-text':
    'Sucht alle fünf Minuten nach bezahlten Bestellungen und schreibt jede neue als Zeile, mit Besteller und Artikeln.',
  'template-payments-sheet': 'Stripe-Zahlungen in Google Sheets',
  'template-payments-sheet-text':
    'Sucht alle fünf Minuten nach neuen Zahlungen und schreibt die gelungenen als Zeilen.',
  'template-form-hubspot': 'Kontaktformular in HubSpot und Slack',
  'template-form-hubspot-text':
    'Empfängt Anfragen aus einem Webformular, legt, wer fragt, in HubSpot als Interessenten an und sagt es gleichzeitig einem Kanal.',
  'template-form-pipedrive': 'Kontaktformular in Pipedrive und Telegram',
  'template-form-pipedrive-text':
    'Empfängt Anfragen aus einem Webformular, legt, wer fragt, in Pipedrive an und schreibt dann in einen Chat.',
  'template-hubspot-mailchimp': 'HubSpot-Kontakte in Mailchimp',
  'template-hubspot-mailchimp-text':
    'Sucht alle fünf Minuten nach neuen Kontakten mit E-Mail-Adresse und nimmt sie in eine Zielgruppe auf. Mailchimp fragt vorher jede Person nach ihrem Ja.',
  'template-salesforce-mailchimp': 'Salesforce-Interessenten in Mailchimp',
  'template-salesforce-mailchimp-text':
    'Sucht alle fünf Minuten nach neuen und geänderten Interessenten mit E-Mail-Adresse und nimmt sie in eine Zielgruppe auf. Mailchimp fragt vorher jede neue Person nach ihrem Ja.',
  'template-github-slack': 'Neue GitHub-Issues in Slack',
  'template-github-slack-text':
    'Sucht alle fünf Minuten nach offenen Issues eines Repositorys und sagt jedes neue einem Kanal.',
  'template-jira-telegram': 'Neue Jira-Vorgänge in Telegram',
  'template-jira-telegram-text':
    'Sucht alle fünf Minuten nach offenen Vorgängen eines Projekts und schreibt von jedem neuen in einen Chat.',
  'template-stripe-xero': 'Stripe-Rechnungen in Xero',
  'template-stripe-xero-text':
    'Sucht alle fünf Minuten nach neuen offenen Rechnungen und schreibt jede als Entwurf, den jemand ansieht und freigibt.',
  'template-square-xero': 'Square-Rechnungen in Xero',
  'template-square-xero-text':
    'Sucht alle fünf Minuten nach neuen unbezahlten Rechnungen eines Standorts und schreibt jede als Entwurf, den jemand ansieht und freigibt.',
  'template-mail-drive': 'Gmail-Anhänge in Google Drive',
  'template-mail-drive-text':
    'Sucht alle fünf Minuten nach neuen E-Mails mit Anhängen und legt jeden Anhang als Datei ab.',
  'template-mail-box': 'Gmail-Anhänge in Box',
  'template-mail-box-text':
    'Sucht alle fünf Minuten nach neuen E-Mails mit Anhängen und legt jeden Anhang in einen Ordner.',
  missing: 'Diesen Ablauf gibt es in diesem Browser nicht.',
  'missing-text':
    'Vielleicht wurde er gelöscht oder in einem anderen Browser gemacht. Ein Ablauf, der als Datei exportiert wurde, lässt sich importieren.',
  'storage-newer':
    'Eine neuere Version von Footbridge hat die Abläufe in diesem Browser geändert. Diese ältere Version lässt sie in Ruhe. Öffnen Sie die neuere Version, um weiterzuarbeiten.',
  'storage-full':
    'Dieser Browser hat keinen Platz mehr für den Ablauf. Löschen Sie Abläufe, die Sie nicht brauchen, oder schaffen Sie Platz auf der Festplatte und versuchen Sie es dann noch einmal.',
  'storage-off':
    'Dieser Browser lässt Footbridge hier nichts speichern. Wenn Sie in einem privaten Fenster sind, öffnen Sie Footbridge in einem gewöhnlichen.',
  'storage-taken':
    'Dieser Ablauf, oder einer, den er aufruft, ist inzwischen auf anderem Weg in diesen Browser gekommen. Nichts wurde geändert.',
  'storage-closed':
    'Footbridge wurde in einem anderen Tab erneuert, oder was dieser Browser behalten hatte, wurde gelöscht. Laden Sie die Seite neu.',
  'not-fetched':
    'Was für diesen Dienst gebraucht wird, konnte von Footbridge nicht geholt werden. Nichts ist verloren. Versuchen Sie es noch einmal, wenn es wieder eine Verbindung gibt.',
  'not-opened': 'Der Flow kann noch nicht gezeigt werden',
  'storage-failed':
    'Der Browser konnte den Ablauf nicht speichern oder lesen. Versuchen Sie es noch einmal; wenn es so bleibt, exportieren Sie den Ablauf als Datei.',
  'storage-conflict':
    'Dieser Ablauf wurde inzwischen anderswo gespeichert. Nichts wurde überschrieben: Behalten Sie Ihre Fassung als Kopie daneben, oder arbeiten Sie mit der gespeicherten weiter.',
  'stored-unreadable':
    'Dieser Ablauf ist in diesem Browser gespeichert, aber diese Version von Footbridge kann ihn nicht lesen. Er blieb, wie er ist.',
  'save-raw': 'So herunterladen, wie er ist',
  'storage-title': 'Ihre Abläufe lassen sich gerade nicht lesen',
  'export-title': 'Ablauf exportieren',
  'export-text':
    'Die Datei enthält die Schritte, die Zuordnungen und die Bausteine, die verwendet werden.',
  'export-called': 'Mit den Abläufen, die er aufruft: {{names}}.',
  'export-called-missing_one':
    'Er ruft {{count}} Ablauf auf, den es in diesem Browser nicht gibt; darum ist er nicht in der Datei. Wählen Sie beim Schritt einen anderen oder importieren Sie ihn zuerst.',
  'export-called-missing_other':
    'Er ruft {{count}} Abläufe auf, die es in diesem Browser nicht gibt; darum sind sie nicht in der Datei. Wählen Sie bei ihren Schritten andere oder importieren Sie sie zuerst.',
  'export-no-secrets':
    'Schlüssel und Passwörter sind nicht darin. Wer die Datei importiert, verbindet sich mit eigenen.',
  'export-samples': 'Beispieldaten mitgeben',
  'export-samples-text_one':
    '{{count}} Nachricht aus Ihren letzten Tests, mit allen echten Daten, die sie enthält.',
  'export-samples-text_other':
    '{{count}} Nachrichten aus Ihren letzten Tests, mit allen echten Daten, die sie enthalten.',
  'export-samples-of_one': '{{count}} Nachricht von {{step}}',
  'export-samples-of_other': '{{count}} Nachrichten von {{step}}',
  'export-tests_one': 'Den Test mitgeben',
  'export-tests_other': 'Die {{count, number}} Tests mitgeben',
  'export-tests-text':
    'Sie enthalten die Daten der Läufe, aus denen sie entstanden sind: was hereinkam, was gesendet und was geantwortet wurde. Keine Schlüssel.',
  'export-none': 'Es gibt keine Beispieldaten zum Mitgeben.',
  'export-contents': 'In der Datei',
  'export-steps_one': '{{count}} Schritt',
  'export-steps_other': '{{count}} Schritte',
  'export-connections_one': '{{count}} Zugang zum Verbinden',
  'export-connections_other': '{{count}} Zugänge zum Verbinden',
  'export-size': 'etwa {{size}}',
  'export-live':
    'Von selbst startet er nur, solange diese Seite offen ist. Der Befehl unten führt ihn einmal aus: Lassen Sie ihn vom Zeitplaner eines Servers so oft aufrufen, wie er laufen soll.',
  'export-live-called':
    'Aufgerufen werden kann er nur, solange diese Seite offen ist. Der Befehl unten führt ihn einmal aus, mit dem Inhalt eines Aufrufs aus einer Datei.',
  next: 'Was Sie mit der Datei tun können',
  'next-name': '„{{name}}“',
  'next-run': 'Auf einem Server oder nach Plan laufen lassen, im Ordner von Footbridge:',
  'next-run-text': 'Es zeigt, was gesendet würde. Mit --yes dahinter wird gesendet.',
  'next-run-keys':
    'Es sagt, wie es die Schlüssel von {{names}} bekommt, und zeigt dann, was gesendet würde. Mit --yes dahinter wird gesendet.',
  'next-import':
    'In einem anderen Browser öffnen: „Ablauf importieren …“ liest sie dort, und Zugänge werden neu verbunden.',
  'export-now': 'Ablauf exportieren',
  exported: 'Exportiert als {{file}}.',
  'import-title': 'Ablauf importieren',
  'import-text':
    'Sehen Sie sich an, was in der Datei ist, bevor sie einer Ihrer Abläufe wird. Nichts läuft und kein Dienst wird gefragt, bis Sie den Ablauf testen.',
  'import-steps': 'Schritte',
  'import-services': 'Dienste, mit denen er spricht',
  'import-no-services': 'Keine',
  'import-credentials': 'Neu zu verbinden, mit eigenen Schlüsseln',
  'import-no-credentials': 'Nichts zu verbinden',
  'import-problems': 'Noch zu erledigen',
  'import-no-problems': 'Nichts zu verbessern',
  'import-samples_one': '{{count}} Beispiel-Nachricht ist in der Datei',
  'import-samples_other': '{{count}} Beispiel-Nachrichten sind in der Datei',
  'import-mended_one':
    'Die Gruppe {{groups}} nannte Schritte, die nicht in der Datei sind oder in einer anderen Gruppe stehen. Sie bleiben weg.',
  'import-mended_other':
    'Die Gruppen {{groups}} nannten Schritte, die nicht in der Datei sind oder in einer anderen Gruppe stehen. Sie bleiben weg.',
  'import-mended-group': '„{{title}}“',
  'import-tests_one': '{{count}} Test ist in der Datei',
  'import-tests_other': '{{count}} Tests sind in der Datei',
  'import-more': 'und {{count, number}} weitere',
  'import-account-for': 'Zugang für {{name}}',
  'import-connect-later': 'Später verbinden',
  'import-no-account': 'Kein Zugang hier passt. Verbinden Sie ihn an seinem Schritt.',
  'import-versions': 'Versionen der Bausteine',
  'import-versions-same': 'dieselben wie hier',
  'import-versions-differ_one': '{{count, number}} ist anders als hier',
  'import-versions-differ_other': '{{count, number}} sind anders als hier',
  'import-elsewhere': 'Anderswo beschrieben und nicht erfragt: Diese Felder nehmen alles an',
  'import-component': 'Baustein',
  'import-in-file': 'In der Datei',
  'import-here': 'Hier',
  'import-file-newer': '(die Datei ist neuer)',
  'import-file-older': '(Ihrer ist neuer)',
  'import-only-in-file': 'nicht bekannt; die Datei beschreibt ihn',
  'address-of-account': 'der Server, den der Zugang von „{{step}}“ nennt',
  'import-called': 'Abläufe, die er aufruft',
  'import-called-new': 'wird mit importiert',
  'import-called-here': 'haben Sie schon: Ihrer wird aufgerufen',
  'import-now': 'Ablauf importieren',
  'import-exists':
    'Sie haben diesen Ablauf schon. Er wird als Kopie importiert; Ihrer bleibt, wie er ist.',
  'import-failed': 'Diese Datei wurde nicht importiert',
  details: 'Einzelheiten für die Person, die die Datei gemacht hat',
  'import-kept': 'Es wurde nichts geändert.',
  'choose-file': 'Datei wählen',
  'import-other': 'Andere Datei wählen',
  'import-too-big': 'Die Datei hat {{size}}. Ein Ablauf hat höchstens 50 MB.',
  'import-unknown': '{{name}} (hier nicht bekannt)',
  'address-typed': 'eine Adresse, die in „{{step}}“ eingestellt ist',
} as const satisfies Translation['flows'];
