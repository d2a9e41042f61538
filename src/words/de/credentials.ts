import type { Translation } from '../translation.ts';

/** Words of signing in: the credential tab and the dialog. */
export const credentials = {
  why: 'Verbinden Sie {{component}} einmal. Danach kann jeder Schritt und jeder Ablauf in diesem Browser den Zugang verwenden.',
  'why-sample-too':
    '{{component}} verlangt ein eigenes Konto. Um es ohne Konto auszuprobieren, gibt es einen Beispieldienst auf diesem Computer: {{sample}}.',
  'why-sample':
    '{{component}} ist ein Beispieldienst auf diesem Computer. Niemand braucht ein Konto: Der Schlüssel ist für alle derselbe.',
  optional: 'Dieser Schritt läuft auch ohne Zugang.',
  connect: '{{component}} verbinden',
  'connect-own': '{{component}} mit einem eigenen Konto verbinden',
  'other-host':
    'Der Zugang „{{name}}“ gilt nur für {{hosts}}, aber dieser Schritt ruft {{host}} auf. Verbinden Sie einen anderen Zugang für {{host}} oder ändern Sie die Adresse in den Einstellungen.',
  moved:
    '{{component}} hat seit dem letzten Start eine andere Adresse, und der Schlüssel von „{{name}}“ wurde für die alte versiegelt.',
  'connect-another': 'Anderen Zugang verbinden',
  'connect-again': 'Neu verbinden',
  choose: 'Welchen Zugang soll dieser Schritt verwenden?',
  'none-chosen': 'Ohne Zugang',
  connected: 'Verbunden',
  chosen: 'hier verwendet',
  'ends-in': '{{field}} endet auf {{end}}',
  hosts: 'Wird nur bei {{hosts}} verwendet',
  'not-in-browser':
    'Dieser Ablauf erwartet „{{name}}“. Wählen Sie einen Ihrer Zugänge dafür oder verbinden Sie sich.',
  more: 'Mehr zu {{name}}',
  rename: 'Umbenennen',
  delete: 'Löschen',
  'delete-title': '„{{name}}“ löschen?',
  'delete-unused': 'Kein Ablauf in diesem Browser verwendet diesen Zugang.',
  'delete-used_one': '{{count}} Ablauf verwendet ihn und muss neu verbunden werden:',
  'delete-used_other': '{{count}} Abläufe verwenden ihn und müssen neu verbunden werden:',
  'delete-now': 'Diesen Zugang löschen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  name: 'Name dieses Zugangs',
  'name-help': 'Damit Sie ihn in einer Liste wiedererkennen.',
  others_one: '{{count}} weiterer Schritt mit {{component}} ist noch nicht verbunden.',
  others_other: '{{count}} weitere Schritte mit {{component}} sind noch nicht verbunden.',
  'others-use': 'Auch dort verwenden',
  'used-there': '{{component}} in allen Schritten verbinden',
  'use-here': '„{{name}}“ verwenden',

  'for-experts': 'Für Fachleute',
  'the-service': 'diesem Dienst',
  'sign-in-there': 'Bei {{component}} anmelden',
  'window-open':
    'Ein Fenster von {{component}} ist offen. Melden Sie sich dort an und erlauben Sie, worum es bittet; diese Seite macht von selbst weiter.',
  'window-again': 'Das Fenster ging nicht auf oder ist weg? Hier öffnen',
  'code-type':
    'Geben Sie diesen Code an der Adresse unten ein, auf diesem Computer oder auf Ihrem Telefon.',
  code: 'Der Code zum Eingeben',
  'waiting-there': 'Die Anmeldung bei {{component}} steht noch aus …',
  'app-why':
    'Die Anmeldung bei {{component}} muss einmal eingerichtet werden, für alle, die mit diesem Footbridge arbeiten: Wenn sich jemand anders darum kümmert, fragen Sie dort. Legen Sie dort in den Einstellungen für Entwickler eine App an, tragen Sie die Adresse unten ein und geben Sie hier die beiden Werte ein, die Sie bekommen.',
  'app-by-operator':
    'Die Anmeldung bei {{component}} ist noch nicht eingerichtet. Die Footbridge-Administration legt beim Dienst eine App an, trägt dort die Adresse unten ein und startet Footbridge mit {{variable}} und dem Geheimnis dazu.',
  'app-id': 'Kennung der App',
  'app-secret': 'Geheimnis der App',
  'app-secret-help': 'Wird sofort versiegelt und nie wieder gezeigt. Manche Apps haben keines.',
  'app-keep': 'Speichern',
  'app-again': 'App neu eingeben',
  redirect: 'Adresse zum Eintragen beim Dienst',
  'redirect-later': 'Sie wird hier gezeigt, sobald die Adressen des Dienstes ausgefüllt sind.',
  'redirect-help':
    'Heißt oft „Redirect-“ oder „Callback-Adresse“. Sie muss auf den Buchstaben genau gleich sein.',
  expired: 'Abgelaufen: neu verbinden',
  'expired-here': 'Die Anmeldung von „{{name}}“ ist abgelaufen.',
  'expires-minutes_one': 'Läuft in {{count}} Minute ab',
  'expires-minutes_other': 'Läuft in {{count}} Minuten ab',
  'expires-hours_one': 'Läuft in {{count}} Stunde ab',
  'expires-hours_other': 'Läuft in {{count}} Stunden ab',
  'expires-days_one': 'Läuft in {{count}} Tag ab',
  'expires-days_other': 'Läuft in {{count}} Tagen ab',

  'dialog-title': '{{component}} verbinden',
  'dialog-again-title': '{{component}} neu verbinden',
  type: 'Wie melden Sie sich an?',
  where: 'Wo finde ich das?',
  'where-link': 'Seite öffnen',
  sample: 'Kein Konto? Probieren Sie es mit Beispieldaten.',
  'sample-use': 'Beispielschlüssel verwenden',
  'sample-open': 'Beispiel verwenden',
  'sample-used': 'Der Beispielschlüssel ist eingetragen.',
  'as-described':
    'Die Beschreibung des Dienstes sagt, wie man sich bei ihm anmeldet; was sie sagt, ist ausgefüllt.',
  'only-with': 'Wird nur bei {{hosts}} verwendet.',
  sealed:
    'Ihre Eingaben werden sofort versiegelt. Sie werden nie wieder gezeigt und sind nie Teil eines exportierten Ablaufs.',
  submit: 'Verbinden',
  checking: '{{component}} wird verbunden …',
  refused: '{{component}} hat diese Angabe abgelehnt: {{field}}.',
  'refused-whole': '{{component}} hat Ihre Eingaben abgelehnt.',
  'refused-word': 'Eingabe',
  'not-allowed': '{{component}} kennt Sie, erlaubt das aber nicht (Antwort {{status}}).',
  'not-let-in':
    '{{component}} lässt dieses Konto an dieser Adresse nicht ein: Entweder stimmt es nicht, oder es darf diese Adresse nicht sehen. Ihre Eingaben bleiben.',
  trouble:
    '{{component}} hat gerade selbst ein Problem (Antwort {{status}}). Ihre Eingaben bleiben; versuchen Sie es gleich noch einmal.',
  'trouble-said':
    '{{component}} sagt: „{{words}}“ Ihre Eingaben bleiben; verbessern Sie sie und verbinden Sie dann noch einmal.',
  down: '{{component}} antwortet nicht. Ihre Eingaben bleiben; versuchen Sie es noch einmal.',
  'unchecked-kept': 'Ohne Prüfung gespeichert. Ob das Konto stimmt, zeigt der erste Aufruf.',
  'check-now': 'Jetzt prüfen',
  'checking-now': 'Wird geprüft …',
  'unchecked-alike':
    'Nicht geprüft: Dieser Dienst antwortet dort jedem gleich. Ob das Konto stimmt, zeigt der erste Aufruf.',
  'try-again': 'Noch einmal versuchen',
  trust: 'Das ist der richtige Schlüssel: vertrauen und verbinden',
  'keep-anyway': 'Ohne Prüfung speichern',
} as const satisfies Translation['credentials'];
