import type { Translation } from '../translation.ts';

/** What can happen to a run and to a message in it, said by the engine itself. */
export const runs = {
  cancelled: 'Nicht bearbeitet, weil der Lauf vorher gestoppt wurde. Dafür wurde nichts gesendet.',
  'cancelled-after-answer':
    'Der Dienst hatte schon geantwortet, aber der Lauf wurde gestoppt, bevor dies fertig war.',
  'cancelled-while-sending':
    'Der Lauf wurde gestoppt, während dies unterwegs war. Sehen Sie beim Dienst nach, ob es angekommen ist.',
  circle: 'Die Schritte führen zu sich selbst zurück. Entfernen Sie eine der Verbindungen.',
  defect:
    'Hier hat Footbridge selbst einen Fehler gemacht. Ihr Ablauf ist gespeichert; versuchen Sie es noch einmal und sagen Sie uns Bescheid, wenn es so bleibt.',
  'entries-left-out_one':
    'Ein Eintrag der Liste ist größer, als eine Nachricht sein darf ({{megabytes, number}} MB), und wurde ausgelassen. Die anderen gingen weiter. Fragen Sie weniger Felder ab, um ihn auch zu bekommen.',
  'entries-left-out_other':
    '{{count, number}} Einträge der Liste sind größer, als eine Nachricht sein darf ({{megabytes, number}} MB), und wurden ausgelassen. Die anderen gingen weiter. Fragen Sie weniger Felder ab, um sie auch zu bekommen.',
  'entry-too-big':
    'Ein Eintrag der Liste ist größer, als eine Nachricht sein darf ({{megabytes, number}} MB). Die Liste wurde nicht bis zum Ende gelesen: Was nach diesem Eintrag kommt, ging nicht weiter. Fragen Sie weniger Felder ab oder lassen Sie diesen Schritt überspringen, was er abweist.',
  'list-too-big':
    'Mit dieser Nachricht würde die Liste größer, als eine Nachricht sein darf ({{megabytes, number}} MB). Sammeln Sie weniger aus jeder Nachricht oder beenden Sie die Liste früher, zum Beispiel nach so vielen Einträgen.',
  'message-too-big':
    'Was dieser Schritt weitergeben würde, ist größer, als eine Nachricht sein darf ({{megabytes, number}} MB). Fragen Sie weniger auf einmal ab, zum Beispiel weniger Felder, oder nehmen Sie jeden Eintrag einer Liste als eigene Nachricht.',
  'too-many-messages':
    'Ein Lauf macht höchstens {{limit, number}} Nachrichten, und dieser Schritt würde mehr machen. Was vorher kam, ist weitergegangen. Nehmen Sie weniger auf einmal, zum Beispiel mit einer Bedingung in diesem Schritt, und starten Sie für den Rest noch einmal.',
  'host-gone':
    'Der Lauf endete mit der Seite oder dem Programm, in dem er lief. Was davor gesendet wurde, ist gesendet; starten Sie für den Rest noch einmal.',
  'input-incomplete': 'Was dieser Schritt braucht, ließ sich nicht zusammenstellen.',
  'messages-gone':
    'Was in jenem Lauf abgelehnt wurde, ist nicht mehr da. Testen Sie noch einmal und versuchen Sie dann die abgelehnten.',
  'no-recorded-answer':
    'Im aufgezeichneten Lauf hat niemand danach gefragt; darum gibt es keine Antwort, mit der es weitergehen kann.',
  'not-a-list':
    'Das ist ein einzelner Wert, keine Liste. Wählen Sie eine Liste, damit es für jeden Eintrag etwas gibt.',
  'not-yet': '„{{step}}“ verwendet etwas, das diese Version von Footbridge noch nicht kann.',
  'not-remembered':
    'Was sich dieser Ablauf von Lauf zu Lauf merkt, ließ sich nicht lesen oder behalten ({{reason}}). Der nächste Lauf nimmt vielleicht dasselbe noch einmal. Schaffen Sie Platz dafür und starten Sie neu.',
  'nothing-to-run':
    'Es gibt keinen Schritt, der laufen kann. Fügen Sie einen hinzu oder schalten Sie einen ein.',
  'sample-gone':
    'Was zuletzt hereinkam, ist in diesem Browser nicht mehr gespeichert. Warten Sie noch einmal auf einen Aufruf oder probieren Sie es mit dem Beispiel.',
  'unknown-operation':
    '„{{step}}“ verwendet einen Baustein, den es hier nicht gibt. Importieren Sie ihn oder wählen Sie einen anderen.',
} as const satisfies Translation['runs'];
