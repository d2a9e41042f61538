import type { Translation } from '../translation.ts';

/** Why a change of the flow is not made, and what a flow still lacks. Sentences: what, where, what now. */
export const flow = {
  'read-only':
    'Dieser Ablauf wird in einem anderen Tab geändert. Übernehmen Sie ihn hier, um ihn zu ändern.',
  'unknown-change':
    'Diese Änderung stammt aus einer anderen Version von Footbridge und lässt sich hier nicht machen.',
  'unknown-step': 'Dieser Schritt ist nicht mehr im Ablauf.',
  'unknown-edge': 'Diese Verbindung ist nicht mehr im Ablauf.',
  'unknown-credential': 'Dieser Zugang ist nicht mehr im Ablauf. Wählen Sie einen anderen.',
  'credential-of-other-component':
    'Der Zugang „{{credential}}“ gehört zu einem anderen Baustein. Wählen Sie einen zu diesem Baustein oder verbinden Sie neu.',
  'id-taken': 'Das ist schon im Ablauf.',
  'tries-not-possible': 'Wählen Sie 1 bis {{most}} Versuche.',
  'parallel-not-possible': 'Wählen Sie 1 bis {{most}} Nachrichten gleichzeitig.',
  'limit-not-possible': 'Wählen Sie eine Zahl von 1 bis {{most, number}}.',
  'name-empty': 'Ein Name braucht mindestens einen Buchstaben.',
  'shape-name-empty': 'Ein Feld braucht einen Namen.',
  'shape-name-taken': 'Es gibt schon ein Feld „{{name}}“. Wählen Sie einen anderen Namen.',
  'shape-name-refused':
    'Der Name „{{name}}“ bedeutet für Computer etwas anderes. Wählen Sie einen anderen.',
  'edge-to-itself': 'Ein Schritt lässt sich nicht mit sich selbst verbinden.',
  'edge-twice': 'Diese beiden Schritte sind schon verbunden.',
  'edge-circle': 'So würden Daten im Kreis laufen. Verbinden Sie mit einem späteren Schritt.',
  'edge-into-start': '{{step}} startet den Ablauf, darum kann nichts dorthin führen.',
  'unknown-note': 'Diese Notiz ist nicht mehr im Ablauf.',
  'unknown-group': 'Diese Gruppe ist nicht mehr im Ablauf.',
  'step-twice': 'Ein Schritt steht in einer Gruppe nur einmal.',
  'step-in-group':
    'Einer dieser Schritte ist in einer anderen Gruppe. Nehmen Sie ihn zuerst dort heraus.',
  'sample-of-other-step': 'Dieses Beispiel gehört zu einem anderen Schritt.',

  // What is unfinished.
  'no-steps': 'Fügen Sie einen ersten Schritt hinzu: Woher kommen die Daten?',
  'first-cannot-start':
    '„{{step}}“ braucht Daten aus einem Schritt davor. Setzen Sie einen Schritt an den Anfang, der etwas liest oder aufgerufen wird.',
  'second-start':
    '„{{step}}“ startet den Ablauf ebenfalls. Nehmen Sie einen der beiden heraus oder machen Sie einen eigenen Ablauf daraus.',
  'not-connected':
    'Nichts führt zu „{{step}}“, darum bekommt dieser Schritt nie Daten. Verbinden Sie ihn.',
  'start-does-not-fit-manual':
    '„{{step}}“ startet bei einem Aufruf. Lassen Sie den Ablauf so starten.',
  'start-does-not-fit-schedule':
    '„{{step}}“ kann nicht nach Zeitplan starten. Wählen Sie einen anderen Start.',
  'start-does-not-fit-poll':
    '„{{step}}“ kann nicht erkennen, was neu ist. Wählen Sie einen anderen Start.',
  'start-does-not-fit-webhook':
    '„{{step}}“ kann nicht von außen aufgerufen werden. Wählen Sie einen anderen Start.',
  'component-unknown':
    'Der Baustein von „{{step}}“ ist nicht da ({{component}}). Fügen Sie ihn hinzu oder ersetzen Sie den Schritt.',
  'operation-not-chosen': 'Wählen Sie, was „{{step}}“ tut.',
  'operation-unknown':
    'Was „{{step}}“ getan hat, bietet der Baustein nicht mehr an. Wählen Sie etwas anderes, das er kann.',
  'component-newer':
    '„{{step}}“ wurde mit einer neueren Version des Bausteins gemacht ({{wants}}; hier ist {{has}}). Testen Sie den Schritt, bevor Sie sich auf ihn verlassen.',
  'credential-missing': 'Verbinden Sie „{{step}}“: Dieser Schritt braucht einen Zugang.',
  'credential-unknown':
    '„{{step}}“ hat einen Zugang, der nicht zum Baustein passt. Verbinden Sie neu.',
  'shape-unknown': 'Geben Sie an, was aus „{{step}}“ herauskommt.',
  'output-unknown':
    'Was „{{step}}“ liefert, ist noch nicht bekannt. Testen Sie den Schritt einmal oder fügen Sie ein Beispiel ein, dann können spätere Schritte seine Felder anbieten.',
  'fields-not-read':
    'Die Felder von „{{step}}“ kennt nur der Dienst. Verbinden Sie den Schritt und öffnen Sie ihn: Dann werden sie gelesen.',
  'fields-outdated':
    'Die Einstellungen von „{{step}}“ wurden geändert, nachdem die Felder gelesen wurden. Verbinden Sie den Schritt und öffnen Sie ihn: Dann werden sie neu gelesen.',
  'question-gone': '„{{field}}“ bietet der Dienst nicht mehr an. Wählen Sie etwas anderes.',
  'introspection-off':
    'Dieser Dienst verrät nicht, was er anbietet: Das ist dort ausgeschaltet. Fragen Sie den Anbieter nach der Dokumentation, wählen Sie dann unter „Aktion“, dass Sie die Abfrage selbst schreiben, und fügen Sie eine Beispielantwort ein.',
  'graphql-not-here':
    'An dieser Adresse ist nichts. Sehen Sie in der Dokumentation des Dienstes nach: Die Adresse endet oft auf /graphql.',
  'fields-unreadable':
    'Der Dienst hat seine Felder so beschrieben, dass es sich nicht lesen lässt. Wenden Sie sich an die Person, die diesen Baustein gemacht hat.',
  'fields-none': 'Der Dienst kennt das nicht. Wählen Sie es unter „Einstellungen“ noch einmal.',
  'way-gone':
    'Die Verbindung von „{{from}}“ zu „{{to}}“ beginnt an einem Ausgang, den es nicht mehr gibt. Verbinden Sie „{{to}}“ neu.',
  'branch-without-condition':
    '„{{branch}}“ von „{{step}}“ hat noch keine Bedingung, darum geht nichts dorthin. Geben Sie an, wann etwas dorthin geht, oder entfernen Sie den Zweig.',
  'answers-nobody':
    '„{{step}}“ antwortet auf einen Aufruf, aber dieser Ablauf startet nicht mit einem. Starten Sie ihn mit einem Webhook, der einen Aufruf empfängt, oder nehmen Sie diesen Schritt heraus.',
  'join-one-way':
    '„{{step}}“ wartet auf mehrere Wege, aber nur einer führt hin. Verbinden Sie auch die anderen damit.',
  'slot-unused':
    '„{{step}}“ bewahrt eine Zuordnung zu dem auf, was der Schritt vorher tat. Nichts verwendet sie jetzt.',
  'slot-of-other-kind':
    'In diesem Teil von „{{step}}“ steht etwas, das nicht dorthin gehört. Füllen Sie ihn neu aus.',
  'step-off': '„{{step}}“ ist ausgeschaltet: Daten gehen daran vorbei.',
  'group-empty': 'In der Gruppe „{{group}}“ ist nichts mehr.',

  // One-click mends.
  'fix-start-manual': 'Von Hand starten',
  'fix-start-schedule': 'Jede Stunde starten',
  'fix-start-poll': 'Alle 5 Minuten nach neuen Einträgen suchen',
  'fix-start-webhook': 'Bei einem Aufruf starten',
  'fix-connect': 'Mit „{{from}}“ verbinden',
  'fix-disconnect': 'Verbindung zu „{{step}}“ entfernen',
  'fix-switch-on': 'Einschalten',
  'fix-use-credential': '„{{credential}}“ verwenden',
  'fix-shape-of-next': 'Dasselbe, was „{{step}}“ braucht',
  'fix-remove-group': 'Gruppe entfernen',
  'fix-remove-slot': 'Entfernen',

  // A file that is not taken as a flow.
  'file-empty': 'Diese Datei ist leer.',
  'file-not-json':
    'Diese Datei lässt sich nicht als Ablauf lesen. Wurde sie in einem anderen Programm geändert? Exportieren Sie den Ablauf noch einmal.',
  'file-not-json-at':
    'Diese Datei ist in Zeile {{line}}, Spalte {{column}} beschädigt. Verbessern Sie diese Stelle oder exportieren Sie den Ablauf noch einmal.',
  'file-cut':
    'Diese Datei hört nach Zeile {{line}} mittendrin auf: Der Rest fehlt. Laden Sie sie noch einmal herunter oder exportieren Sie sie neu.',
  'file-too-deep':
    'Diese Datei ist tiefer verschachtelt als jeder Ablauf. Sie wurde nicht gelesen.',
  'file-foreign': 'Das ist eine Datei anderer Art ({{what}}), kein Footbridge-Ablauf.',
  'file-unknown': 'Diese Datei lässt sich lesen, aber sie ist kein Footbridge-Ablauf.',
  'file-newer':
    'Dieser Ablauf wurde mit einem neueren Footbridge gemacht (Format {{version}}; dieses kennt {{known}}). Aktualisieren Sie Footbridge und importieren Sie ihn dann noch einmal.',
  'file-too-old': 'Dieser Ablauf hat ein Format, das nicht mehr bekannt ist ({{version}}).',
  'file-broken': 'Ein Teil dieses Ablaufs lässt sich nicht lesen: {{where}}.',
  'file-flow-twice': 'Zwei Abläufe in dieser Datei haben dieselbe Kennung ({{id}}): {{where}}.',
  'file-id-twice': 'Zwei Teile dieses Ablaufs haben dieselbe Kennung ({{id}}): {{where}}.',
  'file-edge-loose':
    'Eine Verbindung führt zu einem Schritt, der nicht in der Datei ist ({{id}}): {{where}}.',
  'file-edge-twice': 'Dieselben zwei Schritte sind doppelt verbunden: {{where}}.',
  'file-credential-loose':
    'Ein Schritt verwendet einen Zugang, der nicht in der Datei ist ({{id}}): {{where}}.',
  'file-circle':
    'Die Verbindungen dieses Ablaufs laufen im Kreis. Ein Ablauf muss von seinem Start zu einem Ende führen.',

  // The flow in plain sentences.
  'reads-empty': 'Dieser Ablauf tut noch nichts.',
  'reads-start-manual': 'Dieser Ablauf wird von Hand gestartet.',
  'reads-start-schedule':
    'Dieser Ablauf startet nach einem Zeitplan ({{cron}}, Zeit von {{zone}}).',
  'reads-start-times':
    'Dieser Ablauf startet nach einem Zeitplan: {{schedule}} (Zeit von {{zone}}).',
  'reads-start-poll-minutes_one': 'Dieser Ablauf sucht jede Minute nach etwas Neuem.',
  'reads-start-poll-minutes_other': 'Dieser Ablauf sucht alle {{count}} Minuten nach etwas Neuem.',
  'reads-start-poll-seconds_one': 'Dieser Ablauf sucht jede Sekunde nach etwas Neuem.',
  'reads-start-poll-seconds_other': 'Dieser Ablauf sucht alle {{count}} Sekunden nach etwas Neuem.',
  'reads-start-webhook': 'Dieser Ablauf startet, wenn ein anderer Dienst „{{step}}“ aufruft.',
  'reads-first': 'Zuerst kommt „{{step}}“ mit {{component}}: {{operation}}.',
  'reads-first-each':
    'Zuerst kommt „{{step}}“ mit {{component}}: {{operation}}. Jeder Eintrag geht einzeln weiter.',
  'reads-first-list':
    'Zuerst kommt „{{step}}“ mit {{component}}: {{operation}}. Die ganze Liste geht auf einmal weiter.',
  'reads-then': 'Nach {{after}} kommt „{{step}}“ mit {{component}}: {{operation}}.',
  'reads-then-each':
    'Nach {{after}} kommt „{{step}}“ mit {{component}}: {{operation}}. Jeder Eintrag geht einzeln weiter.',
  'reads-then-list':
    'Nach {{after}} kommt „{{step}}“ mit {{component}}: {{operation}}. Die ganze Liste geht auf einmal weiter.',
  'reads-values': 'Dabei gilt immer: {{values}}.',
  'reads-fills_one': 'Mit früheren Daten wird {{fields}} ausgefüllt.',
  'reads-fills_other': 'Mit früheren Daten werden diese Felder ausgefüllt: {{fields}}.',
  'reads-fills-more_one':
    'Mit früheren Daten werden diese Felder ausgefüllt: {{fields}} und {{count}} weiteres.',
  'reads-fills-more_other':
    'Mit früheren Daten werden diese Felder ausgefüllt: {{fields}} und {{count}} weitere.',
  'reads-condition': 'Nur was die Bedingung von „{{step}}“ erfüllt, geht weiter.',
  'reads-branches-first':
    'Jede Nachricht nimmt den ersten Weg, der passt: {{branches}}. Der Rest geht zu „{{otherwise}}“.',
  'reads-branches-all':
    'Jede Nachricht nimmt alle Wege, die passen: {{branches}}. Der Rest geht zu „{{otherwise}}“.',
  'reads-branches-none': 'Alles geht zu „{{otherwise}}“.',
  'reads-joins': 'Es wartet auf das, was jede Nachricht auf diesen Wegen liefert: {{ways}}.',
  'reads-off': '„{{step}}“ ist ausgeschaltet.',
  'reads-unknown': 'Was „{{step}}“ tut, ist noch nicht gewählt.',
  'reads-tries_one': '„{{step}}“ fragt einmal und versucht es nicht noch einmal.',
  'reads-tries_other': '„{{step}}“ fragt bis zu {{count, number}} Mal.',
  'reads-parallel_one': '„{{step}}“ bearbeitet eine Nachricht nach der anderen.',
  'reads-parallel_other': '„{{step}}“ bearbeitet {{count, number}} Nachrichten gleichzeitig.',
  'reads-failure-skip': 'Was „{{step}}“ nicht schafft, wird ausgelassen und gezählt.',
  'reads-failure-error-branch': 'Was „{{step}}“ nicht schafft, nimmt den Weg für Fehler.',
  'reads-note': 'Notiz: {{note}}',
  'reads-way': 'Was zu „{{way}}“ geht:',
  'reads-way-numbered': 'Was zu „{{way}}“ geht, Weg {{number}}:',
  'reads-usual': 'Was „{{step}}“ liefert:',
  'reads-usual-open': 'Was „{{step}}“ liefert, führt noch nirgendwohin.',
  'reads-way-number': 'Weg {{number}}:',
  'reads-way-failures': 'Was „{{step}}“ nicht schafft:',
  'reads-way-open': 'Was zu „{{way}}“ geht, führt noch nirgendwohin.',
  'reads-goes-on': 'Weiter geht es mit „{{step}}“.',
} as const satisfies Translation['flow'];
