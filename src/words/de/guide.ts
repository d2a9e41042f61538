import type { glossary as englishGlossary, guide as english } from '../en/guide.ts';

/** Sätze der geführten Lektionen und die Liste der Wörter. */
export const guide = {
  label: 'Anleitung',
  step: 'Teil {{number}} von {{count}}',
  announced: 'Anleitung, Teil {{number}} von {{count}}, {{title}}. {{text}}',
  back: 'Zurück',
  forward: 'Weiter',
  skip: 'Überspringen',
  later: 'Später weiter',
  'is-done': 'Das ist erledigt.',
  'later-said': 'Die Anleitung wartet: „Mit der Anleitung weitermachen“ unter „Hilfe“.',
  gone: 'Den Ablauf der Anleitung gibt es hier nicht mehr. Unter „Hilfe“ können Sie neu beginnen.',
  'read-only':
    'Dieser Ablauf wird in einem anderen Tab bearbeitet. Die Anleitung wartet, bis er hier bearbeitet werden kann.',

  'open-step': 'Öffnen Sie „{{step}}“: klicken Sie darauf.',
  connect: 'Verbinden',
  'connect-too': 'Auch diesen verbinden',
  'connect-tab':
    'Gehen Sie zu „Verbinden“: dort wählen Sie, mit welchem Zugang „{{step}}“ arbeitet.',
  'connect-key':
    'Wählen Sie „Beispielschlüssel verwenden“: ein Beispieldienst braucht kein Konto. Bei einem eigenen Dienst käme hier Ihr Schlüssel hinein.',

  'first-flow': 'Ihr erster Ablauf',
  begin: 'Wählen, wo er beginnt',
  'begin-add':
    'Ein Ablauf beginnt dort, wo die Daten sind. Wählen Sie „CRM“: ein Beispieldienst mit erfundenen Kunden. Ein anderer geht auch.',
  'begin-what': 'Sagen Sie, was er tun soll: zum Beispiel „Kunden nach Status finden“.',
  goal: 'Wählen, wohin es geht',
  'goal-add': 'Wählen Sie nun, wer die Daten bekommt: zum Beispiel „Newsletter“.',
  'goal-join':
    'Noch führt nichts zu „{{step}}“. Wählen Sie im Menü von „{{before}}“ „Verbinden mit…“, oder ziehen Sie eine Linie von einem zum anderen.',
  'goal-what': 'Sagen Sie, was mit jedem geschieht: zum Beispiel „Einen Abonnenten hinzufügen“.',
  fill: 'Ausfüllen',
  'fill-tab': 'Gehen Sie zu „Ausfüllen“: dort sagen Sie, was in welches Feld kommt.',
  'fill-match':
    'Wählen Sie „Alle nach Namen zuordnen“, sehen Sie sich die Paare an und übernehmen Sie sie. Oder füllen Sie die Felder einzeln aus.',
  'fill-rest': 'Etwas ist noch offen. Es steht an seinem Feld, mit dem, was hilft.',
  try: 'Ausprobieren',
  'try-test':
    'Klicken Sie auf „Testen“. Die Kunden werden wirklich gelesen; gesendet wird nichts, bevor Sie es sagen.',
  'try-send':
    'Sehen Sie sich an, was gesendet würde. „Senden“ sendet es wirklich an den Beispieldienst; „Nicht senden“ beendet den Test.',
  'try-answer':
    'Eine Nachricht wurde abgelehnt, und der Grund steht dabei. Lassen Sie sie aus und machen Sie mit den anderen weiter, oder hören Sie hier auf. Von selbst geschieht nichts weiter.',
  'first-ended':
    'Ihr erster Ablauf ist gebaut und getestet. Er holt Daten bei einem Dienst, gibt sie einem anderen und sagt bei jeder Ablehnung, woher sie kommt.',

  'break-and-fix': 'Fehler finden und beheben',
  'broken-name': 'Kunden aufräumen',
  renamed: 'Finden, was nicht stimmt',
  'renamed-list':
    'Dieser Ablauf hat zwei Fehler. Den ersten sieht man, bevor etwas läuft: klicken Sie oben auf „1 offener Punkt“.',
  'renamed-go':
    'Ein Feld wurde umbenannt, und was den alten Namen benutzt, findet nichts mehr. Klicken Sie auf den Satz, um dorthin zu gehen.',
  'renamed-fix': 'Hier ist es, mit dem, was hilft: klicken Sie auf „„Geburtstag“ verwenden“.',
  run: 'Laufen lassen',
  'run-test': 'Nun fehlt nichts mehr. Klicken Sie auf „Testen“.',
  'run-send': 'Klicken Sie auf „Senden“. Ein Kunde wird abgelehnt: das ist der zweite Fehler.',
  reason: 'Den Grund finden',
  'reason-go':
    'Das CRM sagt, welches Feld es nicht annimmt und warum. Klicken Sie auf „Zum Feld „Telefon“ gehen“.',
  mend: 'Beheben',
  'mend-field':
    'Jemand hat die Notizen hinter die Telefonnummer gesetzt. Nehmen Sie „Notizen“ aus dem Feld: klicken Sie darauf und wählen Sie „Entfernen“, oder drücken Sie die Entf-Taste.',
  again: 'Noch einmal laufen lassen',
  'again-test': 'Klicken Sie noch einmal auf „Testen“.',
  'again-send': 'Und auf „Senden“: nun sollten alle angenommen werden.',
  'mended-ended':
    'Nichts wird mehr abgelehnt. Ein Fehler zeigt sich an seinem Feld: vor dem Test, wo man es wissen kann, und danach, wo es nur der Dienst weiß.',

  'ended-title': 'Geschafft: {{title}}',
  'through-title': 'Ende der Anleitung: {{title}}',
  through:
    'Ausgelassen haben Sie {{steps}}. Sie können das jetzt tun oder allein mit dem Ablauf weitermachen.',
  quoted: '„{{title}}“',
  'next-left': 'Ausgelassenes nachholen',
  'next-ideas': 'Wie geht es weiter?',
  'next-lesson': 'Einen Fehler finden und beheben',
  'next-first': 'Einen Ablauf Schritt für Schritt bauen',
  'next-export': 'Diesen Ablauf exportieren',
  'next-templates': 'Die Vorlagen ansehen',
  close: 'Anleitung schließen',
} as const satisfies Readonly<Record<keyof typeof english, string>>;

/** Die Wörter der Seite, wie sie gemeint sind. */
export const glossary = {
  flow: ['Ablauf', 'Was Sie bauen: Schritte, und was von einem zum nächsten führt.'],
  step: [
    'Schritt',
    'Etwas, das ein Ablauf tut, zum Beispiel „Kunden finden“ oder „Einen Abonnenten hinzufügen“.',
  ],
  component: [
    'Baustein',
    'Woraus ein Schritt gemacht ist. Die Liste neben der Arbeitsfläche hat alle.',
  ],
  connector: [
    'Konnektor',
    'Ein Baustein für einen bestimmten Dienst, etwa ein CRM oder einen Newsletter.',
  ],
  generic: [
    'Allgemeiner Baustein',
    'Ein Baustein für jeden Dienst oder für die Daten zwischen zweien: Webhook, Mapper, REST, Filter, …',
  ],
  operation: ['Aktion', 'Was ein Baustein tun kann. In jedem Schritt wählen Sie sie zuerst.'],
  trigger: [
    'Auslöser',
    'Eine Aktion, die einen Ablauf startet: von Hand, zu einer Zeit, bei Neuem oder wenn jemand aufruft.',
  ],
  credential: [
    'Zugang',
    'Mit welchem Konto ein Schritt bei einem Dienst arbeitet. Er gehört Ihnen, liegt in diesem Browser und dient vielen Schritten und Abläufen.',
  ],
  settings: [
    'Einstellungen',
    'Was bei jeder Nachricht gleich bleibt, etwa der Name einer Tabelle.',
  ],
  mapping: [
    'Zuordnung',
    'Welche Daten in welches Feld eines Schritts kommen. Sie machen sie unter „Ausfüllen“.',
  ],
  message: [
    'Nachricht',
    'Was von Schritt zu Schritt wandert: ein Kunde, eine Bestellung. So viele Nachrichten in einer Liste, so viele Zeilen.',
  ],
  sample: [
    'Beispiel',
    'Daten zum Ansehen, während Sie bauen: vom letzten Test, aus einem Muster oder von Ihnen geschrieben.',
  ],
  run: [
    'Lauf',
    'Ein Ablauf bei der Arbeit, vom Start bis zum Ende. Ein Test ist ein Lauf, der fragt, bevor er etwas ändert.',
  ],
  refused: [
    'Abgelehnt',
    'Eine Nachricht, die ein Dienst nicht angenommen hat. Der Ablauf sagt, welches Feld der Grund war.',
  ],
} as const satisfies Readonly<Record<keyof typeof englishGlossary, readonly [string, string]>>;
