import type { Translation } from '../translation.ts';

/** Why the proxy said no: what happened, where, what next. */
export const proxy = {
  'request-not-understood':
    'Footbridge hat nicht verstanden, was diese Seite gesendet hat ({{at}}). Laden Sie die Seite neu; wenn es so bleibt, haben Seite und Server verschiedene Versionen.',
  'request-too-large':
    'Das sind mehr als die {{megabytes}} MB, die auf einmal gesendet werden dürfen. Senden Sie weniger oder kleinere Nachrichten.',
  'not-found': 'An dieser Adresse hat Footbridge nichts. Laden Sie die Seite neu.',
  'server-fault':
    'In Footbridge selbst ist etwas schiefgegangen; verloren ist nichts. Versuchen Sie es noch einmal.',
  'not-signed-in':
    'Sie sind bei Footbridge nicht mehr angemeldet. Melden Sie sich noch einmal an (laden Sie die Seite neu, wenn Sie nicht gefragt werden) und versuchen Sie es dann wieder; Ihre Abläufe sind in diesem Browser gespeichert.',
  'foreign-page': 'Eine andere Website hat versucht, Footbridge zu benutzen. Das wurde verhindert.',
  'foreign-host':
    'Footbridge ist unter dem Namen „{{host}}“ nicht bekannt. Öffnen Sie es unter der Adresse, die beim Start gezeigt wurde.',
  'too-many-calls':
    'Mehr als {{count}} Anfragen sind gleichzeitig unterwegs. Warten Sie einen Moment und versuchen Sie es dann noch einmal.',
  'calls-too-fast':
    'Footbridge sendet höchstens {{count, number}} Anfragen in der Minute, und das waren mehr. Warten Sie einen Moment und versuchen Sie es noch einmal, oder setzen Sie einen Schritt davor, der das Tempo begrenzt.',

  'component-unknown':
    'Dieses Footbridge hat den Baustein „{{component}}“ nicht. Wählen Sie einen anderen.',
  'mail-without-recipient': 'Diese E-Mail geht an niemanden. Füllen Sie das Feld „An“ aus.',
  'mail-too-many-recipients':
    'Diese E-Mail geht an {{count}} Personen, und eine darf an {{most}} gehen. Senden Sie jeder Person eine eigene E-Mail.',
  'mail-too-many-attachments':
    'Diese E-Mail hat {{count, number}} Anhänge, und eine darf {{most}} haben. Senden Sie mehrere E-Mails, oder packen Sie die Dateien in ein Archiv.',
  'mail-too-large':
    'Diese E-Mail hat mit ihren Anhängen mehr als {{megabytes}} MB. Lassen Sie einige davon weg.',
  'mail-address-not-valid':
    '„{{address}}“ ist keine E-Mail-Adresse wie ada@example.com. Verbessern Sie sie dort, wo sie herkommt.',
  'file-too-large':
    '„{{path}}“ hat mehr als {{megabytes}} MB, und mehr darf eine Nachricht nicht haben. Wählen Sie im Schritt, dass die Datei weitergegeben wird, wie sie ist, oder wählen Sie eine kleinere Datei.',
  'file-too-large-to-pass':
    'Diese Datei hat mehr als {{megabytes}} MB, und mehr darf eine Datei zum Weitergeben nicht haben. Wählen Sie eine kleinere.',
  'file-not-taken':
    'Dieser Schritt nimmt keine Datei zum Weitergeben an. Lassen Sie den Schritt, der die Datei liest, ihren Text liefern oder ihren Inhalt als Base64.',
  'one-file-only':
    'Hier sind {{count, number}} Dateien zum Weitergeben, und gesendet werden kann eine auf einmal. Verwenden Sie für jede einen eigenen Schritt.',
  'file-not-signable':
    '{{host}} verlangt, dass das Gesendete signiert wird. Mit einer Datei, die weitergegeben wird, geht das nicht. Lassen Sie den Schritt, der die Datei liest, ihren Inhalt als Base64 liefern.',
  'file-content-missing':
    'Es gibt nichts zu schreiben: weder Text, noch Inhalt als Base64, noch eine Datei zum Weitergeben. Füllen Sie eines davon aus.',
  'sign-in-renewed':
    'Die Anmeldung wurde erneuert, während die Datei unterwegs war, deshalb wurde sie nicht angenommen. Versuchen Sie es noch einmal.',
  'file-is-folder':
    '„{{path}}“ ist ein Ordner, keine Datei. Geben Sie den Namen einer Datei darin an.',
  'file-name-missing': 'Der Pfad endet mit einem Ordner. Ergänzen Sie den Namen der Datei.',
  'file-not-text':
    '„{{path}}“ ist kein einfacher Text (UTF-8). Lesen Sie die Datei stattdessen als Base64.',
  'file-path-not-usable':
    'In diesem Pfad steht ein Zeichen, das kein Dateiname hat, oder er ist zu lang. Prüfen Sie das Feld mit dem Pfad.',
  'base64-not-readable':
    'Der Inhalt ist kein Base64-Text. Füllen Sie stattdessen den Text selbst ein oder prüfen Sie, woher er kommt.',
  'host-key-unknown':
    '{{host}} zeigt einen Schlüssel, den noch niemand bestätigt hat: {{key}}. Vergleichen Sie ihn mit dem, den Sie vom Betreiber des Servers bekommen haben, und vertrauen Sie ihm dann im Formular des Zugangs.',
  'host-key-changed':
    '{{host}} zeigt einen anderen Schlüssel als den, dem Sie vertraut haben: {{key}}. Nichts wurde gesendet. Fragen Sie den Betreiber des Servers, ob der Schlüssel geändert wurde; wenn ja, verbinden Sie neu.',
  'encryption-needed':
    'Ohne Verschlüsselung könnten alle auf dem Weg das Passwort lesen. Wählen Sie eine Verschlüsselung oder bitten Sie die Footbridge-Administration, {{host}} als Ziel einzutragen.',
  'no-encryption-there':
    '{{host}} bietet an diesem Port keine Verschlüsselung an. Prüfen Sie im Formular des Zugangs den Port und die Art der Verschlüsselung.',
  'sign-in-key-not-readable':
    'Der private Schlüssel lässt sich nicht lesen. Fügen Sie die ganze Datei ein, von der ersten Zeile mit Strichen bis zur letzten, und prüfen Sie das Passwort des Schlüssels.',
  'task-unknown':
    'Dieses Footbridge weiß nicht, wie das geht. Vielleicht ist es älter als der Ablauf: Erneuern Sie es oder wählen Sie eine andere Aktion.',
  'credential-type-unknown':
    'Dieser Baustein hat keine Anmeldeart „{{type}}“. Wählen Sie im Formular des Zugangs eine andere.',
  'credential-incomplete':
    'Im Formular des Zugangs fehlt etwas oder passt nicht ({{field}}). Füllen Sie es aus und verbinden Sie dann noch einmal.',
  'credential-unusable-character':
    'Ein Wert im Formular des Zugangs ({{field}}) enthält ein Zeichen, das sich nicht senden lässt, zum Beispiel einen Zeilenumbruch. Kopieren Sie den Wert noch einmal, ohne das, was darum herum steht.',
  'recipe-not-understood':
    'Die Vorschrift zum Unterschreiben nennt „{{name}}“ in Klammern, und das gibt es nicht. Verbessern Sie sie im Formular des Zugangs: {method}, {path}, {body} und andere, wie es die Hilfe dort sagt.',
  'key-not-readable':
    'Der private Schlüssel im Formular des Zugangs ({{field}}) lässt sich nicht lesen. Kopieren Sie den ganzen Schlüssel noch einmal, mit den Zeilen, in denen BEGIN und END steht.',
  'signing-secret-not-readable':
    'Das Geheimnis für die Unterschrift im Formular des Zugangs ({{field}}) lässt sich nicht lesen. Kopieren Sie es noch einmal ganz, von „whsec_“ bis zum letzten Zeichen, so wie der Dienst es zeigt.',
  'sign-in-needed':
    'Melden Sie sich zuerst beim Dienst an: mit der Schaltfläche im Formular des Zugangs.',
  'sign-in-unknown':
    'Diese Anmeldung hat zu lange gedauert oder war schon fertig. Beginnen Sie im Formular des Zugangs von vorn.',
  'sign-in-other-browser':
    'Diese Anmeldung wurde in einem anderen Browser begonnen. Schließen Sie sie dort ab oder beginnen Sie hier von vorn.',
  'sign-in-other-service':
    'Diese Antwort kam nicht von {{host}} und wurde darum nicht verwendet. Beginnen Sie von vorn; wenn es wieder geschieht, prüfen Sie die Adressen im Formular des Zugangs.',
  'sign-in-declined':
    'Bei {{host}} wurde das nicht erlaubt. Beginnen Sie von vorn, wenn das ein Versehen war.',
  'sign-in-refused':
    '{{host}} hat Sie nicht angemeldet: „{{why}}“. Prüfen Sie das Formular des Zugangs und versuchen Sie es dann noch einmal.',
  'app-refused':
    '{{host}} nimmt die Kennung oder das Geheimnis der App nicht an. Prüfen Sie beides beim Dienst und geben Sie es dann noch einmal ein.',
  'app-not-set-up':
    'Die Anmeldung bei „{{app}}“ muss einmal eingerichtet werden. Geben Sie Kennung und Geheimnis der App im Formular des Zugangs ein.',
  'app-by-operator':
    'Die App dieses Dienstes stellt die Footbridge-Administration ein: mit {{variable}} und dem Geheimnis dazu, in der Umgebung.',
  'account-elsewhere':
    '{{host}} nennt für Ihr Konto einen Ort, der nicht zu diesem Dienst gehört („{{said}}“), darum wurde nichts verbunden. Prüfen Sie, ob Sie sich mit dem richtigen Konto angemeldet haben; wenn es wieder geschieht, sagen Sie es der Footbridge-Administration.',
  'account-which':
    'Ihr Konto bei {{host}} öffnet diese: {{names}}. Geben Sie im Formular des Zugangs an, welches gemeint ist, und melden Sie sich dann noch einmal an.',
  'tokens-not-understood':
    '{{host}} hat auf eine Anmeldung mit etwas geantwortet, das keine ist. Prüfen Sie die Adressen im Formular des Zugangs.',
  'tokens-unavailable':
    '{{host}} kann gerade niemanden anmelden (Antwort {{status}}). Versuchen Sie es in einer Weile noch einmal.',
  'credential-too-large':
    'Was im Formular des Zugangs steht, ist zu lang, um gespeichert zu werden. Prüfen Sie, ob nur der Schlüssel eingefügt wurde.',
  'credential-without-host':
    'Das Formular sagt nicht, zu welcher Adresse der Schlüssel gehört. Füllen Sie die Adresse aus und verbinden Sie dann noch einmal.',
  'address-not-valid':
    '„{{address}}“ ist nicht die Adresse eines Dienstes. Sie beginnt mit https:// und einem Namen, zum Beispiel https://api.example.com.',
  'file-path-not-valid':
    '„{{file}}“ gibt nicht an, wo eine Datei liegt. Geben Sie den ganzen Pfad auf dem Computer an, auf dem Footbridge läuft, zum Beispiel /srv/data/shop.sqlite.',
  'place-unknown':
    'Dieses Footbridge weiß nicht, wo „{{place}}“ ist. Bitten Sie die Footbridge-Administration, die Adresse einzutragen.',

  'credential-not-valid': 'Dieser Zugang lässt sich nicht mehr öffnen. Verbinden Sie neu.',
  'credential-expired': 'Dieser Zugang ist abgelaufen. Verbinden Sie neu.',
  'credential-other-workspace':
    'Dieser Zugang gehört zu einem anderen Browser oder Arbeitsbereich. Verbinden Sie hier neu.',
  'credential-revoked': 'Dieser Zugang wurde gelöscht. Verbinden Sie neu.',
  'sign-in-again':
    '{{host}} nimmt diese Anmeldung nicht mehr an: Sie ist zu Ende oder wurde zurückgezogen. Verbinden Sie neu.',
  'credential-other-component':
    'Dieser Zugang gehört zu einem anderen Baustein. Wählen Sie einen zu diesem Baustein oder verbinden Sie neu.',
  'host-not-allowed':
    'Der Schlüssel dieses Zugangs darf nicht an {{host}} gesendet werden. Verwenden Sie die Adresse, für die er verbunden wurde, oder verbinden Sie mit dieser neu.',
  'https-needed':
    'Ein Schlüssel wird nicht über eine offene Leitung, die andere mitlesen können, an {{host}} gesendet. Verwenden Sie eine Adresse, die mit https:// beginnt.',
  'read-only':
    'Dieser Schritt soll nur lesen, und diese Anfrage ({{method}}) könnte etwas ändern. Nichts wurde gesendet.',
  'method-not-allowed':
    'Footbridge kann keine Anfrage der Art „{{method}}“ senden. Wählen Sie im Schritt eine andere.',
  'path-not-allowed':
    'Der Adressteil „{{path}}“ könnte woandershin führen als gedacht. Nichts wurde gesendet; verbessern Sie ihn im Schritt.',
  'no-envelope':
    'Dieser Zugang unterschreibt nur SOAP-Nachrichten, und diese Anfrage ist keine. Verwenden Sie ihn mit einem SOAP-Schritt oder verbinden Sie mit einem Zugang anderer Art.',
  'header-not-allowed':
    'Die Kopfzeile „{{header}}“ darf in einem Schritt nicht gesetzt werden. Für Schlüssel und Passwörter verwenden Sie einen Zugang.',

  'destination-not-allowed':
    '{{host}} ist in einem privaten Netz, in das Footbridge nicht von sich aus geht. Wenn es das soll, bitten Sie die Footbridge-Administration, es so zu starten: {{allow}}',
  'folder-not-allowed':
    '{{file}} ist in einem Ordner, den Footbridge nicht von sich aus öffnet. Wenn es das soll, bitten Sie die Footbridge-Administration, es so zu starten: {{allow}}',
  'file-not-found':
    'Auf dem Computer, auf dem Footbridge läuft, gibt es keine Datei {{file}}. Prüfen Sie Pfad und Namen.',
  'own-address': '{{host}} ist Footbridge selbst. So kann ein Ablauf es nicht aufrufen.',
  'host-not-found':
    'Es gibt keinen Dienst mit dem Namen {{host}}. Prüfen Sie die Adresse oder Ihre Verbindung und versuchen Sie es dann noch einmal.',
  'service-unreachable':
    '{{host}} ist nicht zu erreichen: Dort antwortet nichts. Vielleicht ist der Dienst ausgefallen oder die Verbindung unterbrochen. Versuchen Sie es in einer Weile noch einmal.',
  'certificate-not-trusted':
    '{{host}} konnte nicht beweisen, dass es die richtige Adresse ist: Dem Zertifikat wird nicht vertraut. Vielleicht ist es abgelaufen oder gehört zu einem anderen Namen. Nichts wurde gesendet. Prüfen Sie die Adresse oder sagen Sie dem Anbieter des Dienstes Bescheid.',
  'service-too-slow':
    '{{host}} hat nicht rechtzeitig geantwortet. Vielleicht ist dort viel los, oder das ist viel auf einmal. Versuchen Sie es noch einmal oder fragen Sie nach weniger auf einmal.',
  'request-not-taken':
    '{{host}} hat aufgehört, das Gesendete anzunehmen, bevor alles dort war. Versuchen Sie es noch einmal oder senden Sie weniger auf einmal.',
  'answer-stalled': '{{host}} hat mitten in der Antwort aufgehört. Versuchen Sie es noch einmal.',
  'answer-too-long':
    '{{host}} hat nach {{seconds}} Sekunden immer noch gesendet. Fragen Sie nach weniger auf einmal.',
  'answer-too-large':
    'Die Antwort ist größer als {{megabytes}} MB. Fragen Sie nach weniger auf einmal, zum Beispiel nach kleineren Seiten.',
  'no-encrypted-line':
    'Dieser Server bietet keine verschlüsselte Leitung. Ist der Weg dorthin sicher, wählen Sie im Formular „Nicht verschlüsselt“.',
  'file-no-database': '{{file}} ist keine SQLite-Datenbank.',
  'file-in-use':
    'Ein anderes Programm schreibt gerade in {{file}}. Versuchen Sie es gleich noch einmal.',
  'step-settings-unfit': 'Die Einstellungen dieses Schritts passen nicht ({{place}}).',
  'table-not-chosen': 'Keine Tabelle ist gewählt. Wählen Sie eine in den Einstellungen.',
  'table-unknown': 'Es gibt keine Tabelle „{{table}}“, oder dieser Benutzer darf sie nicht sehen.',
  'table-without-key':
    'Die Tabelle „{{table}}“ hat keinen Primärschlüssel. Wählen Sie die Spalten, die sagen, welche Zeile gemeint ist.',
  'table-keeps-nothing-unique':
    'Die Tabelle „{{table}}“ kann mehrere Zeilen mit gleichem {{columns}} haben. Sie hält keine Spalten eindeutig.',
  'columns-not-unique':
    'Die Tabelle „{{table}}“ kann mehrere Zeilen mit gleichem {{columns}} haben. Wählen Sie Spalten, die sie eindeutig hält: {{kept}}.',
  'column-unknown': 'Die Tabelle „{{table}}“ hat keine Spalte „{{column}}“.',
  'no-column-to-follow': 'Wählen Sie die Spalte, die mit jeder neuen Zeile wächst.',
  'row-not-found': 'Keine Zeile von „{{table}}“ hat {{values}}.',
  'nothing-to-change': 'Es ist keine Spalte angegeben, die geändert werden soll.',
  'changed-too-much':
    'Mehr als {{count, number}} Zeilen, oder mehr Daten, als gehalten werden können, kämen zurück, bevor die Änderung gilt. Darum wurde sie zurückgenommen. Lassen Sie weniger zurückgeben, oder lesen Sie die Zeilen in einem eigenen Schritt.',
  'key-without-value': '„{{column}}“ sagt, welche Zeile gemeint ist, und hat keinen Wert.',
  'condition-without-value': 'Die Bedingung zu „{{column}}“ hat keinen Wert.',
  'parameter-missing': 'Der Wert „:{{name}}“ fehlt.',
  'parameters-by-name': 'Schreiben Sie Parameter mit einem Doppelpunkt und Namen, etwa :email.',
  'statement-missing': 'Es gibt keine Anweisung. Schreiben Sie eine, etwa: SELECT * FROM kunden',
  'statement-too-long': 'Diese Anweisung ist zu lang.',
  'statements-several':
    'Das sind mehrere Anweisungen. Ein Schritt führt eine aus; nehmen Sie für jede einen Schritt.',
  'statement-does-not-end':
    'Ein Text, ein Name in Anführungszeichen oder ein Kommentar dieser Anweisung endet nicht. Er beginnt mit {{mark}} nach {{count}} Zeichen.',
  'statement-changes':
    'Eine Anweisung, die mit {{word}} beginnt, ändert Daten, und dieser Schritt sagt, dass er nur liest. Stellen Sie in seinen Einstellungen um, was er tut.',
  'statement-begins-otherwise':
    'Die Anweisung eines Schritts beginnt mit einem dieser Wörter: {{words}}. Diese beginnt mit „{{word}}“.',
  'statement-comment-runs': 'Kommentare, die die Datenbank ausführen würde, sind nicht erlaubt.',
  'statement-comment-in-comment': 'Kommentare in Kommentaren werden hier nicht gelesen.',
  'statement-writes-files':
    'Ein Schritt schreibt keine Dateien auf dem Server: OUTFILE und DUMPFILE stehen in keiner Anweisung.',
  'statement-reads-files':
    'Ein Schritt liest keine Dateien des Servers: LOAD_FILE steht in keiner Anweisung außerhalb eines Textes.',
  'statement-reaches-outside':
    '„{{name}}“ greift über die Datei hinaus und ist in einer Anweisung nicht erlaubt.',
  'rows-too-heavy':
    '{{host}} hat mehr als {{megabytes}} MB auf einmal gegeben und wurde angehalten. Lesen Sie weniger oder kleinere Spalten.',
  'statement-too-slow':
    '{{host}} war nach {{seconds}} Sekunden noch nicht fertig und wurde angehalten. Fragen Sie nach weniger auf einmal.',
  'answer-headers-too-large':
    '{{host}} hat eine Antwort gegeben, die mit mehr beginnt, als sich lesen lässt. Sagen Sie dem Anbieter des Dienstes Bescheid.',
  'answer-not-readable':
    'Der Dienst hat eine Antwort gegeben, die sich nicht lesen lässt. Versuchen Sie es noch einmal; wenn es so bleibt, sagen Sie dem Anbieter des Dienstes Bescheid.',
  'answer-not-json':
    '{{host}} hat in anderer Form als sonst geantwortet. Darin könnten fremde Schlüssel stehen, die sich dort nicht herausnehmen lassen; darum bekommt niemand die Antwort zu sehen. Versuchen Sie es noch einmal; wenn es so bleibt, sagen Sie dem Anbieter des Dienstes Bescheid.',
  'answer-cut':
    'Die Verbindung zu {{host}} endete mitten in der Antwort. Versuchen Sie es noch einmal.',
  'call-cancelled': 'Die Anfrage wurde abgebrochen.',

  'redirect-not-followed':
    '{{from}} verweist auf „{{to}}“, und dorthin geht Footbridge nicht. Prüfen Sie die Adresse des Dienstes.',
  'redirect-insecure':
    '{{from}} verweist auf {{to}}, über eine offene Leitung, die andere mitlesen können. Footbridge ist dem nicht gefolgt.',
  'redirect-with-body':
    '{{from}} will, dass die Daten stattdessen an {{to}} gesendet werden. Sie wurden nicht dorthin gesendet; wenn das richtig ist, verwenden Sie im Schritt die neue Adresse.',
  'redirect-carries-secret':
    '{{from}} hat versucht, Ihren Schlüssel an {{to}} weiterzugeben. Footbridge ist dem nicht gefolgt.',
  'too-many-redirects':
    '{{host}} verweist ohne Ende von einer Adresse auf die nächste. Prüfen Sie die Adresse des Dienstes.',

  'webhook-unknown':
    'Diese Webhook-Adresse gibt es hier nicht. Vielleicht ist sie abgelaufen: Öffnen Sie den Ablauf und kopieren Sie seine Adresse noch einmal.',
  'webhook-not-accepted':
    'Diese Adresse nimmt einen solchen Aufruf nicht an: Sie ist hier nicht bekannt, oder der Aufruf ist nicht wie vereinbart unterschrieben.',
  'webhook-cannot-sign':
    'Dieser Zugang hat kein Geheimnis für unterschriebene Aufrufe. Wählen oder verbinden Sie einen, der für diesen Webhook gemacht wurde.',
  'webhook-nobody-listens':
    'Gerade wartet kein offener Ablauf auf diesen Webhook. Öffnen Sie den Ablauf in Footbridge und senden Sie dann noch einmal.',
  'hook-without-reply': 'Der Ablauf hat das angenommen und gibt keine Antwort.',
  'hook-stopped':
    'Der Ablauf wurde gestoppt, bevor er antworten konnte. Sein Lauf in Footbridge zeigt, warum.',
  'hook-late_one':
    'Der Ablauf hat nicht innerhalb von {{count}} Sekunde geantwortet. Vielleicht arbeitet er noch daran.',
  'hook-late_other':
    'Der Ablauf hat nicht innerhalb von {{count}} Sekunden geantwortet. Vielleicht arbeitet er noch daran.',
  'webhook-busy':
    'Bei diesem Webhook kommt mehr an, als der Ablauf annehmen kann. Senden Sie etwas später noch einmal.',
  'too-many-webhooks':
    'Es gibt schon {{count}} Webhook-Adressen. Löschen Sie eine, die Sie nicht brauchen.',

  'callback-title': 'Anmelden',
  'callback-done': 'Sie sind angemeldet.',
  'callback-close': 'Sie können dieses Fenster schließen und zu Footbridge zurückgehen.',
} as const satisfies Translation['proxy'];
