import type { Translation } from '../translation.ts';

/** Why a call did not succeed: what happened, why most likely, what to do. The service's own words stand below, as they came. */
export const failures = {
  'bad-request':
    'Der Dienst hat diese Anfrage nicht verstanden. Wahrscheinlich fehlt ein Feld oder hat eine andere Form, als er verlangt. Vergleichen Sie seine eigenen Worte mit den Feldern dieses Schritts.',
  'bad-request-by':
    '{{service}} hat diese Anfrage nicht verstanden. Wahrscheinlich fehlt ein Feld oder hat eine andere Form als verlangt. Vergleichen Sie die Worte des Dienstes mit den Feldern dieses Schritts.',
  'key-refused':
    'Der Dienst hat diesen Schlüssel abgelehnt. Vielleicht ist er abgelaufen, wurde zurückgezogen oder gehört zu einem anderen Konto. Verbinden Sie neu, mit einem gültigen Schlüssel.',
  'key-needed':
    'Der Dienst will wissen, wer fragt, und dieser Schritt hat keinen Zugang. Verbinden Sie ihn und versuchen Sie es noch einmal.',
  'key-needed-by':
    '{{service}} will wissen, wer fragt, und dieser Schritt hat keinen Zugang. Verbinden Sie ihn und versuchen Sie es noch einmal.',
  'key-refused-by':
    '{{service}} hat diesen Schlüssel abgelehnt. Vielleicht ist er abgelaufen, wurde zurückgezogen oder gehört zu einem anderen Konto. Verbinden Sie neu, mit einem gültigen Schlüssel.',
  'not-paid':
    'Der Dienst will dafür bezahlt werden. Vielleicht ist aufgebraucht, was Ihr Tarif dort enthält. Sehen Sie in Ihrem Konto dort nach.',
  'not-paid-by':
    '{{service}} will dafür bezahlt werden. Vielleicht ist aufgebraucht, was Ihr Tarif dort enthält. Sehen Sie in Ihrem Konto dort nach.',
  'payment-declined':
    'Die Zahlung wurde abgelehnt; der Dienst gibt das nur weiter. Der Grund liegt bei der Karte oder der Bank. Bitten Sie die zahlende Person um eine andere Zahlungsart.',
  'payment-declined-by':
    'Die Zahlung wurde abgelehnt; {{service}} gibt das nur weiter. Der Grund liegt bei der Karte oder der Bank. Bitten Sie die zahlende Person um eine andere Zahlungsart.',
  'not-allowed':
    'Der Dienst erlaubt das mit diesem Schlüssel nicht. Wahrscheinlich fehlt dem Konto dahinter das Recht. Bitten Sie den Inhaber des Kontos darum oder verbinden Sie mit einem anderen Schlüssel.',
  'not-allowed-by':
    '{{service}} erlaubt das mit diesem Schlüssel nicht. Wahrscheinlich fehlt dem Konto dahinter das Recht. Bitten Sie den Inhaber des Kontos darum oder verbinden Sie mit einem anderen Schlüssel.',
  'not-found':
    'Der Dienst kennt nicht, wonach dieser Schritt fragt. Vielleicht wurde es dort gelöscht, oder die Nummer oder der Name stimmt nicht ganz. Prüfen Sie, was Sie angegeben haben.',
  'not-found-by':
    '{{service}} kennt nicht, wonach dieser Schritt fragt. Vielleicht wurde es dort gelöscht, oder die Nummer oder der Name stimmt nicht ganz. Prüfen Sie, was Sie angegeben haben.',
  'already-there':
    'Der Dienst hat diesen Eintrag schon. Wahrscheinlich wurde er früher gesendet. Lassen Sie ihn weg oder ändern Sie, was anders sein muss.',
  'already-there-by':
    '{{service}} hat diesen Eintrag schon. Wahrscheinlich wurde er früher gesendet. Lassen Sie ihn weg oder ändern Sie, was anders sein muss.',
  'changed-meanwhile':
    'Jemand hat diesen Eintrag beim Dienst inzwischen geändert. Was Sie gesendet haben, beruht auf einem älteren Stand. Lesen Sie ihn noch einmal und senden Sie dann die Änderung.',
  'changed-meanwhile-by':
    'Jemand hat diesen Eintrag in {{service}} inzwischen geändert. Was Sie gesendet haben, beruht auf einem älteren Stand. Lesen Sie ihn noch einmal und senden Sie dann die Änderung.',
  'too-large':
    'Das ist mehr, als der Dienst auf einmal nimmt. Senden Sie weniger oder in kleineren Teilen.',
  'too-large-by':
    'Das ist mehr, als {{service}} auf einmal nimmt. Senden Sie weniger oder in kleineren Teilen.',
  'refused-fields':
    'Der Dienst hat abgelehnt, was in diesen Feldern steht. Prüfen Sie sie und versuchen Sie es dann noch einmal.',
  'refused-fields-by':
    '{{service}} hat abgelehnt, was in diesen Feldern steht. Prüfen Sie sie und versuchen Sie es dann noch einmal.',
  'said-no':
    'Der Dienst hat geantwortet, aber nicht getan, worum er gebeten wurde. Seine eigenen Worte sagen, warum. Prüfen Sie sie und versuchen Sie es dann noch einmal.',
  'said-no-by':
    '{{service}} hat geantwortet, aber das Verlangte nicht getan. Die Worte des Dienstes sagen, warum. Prüfen Sie sie und versuchen Sie es dann noch einmal.',
  'too-many':
    'Der Dienst bittet um eine Pause: zu viele Anfragen in kurzer Zeit. Wo nichts doppelt geschehen kann, wartet Footbridge und versucht es von selbst noch einmal. Sonst versuchen Sie es in einer Weile noch einmal.',
  'too-many-by':
    '{{service}} bittet um eine Pause: zu viele Anfragen in kurzer Zeit. Wo nichts doppelt geschehen kann, wartet Footbridge und versucht es von selbst noch einmal. Sonst versuchen Sie es in einer Weile noch einmal.',
  'too-many-seconds_one':
    'Der Dienst bittet um eine Pause von {{count}} Sekunde: zu viele Anfragen in kurzer Zeit. Wo nichts doppelt geschehen kann, wartet Footbridge und versucht es von selbst noch einmal. Sonst versuchen Sie es danach noch einmal.',
  'too-many-seconds-by_one':
    '{{service}} bittet um eine Pause von {{count}} Sekunde: zu viele Anfragen in kurzer Zeit. Wo nichts doppelt geschehen kann, wartet Footbridge und versucht es von selbst noch einmal. Sonst versuchen Sie es danach noch einmal.',
  'too-many-seconds_other':
    'Der Dienst bittet um eine Pause von {{count}} Sekunden: zu viele Anfragen in kurzer Zeit. Wo nichts doppelt geschehen kann, wartet Footbridge und versucht es von selbst noch einmal. Sonst versuchen Sie es danach noch einmal.',
  'too-many-seconds-by_other':
    '{{service}} bittet um eine Pause von {{count}} Sekunden: zu viele Anfragen in kurzer Zeit. Wo nichts doppelt geschehen kann, wartet Footbridge und versucht es von selbst noch einmal. Sonst versuchen Sie es danach noch einmal.',
  'too-many-minutes_one':
    'Der Dienst bittet um eine Pause von etwa {{count}} Minute: Was er in einer Zeit erlaubt, ist aufgebraucht. So lange wartet Footbridge nicht von selbst. Versuchen Sie es danach noch einmal oder mit weniger Nachrichten.',
  'too-many-minutes-by_one':
    '{{service}} bittet um eine Pause von etwa {{count}} Minute: Was in einer Zeit erlaubt ist, ist aufgebraucht. So lange wartet Footbridge nicht von selbst. Versuchen Sie es danach noch einmal oder mit weniger Nachrichten.',
  'too-many-minutes_other':
    'Der Dienst bittet um eine Pause von etwa {{count}} Minuten: Was er in einer Zeit erlaubt, ist aufgebraucht. So lange wartet Footbridge nicht von selbst. Versuchen Sie es danach noch einmal oder mit weniger Nachrichten.',
  'too-many-minutes-by_other':
    '{{service}} bittet um eine Pause von etwa {{count}} Minuten: Was in einer Zeit erlaubt ist, ist aufgebraucht. So lange wartet Footbridge nicht von selbst. Versuchen Sie es danach noch einmal oder mit weniger Nachrichten.',
  'service-busy':
    'Der Dienst ist überlastet oder wird gerade repariert. An Ihrem Ablauf liegt es nicht. Versuchen Sie es in einer Weile noch einmal.',
  'service-busy-by':
    '{{service}} ist überlastet oder wird gerade repariert. An Ihrem Ablauf liegt es nicht. Versuchen Sie es in einer Weile noch einmal.',
  'service-broken':
    'Der Dienst hat selbst einen Fehler ({{status}}). An Ihrem Ablauf liegt es nicht. Versuchen Sie es in einer Weile noch einmal.',
  'service-broken-by':
    '{{service}} hat selbst einen Fehler ({{status}}). An Ihrem Ablauf liegt es nicht. Versuchen Sie es in einer Weile noch einmal.',
  'too-slow':
    'Der Dienst hat zu lange für die Antwort gebraucht. Vielleicht ist dort viel los, oder das ist viel auf einmal. Versuchen Sie es noch einmal oder fragen Sie nach weniger.',
  'too-slow-by':
    '{{service}} hat zu lange für die Antwort gebraucht. Vielleicht ist dort viel los, oder das ist viel auf einmal. Versuchen Sie es noch einmal oder fragen Sie nach weniger.',
  moved:
    'Der Dienst verweist auf eine andere Adresse. Wahrscheinlich ist die Adresse in diesem Schritt eine alte. Footbridge bringt Ihren Schlüssel nicht dorthin; verwenden Sie die neue Adresse.',
  'moved-by':
    '{{service}} verweist auf eine andere Adresse. Wahrscheinlich ist die Adresse in diesem Schritt eine alte. Footbridge bringt Ihren Schlüssel nicht dorthin; verwenden Sie die neue Adresse.',
  refused:
    'Der Dienst hat diese Anfrage abgelehnt ({{status}}). Seine eigenen Worte, wenn es welche gibt, sagen, warum. Prüfen Sie den Schritt und versuchen Sie es dann noch einmal.',
  'refused-by':
    '{{service}} hat diese Anfrage abgelehnt ({{status}}). Die Worte des Dienstes, wenn es welche gibt, sagen, warum. Prüfen Sie den Schritt und versuchen Sie es dann noch einmal.',

  'answer-unexpected':
    'Der Dienst hat geantwortet, aber nicht mit der Liste, die dieser Schritt erwartet. Sehen Sie sich die Antwort unten an.',
  'next-unreadable':
    'Die Liste geht weiter, aber der Dienst verweist auf einen nächsten Teil, nach dem sich nicht fragen lässt. Was bisher kam, ist nicht die ganze Liste.',
  'paging-unfinished':
    'Die Einstellungen sagen nicht, wie nach dem nächsten Teil einer langen Liste gefragt wird. Wählen Sie noch einmal, was gelesen wird, oder ergänzen Sie dort, was fehlt.',
  'next-in-circle':
    'Der Dienst liefert immer wieder denselben Teil der Liste. Was bisher kam, ist vielleicht nicht die ganze Liste.',
  'page-again':
    'Der Dienst hat für die nächste Seite wieder dieselben Einträge geliefert. Wahrscheinlich kennt er „{{name}}“ nicht. Sehen Sie in seiner Dokumentation nach, wie das dort heißt, und ändern Sie es in den Einstellungen dieses Schritts.',
  'pages-too-many':
    'Die Liste war nach {{count, number}} Seiten nicht zu Ende, deshalb wurde das Lesen beendet. Prüfen Sie, was die Einstellungen dieses Schritts über Seiten sagen, oder lesen Sie nur so viele Seiten wie nötig.',
  'paging-flag-missing':
    'Laut den Einstellungen sagt die Antwort in „{{name}}“, ob noch mehr folgt, aber dieses Feld hat sie nicht. Vergleichen Sie die Einstellungen mit der Antwort unten.',
  'paging-nothing-sent':
    'Die Marke der nächsten Seite gehört in die gesendeten Daten, aber dieser Schritt sendet nichts. Wählen Sie in seinen Einstellungen, dass er etwas sendet, oder dass die Marke in die Adresse kommt.',
  'list-none':
    'Der Dienst hat geantwortet, aber ohne eine Liste. Sehen Sie sich die Antwort unten an. Eine Liste weiter innen wird gefunden, wenn die Einstellungen dieses Schritts sagen, wo sie ist; für ein einzelnes Ding wählen Sie eine andere Aktion.',
  'list-several':
    'In der Antwort sind mehrere Listen: {{names}}. Geben Sie in den Einstellungen dieses Schritts an, welche gemeint ist.',
  'list-not-there':
    'In der Antwort gibt es kein „{{name}}“, aber Listen in {{names}}. Berichtigen Sie in den Einstellungen dieses Schritts, wo die Liste ist.',

  'address-unreadable':
    'Das ist keine vollständige Webadresse. Sie beginnt mit https:// und einem Namen, zum Beispiel https://api.example.com.',
  'path-value':
    'Ein Wert, der in die Adresse gehört, fehlt oder lässt sich dort nicht verwenden. Füllen Sie ihn aus.',
  'wire-value':
    'Der Dienst erwartet diese Angabe in einer anderen Form, und „{{value}}“ lässt sich nicht umwandeln. Berichtigen Sie sie: eine Zeit wie 2026-01-31T09:30:00Z, eine Zahl oder ein Betrag mit höchstens so vielen Nachkommastellen, wie die Währung hat.',
  'path-refused':
    'Die Adresse dieser Anfrage könnte woandershin führen als gedacht. Nichts wurde gesendet; verbessern Sie sie im Schritt.',
  'header-not-sendable':
    'Die Kopfzeile „{{header}}“ enthält einen Zeilenumbruch oder ein Zeichen, das sich nicht senden lässt. Entfernen Sie es.',
  'body-form-missing': 'Wählen Sie in den Einstellungen, wie die Daten gesendet werden.',
  'file-without-content':
    'In der Datei „{{file}}“ steht nichts. Geben Sie ihren Text an, oder ihren Inhalt als Base64.',
  'file-not-base64':
    'Der Inhalt der Datei „{{file}}“ ist kein Base64-Text. Tragen Sie stattdessen ihren Text ein, oder prüfen Sie, woher er kommt.',
  'files-too-large':
    'Diese Dateien haben zusammen mehr als {{megabytes}} MB, und mehr darf eine Nachricht nicht haben. Senden Sie weniger oder kleinere.',
  'files-too-large-to-pass':
    'Diese Dateien haben zusammen mehr als {{megabytes}} MB. Senden Sie weniger oder kleinere.',
  'file-gone':
    'Die Datei „{{name}}“ wird nicht mehr aufbewahrt: Dateien zum Weitergeben bleiben nur eine Weile. Führen Sie den Ablauf ab dem Schritt aus, der sie liest.',
  'file-only-example':
    '„{{file}}“ ist nur ein Beispiel einer Datei. Testen Sie zuerst den Schritt, der sie liest, oder den ganzen Ablauf.',
  'no-origin': 'Dieser Baustein sagt nicht, wo sein Dienst ist.',
  'method-missing': 'Wählen Sie in den Einstellungen, was dieser Schritt tun soll.',
  'formula-in-request':
    'Dieser Baustein will seine Anfrage mit einer Formel machen, und das kann ein Baustein nicht. Sagen Sie der Person Bescheid, die ihn gemacht hat.',
  'not-http': 'Diese Version von Footbridge kann einen solchen Aufruf noch nicht machen.',
  'soap-not-described':
    'Welche Felder diese Aktion braucht, ist noch nicht bekannt. Wählen Sie sie in den Einstellungen des Schritts, damit die Beschreibung des Dienstes gelesen wird.',
  'soap-address':
    'Es ist nicht bekannt, wo der Dienst aufgerufen wird. Geben Sie seine Adresse in den Einstellungen des Schritts ein: eine Webadresse ohne Benutzernamen darin.',
  'soap-no-envelope':
    'Was zurückkam, ist keine Antwort eines SOAP-Dienstes. Prüfen Sie die Adresse, die aufgerufen wird, oder fragen Sie den Betreiber des Dienstes.',
  'soap-attachment':
    'Die Antwort hat eine Datei neben ihrer Nachricht, und die kann hier nicht gelesen werden. Fragen Sie den Betreiber des Dienstes, ob er die Datei in der Nachricht schicken kann (ohne MTOM).',
  'soap-needs-group':
    'Dieses Feld ist eine Feldgruppe, aber es kam ein einzelner Wert. Ordnen Sie seine Felder einzeln zu.',
  'soap-needs-value':
    'Dieses Feld nimmt einen einzelnen Wert, aber es kam eine Feldgruppe oder eine Liste. Wählen Sie ein Feld darin.',
  'soap-needs-one':
    'Dieses Feld nimmt einen Eintrag, aber es kam eine Liste mit mehreren. Nehmen Sie den ersten Eintrag oder senden Sie für jeden eine Nachricht.',
  'soap-one-of':
    'Von „{{field}}“ und „{{other}}“ nimmt der Dienst nur eines. Lassen Sie eines davon leer.',
  'soap-field-unknown': 'Der Dienst hat hier kein Feld „{{field}}“. Lassen Sie es weg.',
  'soap-name': '„{{name}}“ kann bei diesem Dienst kein Feldname sein. Benennen Sie das Feld um.',
  'soap-sign':
    'Im Text steht ein Zeichen, das sich nicht an diesen Dienst senden lässt, zum Beispiel ein Steuerzeichen. Entfernen Sie es.',
  'soap-too-deep':
    'Hier liegen Feldgruppen mehr als {{limit}}-fach ineinander. Senden Sie weniger auf einmal.',
  'xml-broken':
    'Der Text, der kam, lässt sich nicht als XML lesen (Zeile {{line}}, Spalte {{column}}). Prüfen Sie, ob die Adresse zum Dienst selbst führt und nicht zu einer Seite über ihn.',
  'xml-doctype':
    'Der Text, der kam, enthält einen DOCTYPE (Zeile {{line}}), und den liest Footbridge aus Sicherheitsgründen nicht. Bitten Sie den Betreiber des Dienstes um einen Text ohne.',
  'xml-too-deep':
    'In dem Text, der kam, liegen mehr als {{limit}} Elemente ineinander (Zeile {{line}}). Solche Texte liest Footbridge nicht.',
  'xml-too-large':
    'Der Text, der kam, ist größer als {{megabytes}} MB. Solche Texte liest Footbridge nicht.',
  'wsdl-address':
    'Das ist weder eine Webadresse noch eine Beschreibung. Geben Sie eine Adresse ein, die mit https:// beginnt (sie endet oft auf ?wsdl), oder fügen Sie den ganzen Text der Beschreibung ein.',
  'wsdl-sign-in':
    'Die Beschreibung liegt hinter einer Anmeldung. Öffnen Sie ihre Adresse in Ihrem Browser, melden Sie sich dort an und fügen Sie den ganzen Text hier ein.',
  'wsdl-not-one':
    'Was dort steht, ist nicht die Beschreibung eines SOAP-Dienstes (WSDL). Ihre Adresse endet oft auf ?wsdl; die Dokumentation des Dienstes nennt sie.',
  'wsdl-2':
    'Diese Beschreibung ist in WSDL 2.0 geschrieben, und das liest Footbridge nicht. Bitten Sie um die in WSDL 1.1: Fast jeder Dienst hat sie.',
  'wsdl-empty':
    'Diese Beschreibung nennt keine Aktion über SOAP. Vielleicht hat der Dienst eine andere Beschreibung, oder ein anderer Baustein passt besser.',
  'wsdl-operation-unknown':
    'In der Beschreibung gibt es diese Aktion nicht (mehr). Wählen Sie eine andere.',
  'wsdl-encoded':
    '„{{operation}}“ wird in einer alten Form angeboten (rpc/encoded), die Footbridge nicht spricht. Wählen Sie eine andere Aktion oder bitten Sie den Betreiber des Dienstes um eine Beschreibung in der Form document/literal.',
  'wsdl-part-missing':
    'Die Beschreibung sagt nicht, was „{{name}}“ ist: Der Teil davon unter {{address}} ließ sich nicht lesen. Fügen Sie eine Beschreibung ein, in der alles steht, oder fragen Sie den Betreiber des Dienstes.',
  'described-not-read':
    'Wie danach gefragt wird, ist noch nicht bekannt. Wählen Sie in den Einstellungen des Schritts, was er tun soll, damit die Beschreibung des Dienstes gelesen wird.',
  'described-other-method':
    'Was gewählt wurde, wird mit {{method}} gesendet, und das tut ein solcher Schritt nicht. Wählen Sie es in den Einstellungen noch einmal, oder wählen Sie neu, was der Schritt tut.',
  'described-address':
    'Es ist nicht bekannt, wo der Dienst aufgerufen wird: Seine Beschreibung sagt es nicht ganz. Geben Sie seine Adresse in den Einstellungen des Schritts ein, eine Webadresse ohne Benutzernamen darin.',
  'openapi-address':
    'Das ist weder eine Webadresse noch eine Beschreibung. Geben Sie eine Adresse ein, die mit https:// beginnt (sie endet oft auf openapi.json, openapi.yaml oder swagger.json), oder fügen Sie den ganzen Text der Beschreibung ein.',
  'openapi-sign-in':
    'Die Beschreibung liegt hinter einer Anmeldung. Öffnen Sie ihre Adresse in Ihrem Browser, melden Sie sich dort an und fügen Sie den ganzen Text hier ein.',
  'openapi-not-one':
    'Was dort steht, ist nicht die Beschreibung eines Dienstes (OpenAPI oder Swagger). Ihre Adresse endet oft auf openapi.json, openapi.yaml oder swagger.json; die Dokumentation des Dienstes nennt sie.',
  'openapi-page':
    'Was dort steht, ist eine Seite für Menschen und nicht die Beschreibung selbst. Suchen Sie auf dieser Seite einen Link zu ihr: Er endet oft auf openapi.json, openapi.yaml oder swagger.json.',
  'openapi-version':
    'Diese Beschreibung ist in der Version {{version}} geschrieben, und Footbridge liest OpenAPI 3.0 und 3.1 und Swagger 2.0. Bitten Sie den Betreiber des Dienstes um eine davon.',
  'openapi-empty':
    'Diese Beschreibung nennt nichts, was der Dienst tun kann. Bitten Sie den Betreiber des Dienstes um die ganze.',
  'openapi-operation-unknown':
    'In der Beschreibung gibt es nicht (mehr), was gewählt wurde. Wählen Sie noch einmal.',
  'openapi-syntax':
    'Die Beschreibung lässt sich nicht als {{format}} lesen: In Zeile {{line}} stimmt etwas nicht. Fragen Sie den Betreiber des Dienstes, oder berichtigen Sie den Text und fügen Sie ihn ein.',
  'openapi-too-large':
    'Die Beschreibung hat mehr als {{megabytes}} Millionen Zeichen, und solche Texte liest Footbridge nicht. Bitten Sie den Betreiber des Dienstes um eine kleinere; als JSON lässt sich mehr lesen als als YAML.',
  'openapi-too-deep':
    'In der Beschreibung liegen mehr als {{limit}} Gruppen ineinander. Solche Texte liest Footbridge nicht.',
  'openapi-aliases':
    'Die Beschreibung wiederholt Teile von sich so oft, dass sie ohne Ende wachsen würde. Solche Texte liest Footbridge nicht; bitten Sie den Betreiber des Dienstes um eine andere.',
  'description-ended':
    'Die Beschreibung war zu viel für diesen Browser, und das Lesen ist abgebrochen. Bitten Sie den Betreiber des Dienstes um eine kleinere.',
  'description-stopped': 'Das Lesen der Beschreibung wurde angehalten.',
} as const satisfies Translation['failures'];
