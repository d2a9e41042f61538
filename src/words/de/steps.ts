import type { Translation } from '../translation.ts';

/** What a generic step refuses, and what to do about it. */
export const steps = {
  stopped: '{{words}}',
  'message-without-fields':
    'Was hereinkam, hat keine Felder, die sich behalten ließen. Setzen Sie einen Mapper vor diesen Schritt oder wählen Sie eine Nachricht für jeden Eintrag.',
  'not-fields': 'Dieser Schritt fügt Felder hinzu, aber er hat etwas ohne Felder bekommen.',
  'text-missing': 'Hier ist kein Text. Füllen Sie dieses Feld aus.',
  'not-a-text': 'Hierher gehört ein Text, keine Liste und keine Feldgruppe.',
  'not-a-list': 'Hierher gehört eine Liste.',
  'not-a-number':
    'Hierher gehört eine Zahl. Wandeln Sie den Wert in der Zuordnung um oder wählen Sie unter „Einstellungen“, dass nur gezählt wird.',
  'reply-address':
    'Die Adresse, zu der die aufrufende Seite weitergeschickt wird, ist keine. Sie beginnt mit https:// oder /; sehen Sie unter „Einstellungen“ nach.',
  'text-too-long':
    'Dieser Text ist zu lang: {{length, number}} Zeichen, möglich sind {{limit, number}}. Senden Sie ihn in Teilen.',
  'file-missing':
    'Hier ist keine Datei. Füllen Sie dieses Feld mit einer Datei zum Weitergeben, aus dem Schritt, der sie liest.',
  'not-a-file':
    'Hierher gehört eine Datei zum Weitergeben. Füllen Sie dieses Feld mit dem Inhalt, den ein Schritt wie „Eine Datei lesen“ liefert.',
  'file-only-example':
    'Das ist nur ein Beispiel einer Datei. Testen Sie zuerst den Schritt, der sie liest, oder den ganzen Ablauf.',
  'file-not-text':
    '„{{name}}“ ist kein Text, der sich so lesen lässt. Wählen Sie unter Einstellungen, wie ihre Buchstaben gespeichert sind, oder prüfen Sie, ob es die richtige Datei ist.',
  'file-made-too-large':
    'Was hier entsteht, hat mehr als {{megabytes}} MB, und mehr darf eine Datei zum Weitergeben nicht haben. Machen Sie mehrere kleinere.',
  'row-too-long':
    'Die Zeile der Tabelle, die in Zeile {{line, number}} beginnt, hat mehr als {{limit, number}} Zeichen. Wahrscheinlich wird dort ein Anführungszeichen nie geschlossen.',
  'line-too-long':
    'Zeile {{line, number}} hat mehr als {{limit, number}} Zeichen. Prüfen Sie, ob jeder Eintrag der Datei eine eigene Zeile hat.',
  'json-line-broken':
    'Zeile {{line, number}} ist kein vollständiges JSON. Sehen Sie nach, wie sie beginnt und endet.',
  'name-refused':
    'Zeile {{line}}: „{{name}}“ kann kein Feldname sein. Benennen Sie es dort um, wo der Text entsteht.',
  'csv-row-length':
    'Zeile {{line}} der Tabelle hat {{found}} Werte statt {{expected}}. Suchen Sie dort nach einem fehlenden oder überzähligen Trennzeichen oder wählen Sie in den Einstellungen, dass solche Zeilen angenommen werden.',
  'csv-quote-open':
    'In Zeile {{line}} der Tabelle wird ein Anführungszeichen geöffnet und nie geschlossen. Schließen Sie es oder verdoppeln Sie es, wo es zum Text gehört.',
  'csv-quote':
    'In Zeile {{line}} der Tabelle steht ein Anführungszeichen, wo keines stehen kann. Verdoppeln Sie es, wo es zum Text gehört.',
  'csv-row-not-fields':
    'Eintrag {{row}} der Liste hat keine Felder, darum kann er keine Zeile einer Tabelle sein.',
  'json-broken': 'Das ist kein vollständiges JSON. Sehen Sie nach, wie der Text beginnt und endet.',
  'json-broken-at': 'Das ist kein JSON: Sehen Sie in Zeile {{line}}, Zeichen {{column}} nach.',
  'xml-broken':
    'Das ist kein fehlerfreies XML: Sehen Sie in Zeile {{line}}, Zeichen {{column}} nach.',
  'xml-doctype':
    'Zeile {{line}}: Ein Text mit einem DOCTYPE wird nicht gelesen, weil er andere Texte holen oder vervielfachen könnte. Bitten Sie um einen Text ohne.',
  'xml-too-deep': 'Zeile {{line}}: Mehr als {{limit}} Elemente ineinander werden nicht gelesen.',
  'xml-entry-too-long':
    'Was in Zeile {{line, number}} beginnt, hat mehr als {{limit, number}} Zeichen, zu viele für einen Eintrag. Prüfen Sie in den Einstellungen, wie ein Eintrag heißt.',
  'xml-no-entry':
    'Nichts in dieser Datei heißt „{{name}}“. Darin sind unter anderem: {{names}}. Sehen Sie in den Einstellungen nach, wie ein Eintrag heißt.',
  'xml-root':
    'XML hat ein äußerstes Element, und diese Daten sagen nicht, welches. Nennen Sie es in den Einstellungen.',
  'xml-name':
    '„{{name}}“ kann nicht der Name eines Elements sein. Verwenden Sie Buchstaben und Ziffern ohne Leerzeichen und beginnen Sie mit einem Buchstaben.',
  'xml-list-in-list':
    'Eine Liste direkt in einer Liste lässt sich nicht als XML schreiben. Geben Sie der inneren Liste mit einem Mapper einen Namen.',
  'xml-sign': 'In diesem Text steht ein Zeichen, das in XML nicht stehen kann. Entfernen Sie es.',
  'data-too-deep': 'Mehr als {{limit}} Feldgruppen ineinander lassen sich nicht schreiben.',
  'base64-broken': 'Das ist kein Base64: Sehen Sie bei Zeichen {{place, number}} nach.',
  'base64-too-long':
    'Diese Datei hat mehr als {{megabytes}} MB, zu viel für einen Text in einer Nachricht. Wählen Sie in den Einstellungen eine Datei zum Weitergeben.',
  'base64-not-text':
    'Was in diesem Base64 verpackt ist, ist kein Text, sondern vielleicht ein Bild oder eine andere Datei.',
  'zip-no-name': 'Datei {{number}} hat keinen Namen. Füllen Sie ihren Namen aus.',
  'zip-name':
    'Der Name „{{name}}“ könnte aus dem Ordner hinausführen, in den die Dateien kommen. Verwenden Sie einen Namen ohne „..“, ohne Laufwerk und ohne Schrägstrich am Anfang.',
  'zip-name-twice': 'Es gibt zwei Dateien „{{name}}“. Geben Sie jeder einen eigenen Namen.',
  'zip-empty':
    'In „{{name}}“ ist nichts. Füllen Sie den Text aus, die Datei als Base64 oder eine Datei zum Weitergeben.',
  'zip-too-many_one': 'Mehr als {{count}} Datei auf einmal lässt sich nicht packen oder öffnen.',
  'zip-too-many_other':
    'Mehr als {{count, number}} Dateien auf einmal lassen sich nicht packen oder öffnen. Verwenden Sie mehrere ZIP-Dateien.',
  'zip-too-large':
    'Die Dateien sind ausgepackt zusammen größer als {{megabytes}} MB. Verwenden Sie kleinere ZIP-Dateien.',
  'zip-not-zip': 'Das ist keine ZIP-Datei.',
  'zip-broken':
    'Diese ZIP-Datei ist beschädigt: Ihr Inhaltsverzeichnis passt nicht. Bitten Sie noch einmal darum.',
  'zip-file-broken': '„{{name}}“ in dieser ZIP-Datei ist beschädigt. Bitten Sie noch einmal darum.',
  'zip-locked':
    '„{{name}}“ in dieser ZIP-Datei hat ein Passwort. Bitten Sie um die Datei ohne Passwort.',
  'zip-method':
    '„{{name}}“ ist auf eine Art gepackt, die hier nicht bekannt ist. Packen Sie es als gewöhnliche ZIP-Datei.',
  'key-missing':
    'Der Schlüssel zum Unterschreiben fehlt. Füllen Sie ihn unter „Einstellungen“ aus.',
  'code-not-here': 'Funktionen können hier nicht ausgeführt werden.',
  'code-missing': 'Die Funktion ist leer. Schreiben Sie sie unter „Einstellungen“.',
  'code-threw': 'Die Funktion brach mit einem Fehler ab: {{words}}',
  'code-threw-at': 'Die Funktion brach in Zeile {{line}} mit einem Fehler ab: {{words}}',
  'code-not-javascript': 'Die Funktion lässt sich nicht als JavaScript lesen: {{words}}',
  'code-not-javascript-at':
    'Zeile {{line}} der Funktion lässt sich nicht als JavaScript lesen: {{words}}',
  'code-too-slow_one':
    'Die Funktion kam nicht innerhalb von {{count}} Sekunde zum Ende. Suchen Sie nach einer Schleife ohne Ende oder geben Sie ihr unter „Einstellungen“ mehr Zeit.',
  'code-too-slow_other':
    'Die Funktion kam nicht innerhalb von {{count}} Sekunden zum Ende. Suchen Sie nach einer Schleife ohne Ende oder geben Sie ihr unter „Einstellungen“ mehr Zeit.',
  'code-too-much-memory': 'Die Funktion wollte mehr Speicher, als sie haben darf (64 MB).',
  'code-too-deep':
    'Die Funktion ruft sich zu oft selbst auf. Suchen Sie nach dem, was das beenden sollte.',
  'code-too-long':
    'Die Funktion lieferte mehr als {{limit, number}} Zeichen. Liefern Sie weniger auf einmal.',
  'code-gave-nothing':
    'Die Funktion lieferte keine Daten. Beenden Sie sie mit return und dem, was sie liefern soll.',
  'code-waits':
    'Die Funktion wartet auf etwas (async), aber darin kann auf nichts gewartet werden. Liefern Sie die Daten selbst.',
  'call-nothing': 'Es ist kein Ablauf gewählt. Wählen Sie einen unter „Einstellungen“.',
  'call-missing':
    'Der Ablauf „{{flow}}“ ist nicht hier. Importieren Sie ihn, legen Sie ihn neben diesen Ablauf oder wählen Sie unter „Einstellungen“ einen anderen.',
  'call-not-callable':
    'Der Ablauf „{{flow}}“ lässt sich nicht aufrufen: Er muss mit einem Webhook beginnen. Ändern Sie seinen Start oder wählen Sie einen anderen Ablauf.',
  'call-too-deep':
    'Der Ablauf „{{flow}}“ wurde nicht aufgerufen: Abläufe rufen einander höchstens {{limit}}-fach ineinander auf. Suchen Sie nach Abläufen, die einander im Kreis aufrufen.',
  'call-failed': 'Der Ablauf „{{calledFlow}}“ blieb bei „{{calledStep}}“ stehen. $t({{why}})',
  'call-refused':
    'Der Ablauf „{{flow}}“ antwortete mit Status {{status}}: Er hat diese Daten nicht angenommen.',
  'call-unanswered':
    'Der Ablauf „{{flow}}“ kam ohne seine Antwort zum Ende. Sehen Sie sich die Wege an, die diese Daten darin nehmen.',
  'lookup-no-key': 'Es gibt keinen Wert zum Suchen. Füllen Sie dieses Feld aus.',
  'lookup-no-field':
    'Kein Eintrag der Liste hat das Feld „{{name}}“. Prüfen Sie den Namen unter „Einstellungen“.',
  'lookup-nothing': 'Die Liste hat keinen Eintrag zu „{{key}}“.',
} as const satisfies Translation['steps'];
