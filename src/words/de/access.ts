import type { Translation } from '../translation.ts';

/** Coming in and going out: the pages that the server writes, and what the designer says about a session. */
export const access = {
  title: 'Footbridge',
  'sign-in': 'Anmelden',
  done: 'Sie sind angemeldet.',
  close: 'Sie können dieses Fenster schließen und in Footbridge weitermachen.',
  ended: 'Sie sind abgemeldet. Ihre Abläufe bleiben in diesem Browser.',
  going: 'Sie sind angemeldet.',
  'go-on': 'Weiter',
  'somebody-else': 'Als jemand anderes anmelden',

  'key-label': 'Zugangsschlüssel',
  'key-wrong':
    'Das ist nicht der Zugangsschlüssel. Wenden Sie sich an die Footbridge-Administration.',
  'key-wait':
    'Es gab zu viele falsche Schlüssel. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',

  'trouble-declined':
    'Sie wurden nicht angemeldet: Bei {{host}} wurde abgelehnt. Versuchen Sie es noch einmal, wenn das ein Versehen war.',
  'trouble-used':
    'Diese Anmeldung wurde schon verwendet oder hat zu lange gedauert. Melden Sie sich noch einmal an.',
  'trouble-unknown':
    'Diese Anmeldung hat zu lange gedauert, war schon fertig oder wurde in einem anderen Browser begonnen. Melden Sie sich noch einmal an. Wenn es jedes Mal geschieht, erlauben Sie dieser Website, Cookies zu speichern.',
  'trouble-client-refused':
    '{{host}} nimmt dieses Footbridge nicht an ({{code}}). Bitten Sie die Footbridge-Administration, dort Kennung, Geheimnis und Adresse zu prüfen.',
  'trouble-unreachable':
    '{{host}}, wo Sie sich anmelden, antwortet gerade nicht. Verloren ist nichts. Versuchen Sie es in einer Weile noch einmal.',
  'trouble-refused':
    '{{host}} hat Sie nicht angemeldet ({{code}}). Versuchen Sie es noch einmal; wenn es so bleibt, wenden Sie sich an die Footbridge-Administration.',
  'trouble-not-understood':
    'Was von {{host}} zurückkam, beweist nicht, wer Sie sind; darum wurden Sie nicht angemeldet. Versuchen Sie es noch einmal; wenn es so bleibt, wenden Sie sich an die Footbridge-Administration.',
  'trouble-not-allowed':
    '{{host}} kennt Sie als {{person}}, aber Sie stehen nicht auf der Liste derer, die dieses Footbridge verwenden dürfen. Bitten Sie die Footbridge-Administration, Sie aufzunehmen.',
  'trouble-other-name':
    'Footbridge wird unter einer bestimmten Adresse geöffnet, und das ist eine andere. Für die Footbridge-Administration: Ein vorgeschalteter Proxy muss den Host-Header unverändert weitergeben.',
  'trouble-busy':
    'Zu viele Personen melden sich gleichzeitig an. Versuchen Sie es gleich noch einmal.',

  'signed-in-as': 'Angemeldet als {{person}}',
  'sign-out': 'Abmelden',
  'sign-out-failed':
    'Sie konnten nicht abgemeldet werden: Footbridge antwortet nicht. Versuchen Sie es noch einmal.',
  'session-ended':
    'Ihre Anmeldung ist zu Ende. Verloren ist nichts: Melden Sie sich in einem Fenster daneben noch einmal an und machen Sie dann hier weiter.',
  'sign-in-again': 'Noch einmal anmelden',
} as const satisfies Translation['access'];
