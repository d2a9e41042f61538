import type { Translation } from '../translation.ts';

/** What mappings say: problems and their fixes, failures of a run, reasons of proposals, names of conversions. */
export const mapping = {
  // Kinds of values, used inside sentences: in the nominative ("muss … sein", "ist …").
  'kind-text': 'ein Text',
  'kind-number': 'eine Zahl',
  'kind-whole-number': 'eine ganze Zahl',
  'kind-yes-no': 'ja oder nein',
  'kind-list': 'eine Liste',
  'kind-group': 'eine Feldgruppe',
  'kind-date': 'ein Datum',
  'kind-date-time': 'ein Datum mit Uhrzeit',
  'kind-email': 'eine E-Mail-Adresse',
  'kind-address': 'eine Webadresse',
  'kind-unique-id': 'eine eindeutige Kennung',
  'kind-nothing': 'immer leer',
  'kind-anything': 'irgendetwas',
  'kind-several': 'von mehreren Arten',

  // Problems before a run.
  'required-unbound': 'Füllen Sie „{{field}}“ aus: Das ist nötig.',
  'unknown-source':
    '„{{field}}“ verwendet „{{source}}“ aus einem Schritt, der nicht vor diesem kommt. Wählen Sie ein Feld eines früheren Schritts.',
  'unknown-path':
    '„{{field}}“ verwendet „{{source}}“, das es in „{{step}}“ nicht gibt. Wählen Sie ein anderes Feld.',
  'list-needs-choice':
    '„{{part}}“ ist eine Liste. Geben Sie an, welchen Eintrag „{{field}}“ nimmt, oder nehmen Sie alle.',
  'not-a-list': '„{{field}}“ braucht hier eine Liste, und „{{source}}“ ist keine.',
  'not-a-group': '„{{field}}“ sucht ein Feld in „{{part}}“, und dort gibt es keines.',
  'no-such-entry': '„{{part}}“ hat an dieser Stelle keinen Eintrag. Wählen Sie einen anderen.',
  'sometimes-other-kind':
    '„{{part}}“ ist nicht immer $t(mapping.kind-{{wanted}}). Wenn nicht, wird „{{source}}“ darin nicht gefunden.',
  'kind-impossible':
    '„{{field}}“ muss $t(mapping.kind-{{wanted}}) sein, und „{{source}}“ ist $t(mapping.kind-{{given}}). Wählen Sie ein anderes Feld.',
  'kind-convertible':
    '„{{field}}“ muss $t(mapping.kind-{{wanted}}) sein, und „{{source}}“ ist $t(mapping.kind-{{given}}). Wählen Sie, wie umgewandelt wird.',
  'kind-varies':
    '„{{source}}“ ist manchmal nicht $t(mapping.kind-{{wanted}}), wie es „{{field}}“ sein muss.',
  'list-into-single':
    '„{{source}}“ ist eine Liste, und „{{field}}“ nimmt einen Wert. Wählen Sie, welchen.',
  'single-into-list': '„{{field}}“ nimmt eine Liste, und „{{source}}“ ist ein einzelner Wert.',
  'entries-convertible':
    'Jeder Eintrag von „{{field}}“ muss $t(mapping.kind-{{wanted}}) sein; in „{{source}}“ ist er $t(mapping.kind-{{given}}). Wählen Sie, wie umgewandelt wird.',
  'entries-impossible':
    'Jeder Eintrag von „{{field}}“ muss $t(mapping.kind-{{wanted}}) sein; in „{{source}}“ ist er $t(mapping.kind-{{given}}). Wählen Sie ein anderes Feld.',
  'for-each-needs-list':
    '„{{field}}“ wiederholt sich für jeden Eintrag einer Liste, und „{{source}}“ ist ein einzelner Wert.',
  'may-be-empty':
    '„{{source}}“ kann leer sein, und „{{field}}“ ist nötig. Geben Sie an, was dann geschieht.',
  'may-be-nothing': '„{{source}}“ kann leer sein, und „{{field}}“ nimmt keine leeren Werte.',
  'text-needs-single':
    '„{{source}}“ ist $t(mapping.kind-{{given}}) und hat im Text von „{{field}}“ keinen Platz. Wählen Sie, was davon genommen wird.',
  'table-needs-single':
    '„{{source}}“ ist $t(mapping.kind-{{given}}), und eine Wertetabelle sucht einen einzelnen Wert. Wählen Sie, welchen.',
  'row-never':
    '„{{source}}“ ist nie „{{value}}“, darum gilt diese Zeile nie. Möglich ist: {{choices}}.',
  'row-of-other-kind':
    '„{{source}}“ ist $t(mapping.kind-{{given}}), darum gilt die Zeile für „{{value}}“ nie.',
  'row-repeated': 'Für „{{value}}“ gibt es zwei Zeilen. Nur die erste zählt.',
  'branch-unreachable':
    'Teil {{number}} von „{{field}}“ wird nie verwendet: Ein früherer gilt immer zuerst.',
  'sort-needs-single':
    '„{{source}}“ ist $t(mapping.kind-{{given}}) und hat keine Reihenfolge. Wählen Sie ein anderes Feld zum Sortieren.',
  'no-otherwise': 'Geben Sie an, was „{{field}}“ ist, wenn nichts davon gilt: Das ist nötig.',
  'choices-open': '„{{field}}“ nimmt nur: {{choices}}. „{{source}}“ kann alles Mögliche sein.',
  'choices-differ_one':
    '„{{source}}“ kann {{values}} sein, und „{{field}}“ nimmt das nicht. Möglich ist: {{choices}}.',
  'choices-differ_other':
    '„{{source}}“ kann {{values}} sein, und „{{field}}“ nimmt das nicht. Möglich ist: {{choices}}.',
  'may-be-too-short_one':
    '„{{source}}“ kann kürzer sein als das eine Zeichen ({{count}}), das „{{field}}“ braucht.',
  'may-be-too-short_other':
    '„{{source}}“ kann kürzer sein als die {{count}} Zeichen, die „{{field}}“ braucht.',
  'always-too-long_one':
    '„{{source}}“ ist immer länger als das eine Zeichen ({{count}}), das „{{field}}“ nimmt.',
  'always-too-long_other':
    '„{{source}}“ ist immer länger als die {{count}} Zeichen, die „{{field}}“ nimmt.',
  'always-too-short_one':
    '„{{source}}“ ist immer kürzer als das eine Zeichen ({{count}}), das „{{field}}“ braucht.',
  'always-too-short_other':
    '„{{source}}“ ist immer kürzer als die {{count}} Zeichen, die „{{field}}“ braucht.',
  'may-be-too-many_one':
    '„{{source}}“ kann mehr als den einen Eintrag ({{count}}) haben, den „{{field}}“ nimmt.',
  'may-be-too-many_other':
    '„{{source}}“ kann mehr als die {{count}} Einträge haben, die „{{field}}“ nimmt.',
  'too-many-entries_one': '„{{field}}“ nimmt höchstens {{count}} Eintrag.',
  'too-many-entries_other': '„{{field}}“ nimmt höchstens {{count}} Einträge.',
  'too-few-entries_one': '„{{field}}“ braucht mindestens {{count}} Eintrag.',
  'too-few-entries_other': '„{{field}}“ braucht mindestens {{count}} Einträge.',
  'format-differs':
    '„{{field}}“ muss $t(mapping.kind-{{wanted}}) sein, und „{{source}}“ ist $t(mapping.kind-{{given}}).',
  'format-unknown':
    '„{{field}}“ muss $t(mapping.kind-{{wanted}}) sein. Geben Sie an, wie „{{source}}“ geschrieben ist.',
  'may-be-too-long_one':
    '„{{source}}“ kann länger sein als das eine Zeichen ({{count}}), das „{{field}}“ nimmt.',
  'may-be-too-long_other':
    '„{{source}}“ kann länger sein als die {{count}} Zeichen, die „{{field}}“ nimmt.',
  'out-of-range':
    '„{{source}}“ liegt nie zwischen {{from}} und {{to}}, wie es „{{field}}“ braucht.',
  'may-be-out-of-range':
    '„{{source}}“ liegt nicht immer zwischen {{from}} und {{to}}, wie es „{{field}}“ braucht.',
  'group-lacks-fields_one': 'In „{{source}}“ fehlt {{names}}, und „{{field}}“ braucht es.',
  'group-lacks-fields_other':
    'In „{{source}}“ fehlen diese Felder, die „{{field}}“ braucht: {{names}}.',
  'group-fields-differ_one': 'In „{{source}}“ ist {{names}} nicht das, was „{{field}}“ braucht.',
  'group-fields-differ_other':
    'In „{{source}}“ sind diese Felder nicht das, was „{{field}}“ braucht: {{names}}.',
  'group-fields-may-not-fit_one':
    'In „{{source}}“ ist {{names}} nicht immer das, was „{{field}}“ braucht.',
  'group-fields-may-not-fit_other':
    'In „{{source}}“ sind diese Felder nicht immer das, was „{{field}}“ braucht: {{names}}.',
  'group-has-more_one': '„{{source}}“ hat {{names}}, und „{{field}}“ nimmt das nicht.',
  'group-has-more_other': '„{{source}}“ hat Felder, die „{{field}}“ nicht nimmt: {{names}}.',
  'unknown-field': '„{{field}}“ ist hier ausgefüllt, und der Dienst hat kein solches Feld.',
  'name-refused': 'Ein Feld kann nicht „{{name}}“ heißen. Wählen Sie einen anderen Namen.',
  'variant-undecided': '„{{field}}“ lässt sich auf {{count}} Arten ausfüllen. Wählen Sie eine.',
  'conversion-needs-list':
    '„{{source}}“ ist ein einzelner Wert, darum hat „$t(mapping.convert-{{conversion}})“ nichts zu wählen.',
  'pattern-open':
    '„{{field}}“ liest Daten, die als {{format}} geschrieben sind; Tag, Monat und Jahr sind darin nicht alle angegeben. Ergänzen Sie, was fehlt.',
  'signs-equal':
    '„$t(mapping.convert-{{conversion}})“ bei „{{field}}“ verwendet dasselbe Zeichen vor den Nachkommastellen und zwischen den Tausendern. Wählen Sie zwei.',
  'conversion-does-not-fit':
    '„{{source}}“ ist hier $t(mapping.kind-{{given}}), und „$t(mapping.convert-{{conversion}})“ kann damit nichts anfangen.',
  'condition-missing': 'Geben Sie an, wann das gilt.',
  'condition-no-field': 'Geben Sie an, was jede Zeile der Bedingung prüft.',
  'nothing-yet': 'Geben Sie in jeder Zeile an, was „{{field}}“ ist: Das ist nötig.',
  'table-no-lookup': 'Geben Sie an, was die Tabelle von „{{field}}“ prüft.',
  'condition-empty': 'Fügen Sie dieser Gruppe mindestens eine Zeile hinzu.',
  'condition-unfinished': 'Geben Sie an, womit „{{source}}“ verglichen wird.',
  'condition-never':
    '„{{source}}“ ist nie „{{value}}“, darum gilt das nie. Möglich ist: {{choices}}.',
  'condition-of-other-kind':
    '„{{source}}“ ist $t(mapping.kind-{{given}}) und nie „{{value}}“, darum gilt das nie.',
  'condition-does-not-fit':
    '„{{source}}“ ist $t(mapping.kind-{{given}}). Wählen Sie einen anderen Vergleich.',

  // Values that do not fit: samples, typed values, results.
  'value-missing': '„{{field}}“ fehlt und muss da sein.',
  'value-empty': '„{{field}}“ ist leer und darf es nicht sein.',
  'value-wrong-kind': '„{{field}}“ ist „{{value}}“ und muss $t(mapping.kind-{{kind}}) sein.',
  'value-not-a-choice': '„{{field}}“ ist „{{value}}“. Möglich ist nur: {{choices}}.',
  'value-wrong-format':
    '„{{field}}“ ist „{{value}}“, und das ist nicht so geschrieben, wie es sein muss.',
  'value-too-short_one': '„{{field}}“ braucht mindestens {{count}} Zeichen.',
  'value-too-short_other': '„{{field}}“ braucht mindestens {{count}} Zeichen.',
  'value-too-long_one': '„{{field}}“ nimmt höchstens {{count}} Zeichen.',
  'value-too-long_other': '„{{field}}“ nimmt höchstens {{count}} Zeichen.',
  'value-too-small': '„{{field}}“ ist {{value}} und muss mindestens {{limit}} sein.',
  'value-too-large': '„{{field}}“ ist {{value}} und darf höchstens {{limit}} sein.',
  'value-too-few_one': '„{{field}}“ braucht mindestens {{count}} Eintrag.',
  'value-too-few_other': '„{{field}}“ braucht mindestens {{count}} Einträge.',
  'value-too-many_one': '„{{field}}“ nimmt höchstens {{count}} Eintrag.',
  'value-too-many_other': '„{{field}}“ nimmt höchstens {{count}} Einträge.',
  'value-unknown-field': '„{{field}}“ ist kein Feld dieses Dienstes.',
  'value-does-not-fit': '„{{field}}“ passt nicht zu dem, was hier nötig ist.',

  // Where a value of a sample does not fit.
  place: 'In „{{sample}}“',
  'place-entry': 'In „{{sample}}“, Eintrag {{entry}}',
  'place-more_one': 'und {{count}} weiteres',
  'place-more_other': 'und {{count}} weitere',

  // Failures while a flow runs.
  'source-missing': '„{{field}}“ hat keinen Wert: „{{source}}“ ist nicht da.',
  'not-a-text':
    '„{{field}}“ sollte ein Text sein, und „{{source}}“ enthält eine Liste oder eine Feldgruppe.',
  'not-a-number': '„{{field}}“ sollte eine Zahl sein, und „{{source}}“ ist „{{value}}“.',
  'too-many-digits':
    '„{{source}}“ ist „{{value}}“ und hat mehr Stellen, als eine Zahl behält. Verwenden Sie es als Text.',
  'not-in-table':
    '„{{source}}“ ist „{{value}}“, und die Tabelle für „{{field}}“ hat dafür keine Zeile.',
  'not-whole':
    '„{{field}}“ sollte eine ganze Zahl sein, und „{{source}}“ ist {{value}}. Wählen Sie, wie gerundet wird.',
  'not-yes-or-no': '„{{field}}“ sollte ja oder nein sein, und „{{source}}“ ist „{{value}}“.',
  'not-a-date': '„{{field}}“ sollte ein Datum sein, und „{{source}}“ ist „{{value}}“.',
  'not-in-format':
    '„{{field}}“ sollte ein Datum sein, geschrieben als {{format}}, und „{{source}}“ ist „{{value}}“.',
  'date-out-of-range':
    '„{{source}}“ ist „{{value}}“, und „{{field}}“ nimmt nur Daten der Jahre 0 bis 9999.',
  'unknown-zone': 'Es gibt keine Zeitzone „{{zone}}“. Wählen Sie eine aus der Liste.',
  'not-json': '„{{source}}“ enthält einen Text, der sich nicht in Felder zerlegen lässt.',
  'not-base64': '„{{source}}“ enthält einen Text, der sich nicht entschlüsseln lässt.',
  'cannot-compare': '„{{left}}“ und „{{right}}“ lassen sich nicht vergleichen.',

  // Formulas before a run.
  'formula-of-field': 'Die Formel für „{{field}}“',
  'formula-of-none': 'Die Formel',
  'formula-in-field': 'In der Formel für „{{field}}“',
  'formula-in-none': 'In der Formel',
  'formula-empty': '$t(mapping.formula-of-{{of}}) ist leer.',
  'formula-name-unknown':
    '$t(mapping.formula-of-{{of}}) verwendet ${{name}}$t(mapping.formula-at-{{where}}), und kein Feld heißt so.',
  'formula-name-bare':
    '$t(mapping.formula-in-{{of}}) findet „{{name}}“ allein nichts$t(mapping.formula-at-{{where}}): Eine Formel sieht nur ihre Felder, und die beginnen mit $.',
  'formula-rootless':
    '$t(mapping.formula-in-{{of}}) steht ${{name}} hier für nichts$t(mapping.formula-at-{{where}}): Ein Eintrag ist es nur hinter einem Punkt oder in Klammern.',
  'formula-field-unused': '$t(mapping.formula-of-{{of}}) verwendet „{{source}}“ (${{name}}) nicht.',
  'formula-always-list':
    '$t(mapping.formula-of-{{of}}) ergibt eine Liste, und gesucht ist ein einzelner Wert.',
  'formula-may-be-list':
    '$t(mapping.formula-of-{{of}}) kann mehrere Werte ergeben, und gesucht ist einer. Bei mehreren wird nichts ausgefüllt und die Nachricht abgelehnt.',

  // Formulas: a text that is none, and one that cannot be worked out with this data.
  'formula-at-known': ' (Zeichen {{position}})',
  'formula-at-unknown': '',
  'formula-text-open':
    '$t(mapping.formula-in-{{of}}) ist ein Text nicht geschlossen$t(mapping.formula-at-{{where}}). Setzen Sie dasselbe Anführungszeichen an sein Ende.',
  'formula-number-too-large':
    '$t(mapping.formula-in-{{of}}) ist eine Zahl zu groß$t(mapping.formula-at-{{where}}).',
  'formula-text-escape':
    '$t(mapping.formula-in-{{of}}) steht ein \\, auf das nichts folgt, was dazugehört$t(mapping.formula-at-{{where}}). Schreiben Sie \\\\ für das Zeichen selbst.',
  'formula-name-open':
    '$t(mapping.formula-in-{{of}}) ist ein Name nicht geschlossen$t(mapping.formula-at-{{where}}). Setzen Sie ` an sein Ende.',
  'formula-remark-open':
    '$t(mapping.formula-in-{{of}}) ist eine Anmerkung nicht geschlossen$t(mapping.formula-at-{{where}}). Setzen Sie */ an ihr Ende.',
  'formula-unexpected':
    '$t(mapping.formula-in-{{of}}) wird „{{token}}“ hier nicht erwartet$t(mapping.formula-at-{{where}}). Fehlt etwas davor, zum Beispiel & oder ein Komma?',
  'formula-expected':
    '$t(mapping.formula-in-{{of}}) steht „{{token}}“, wo „{{value}}“ stehen muss$t(mapping.formula-at-{{where}}).',
  'formula-expected-at-end':
    '$t(mapping.formula-of-{{of}}) ist zu Ende, und „{{value}}“ fehlt noch.',
  'formula-ends-early': '$t(mapping.formula-of-{{of}}) hört zu früh auf: Am Ende fehlt etwas.',
  'formula-needs-variable':
    '$t(mapping.formula-in-{{of}}) muss hier ein Name stehen, der mit $ beginnt$t(mapping.formula-at-{{where}}).',
  'formula-misplaced':
    '$t(mapping.formula-in-{{of}}) kann „{{token}}“ hier nicht stehen$t(mapping.formula-at-{{where}}).',
  'formula-not-a-field':
    '$t(mapping.formula-in-{{of}}) kann „{{value}}“ kein Feldname sein$t(mapping.formula-at-{{where}}).',
  'formula-no-parent':
    '$t(mapping.formula-in-{{of}}) führt % aus dem hinaus, was die Formel sieht$t(mapping.formula-at-{{where}}).',
  'formula-pattern-wrong':
    '$t(mapping.formula-in-{{of}}) steht zwischen den Schrägstrichen kein brauchbares Suchmuster$t(mapping.formula-at-{{where}}).',
  'formula-pattern-open':
    '$t(mapping.formula-in-{{of}}) ist ein Suchmuster nicht geschlossen$t(mapping.formula-at-{{where}}). Setzen Sie / an sein Ende.',
  'formula-pattern-empty':
    '$t(mapping.formula-in-{{of}}) passt das Suchmuster „{{value}}“ auf einen leeren Text$t(mapping.formula-at-{{where}}) und würde darum endlos passen.',
  'formula-argument-wrong':
    '$t(mapping.formula-of-{{of}}): „${{token}}“ kann mit Wert Nummer {{index}} nicht arbeiten; er ist „{{value}}“$t(mapping.formula-at-{{where}}).',
  'formula-argument-missing':
    '$t(mapping.formula-of-{{of}}): Geben Sie in den Klammern hinter „${{token}}“ an, womit gearbeitet wird$t(mapping.formula-at-{{where}}).',
  'formula-argument-list-wrong':
    '$t(mapping.formula-of-{{of}}): Wert Nummer {{index}} von „${{token}}“ muss eine Liste sein, deren Einträge alle von der passenden Art sind$t(mapping.formula-at-{{where}}).',
  'formula-number-endless':
    '$t(mapping.formula-of-{{of}}) ergibt keine Zahl, die sich schreiben lässt$t(mapping.formula-at-{{where}}): Es wird durch null geteilt, oder sie wird zu groß.',
  'formula-minus-not-number':
    '$t(mapping.formula-of-{{of}}) setzt ein Minus vor „{{value}}“, und das ist keine Zahl$t(mapping.formula-at-{{where}}).',
  'formula-key-not-text':
    '$t(mapping.formula-of-{{of}}): Der Name eines Feldes muss ein Text sein, und hier ist er „{{value}}“$t(mapping.formula-at-{{where}}).',
  'formula-key-twice':
    '$t(mapping.formula-of-{{of}}) füllt das Feld „{{value}}“ zweimal$t(mapping.formula-at-{{where}}).',
  'formula-function-unknown':
    '$t(mapping.formula-in-{{of}}) gibt es keine Funktion „${{token}}“$t(mapping.formula-at-{{where}}).',
  'formula-too-deep':
    '$t(mapping.formula-of-{{of}}) geht zu tief: Sie ruft sich immer wieder selbst auf oder enthält zu viel$t(mapping.formula-at-{{where}}).',
  'formula-pattern-slow':
    '$t(mapping.formula-of-{{of}}) hat ein Suchmuster, das diesen Text auf zu viele Arten lesen kann$t(mapping.formula-at-{{where}}): {{token}}. Suchen Sie nach einer Wiederholung in einer Wiederholung, wie in (a+)+.',
  'formula-too-slow':
    '$t(mapping.formula-of-{{of}}) braucht länger als eine Sekunde$t(mapping.formula-at-{{where}}). Vielleicht endet sie nie.',
  'formula-too-many':
    '$t(mapping.formula-of-{{of}}) macht eine Liste mit mehr als einer Million Einträgen$t(mapping.formula-at-{{where}}).',
  'formula-left-not-number':
    '$t(mapping.formula-of-{{of}}) braucht links von „{{token}}“ eine Zahl$t(mapping.formula-at-{{where}}), und dort steht „{{value}}“.',
  'formula-right-not-number':
    '$t(mapping.formula-of-{{of}}) braucht rechts von „{{token}}“ eine Zahl$t(mapping.formula-at-{{where}}), und dort steht „{{value}}“.',
  'formula-range-not-whole':
    '$t(mapping.formula-of-{{of}}) braucht auf beiden Seiten von .. ganze Zahlen$t(mapping.formula-at-{{where}}), und dort steht „{{value}}“.',
  'formula-order-mixed':
    '$t(mapping.formula-of-{{of}}) kann diese Liste nicht ordnen$t(mapping.formula-at-{{where}}): Sie enthält Texte und Zahlen gemischt oder Feldgruppen.',
  'formula-order-not-comparable':
    '$t(mapping.formula-of-{{of}}) ordnet eine Liste nach etwas, das weder Text noch Zahl ist$t(mapping.formula-at-{{where}}).',
  'formula-kinds-differ':
    '$t(mapping.formula-of-{{of}}) vergleicht einen Text mit einer Zahl$t(mapping.formula-at-{{where}}). Wandeln Sie eines davon um: $number(…) oder $string(…).',
  'formula-not-comparable':
    '$t(mapping.formula-of-{{of}}) kann mit „{{token}}“ nur Texte und Zahlen vergleichen$t(mapping.formula-at-{{where}}), und dort steht „{{value}}“.',
  'formula-change-wrong':
    '$t(mapping.formula-of-{{of}}) ändert eine Feldgruppe, und womit sie geändert wird, passt nicht$t(mapping.formula-at-{{where}}).',
  'formula-find-empty':
    '$t(mapping.formula-of-{{of}}) sucht einen leeren Text, um ihn zu ersetzen$t(mapping.formula-at-{{where}}).',
  'formula-replaced-not-text':
    '$t(mapping.formula-of-{{of}}) ersetzt Wörter durch etwas, das kein Text ist$t(mapping.formula-at-{{where}}).',
  'formula-not-a-number':
    '$t(mapping.formula-of-{{of}}) hält „{{value}}“ für eine Zahl$t(mapping.formula-at-{{where}}), und es ist keine. Eine Zahl hat hier einen Punkt, kein Komma und kein Zeichen für Tausender.',
  'formula-root-negative':
    '$t(mapping.formula-of-{{of}}) zieht die Quadratwurzel aus {{value}}$t(mapping.formula-at-{{where}}), und die gibt es nicht.',
  'formula-not-a-date':
    '$t(mapping.formula-of-{{of}}) hält „{{value}}“ für ein Datum$t(mapping.formula-at-{{where}}). Ein Datum schreibt man hier 2024-05-31; oder geben Sie an, wie es geschrieben ist.',
  'formula-picture-wrong':
    '$t(mapping.formula-of-{{of}}) gibt falsch an, wie eine Zahl oder ein Datum geschrieben wird$t(mapping.formula-at-{{where}}).',
  'formula-inner-wrong':
    '$t(mapping.formula-of-{{of}}) enthält in einem Text eine weitere Formel, und diese lässt sich nicht ausrechnen$t(mapping.formula-at-{{where}}).',
  'formula-own-words': '$t(mapping.formula-of-{{of}}) sagt: {{words}}',
  'formula-single-several':
    '$t(mapping.formula-of-{{of}}) verlangt genau einen Eintrag$t(mapping.formula-at-{{where}}), und es gibt mehrere.',
  'formula-single-none':
    '$t(mapping.formula-of-{{of}}) verlangt genau einen Eintrag$t(mapping.formula-at-{{where}}), und es gibt keinen.',
  'formula-address-wrong':
    '$t(mapping.formula-of-{{of}}) kann „{{value}}“ in einer Webadresse nicht verwenden$t(mapping.formula-at-{{where}}).',
  'formula-gives-function':
    '$t(mapping.formula-of-{{of}}) ergibt eine Funktion und nicht das, was sie ausrechnet. Setzen Sie Klammern hinter den Namen: $uppercase($a).',
  'formula-gives-list_one':
    '$t(mapping.formula-of-{{of}}) ergibt eine Liste, und gesucht ist ein einzelner Wert. Wählen Sie, welcher, zum Beispiel mit [0], oder lassen Sie eine Liste zu.',
  'formula-gives-list_other':
    '$t(mapping.formula-of-{{of}}) ergibt eine Liste mit {{count}} Einträgen, und gesucht ist ein einzelner Wert. Wählen Sie, welcher, zum Beispiel mit [0], oder lassen Sie eine Liste zu.',
  'formula-name-refused':
    '$t(mapping.formula-of-{{of}}) will ein Feld „{{value}}“ füllen$t(mapping.formula-at-{{where}}). Wählen Sie einen anderen Namen.',
  'formula-not-latin':
    '$t(mapping.formula-of-{{of}}) kann „{{value}}“ nicht verpacken$t(mapping.formula-at-{{where}}). Verwenden Sie die Umwandlung „verpackt (Base64)“.',
  'formula-zone-unknown': 'Es gibt keine Zeitzone „{{value}}“. Wählen Sie eine für den Ablauf.',
  'formula-failed':
    '$t(mapping.formula-of-{{of}}) lässt sich mit diesen Daten nicht ausrechnen$t(mapping.formula-at-{{where}}).',
  'too-deep':
    'In den Daten sind Listen oder Feldgruppen so tief ineinander, dass sich das nicht ausrechnen lässt. Wählen Sie einen Teil davon.',
  'formulas-never-known': 'Die Formeln hier warten aufeinander und kommen nie zu einem Ende.',

  // Fixes.
  'fix-use-field': '„{{source}}“ aus {{step}} verwenden',
  'fix-use-value': '„{{value}}“ verwenden',
  'fix-from-step': 'Dasselbe Feld von {{step}} verwenden',
  'fix-other-decimal-sign': 'Ein anderes Dezimalzeichen verwenden',
  'fix-did-you-mean': '„{{name}}“ verwenden',
  'fix-use-directly': 'Den Wert selbst verwenden',
  'fix-use-whole': '„{{part}}“ selbst verwenden',
  'fix-first': 'Den ersten verwenden',
  'fix-last': 'Den letzten verwenden',
  'fix-each': 'Alle verwenden',
  'fix-join': 'Alle verbinden, mit Kommas dazwischen',
  'fix-sum': 'Zusammenzählen',
  'fix-count': 'Zählen, wie viele es sind',
  'fix-whole-as-text': 'Alles als einen Text verwenden',
  'fix-text-to-json': 'Den Text in Felder zerlegen',
  'fix-to-list': 'Eine Liste mit einem Eintrag machen',
  'fix-split': 'An Kommas teilen',
  'fix-flatten': 'Aus allen Listen eine machen',
  'fix-for-each': 'Je einen Eintrag für jeden von „{{source}}“ machen',
  'fix-one-by-one': 'Die Felder einzeln aus „{{source}}“ ausfüllen',
  'fix-first-entry-field': '„{{name}}“ des ersten verwenden',
  'fix-its-field': '„{{name}}“ daraus verwenden',
  'fix-to-text': 'In einen Text umwandeln',
  'fix-to-number': 'In eine Zahl umwandeln (12.50)',
  'fix-to-number-comma': 'In eine Zahl umwandeln (12,50)',
  'fix-to-whole-number': 'In eine ganze Zahl umwandeln',
  'fix-round': 'Auf die nächste ganze Zahl runden',
  'fix-round-down': 'Abrunden',
  'fix-round-up': 'Aufrunden',
  'fix-to-yes-no': 'In ja oder nein umwandeln',
  'fix-to-date': 'In ein Datum umwandeln',
  'fix-to-date-pattern': 'Als {{format}} lesen',
  'fix-to-date-seconds': 'Als Sekunden seit 1970 lesen',
  'fix-to-date-milliseconds': 'Als Millisekunden seit 1970 lesen',
  'fix-to-date-time': 'In ein Datum mit Uhrzeit umwandeln',
  'fix-to-date-time-pattern': 'Als {{format}} lesen',
  'fix-to-date-time-seconds': 'Als Sekunden seit 1970 lesen',
  'fix-to-date-time-milliseconds': 'Als Millisekunden seit 1970 lesen',
  'fix-value-table': 'Angeben, was aus jedem Wert wird',
  'fix-default': '„{{value}}“ verwenden, wenn leer',
  'fix-default-empty-text': 'Dann einen leeren Text verwenden',
  'fix-default-empty-list': 'Dann eine leere Liste verwenden',
  'fix-leave-out-if-empty': 'Weglassen, wenn leer',
  'fix-stop-if-missing': 'Die Nachricht ablehnen, wenn leer',
  'fix-otherwise': 'Sonst „{{value}}“',
  'fix-trim': 'Leerzeichen am Rand entfernen',
  'fix-shorten_one': 'Auf {{count}} Zeichen kürzen',
  'fix-shorten_other': 'Auf {{count}} Zeichen kürzen',
  'fix-first-entries_one': 'Nur den ersten Eintrag verwenden',
  'fix-first-entries_other': 'Nur die ersten {{count}} Einträge verwenden',
  'fix-remove-row': 'Zeile für „{{value}}“ entfernen',
  'fix-remove-branch': 'Teil {{number}} entfernen',
  'fix-remove-sort': 'Nicht sortieren',
  'fix-formula-list': 'Eine Liste zulassen',
  'fix-formula-first': 'Den ersten nehmen',
  'fix-remove-field': 'Aus der Formel nehmen',
  'fix-remove-conversion': 'Umwandlung entfernen',
  'fix-leave-out': 'Weglassen',
  'fix-leave-empty': 'Leer lassen',
  'fix-variant': '„{{name}}“ ausfüllen',

  // One of several ways to fill a group.
  'variant-named': '{{name}}',
  'variant-fields': 'Mit {{names}}',
  'variant-kind': 'Als: $t(mapping.kind-{{kind}})',
  'variant-number': 'Möglichkeit {{number}}',

  // Why two fields are proposed as a pair.
  'match-same-name': 'Gleicher Name',
  'match-same-words': 'Gleicher Name, anders geschrieben',
  'match-same-meaning': '„{{source}}“ bedeutet dasselbe',
  'match-same-path': 'Gleicher Name in einer anderen Feldgruppe',
  'match-part-of-name': 'Ähnlicher Name: „{{source}}“',
  'match-nearly-same': 'Fast der gleiche Name: „{{source}}“',
  'match-first-of-list': 'Gleicher Name in einer Liste: nimmt den ersten',
  'match-other-kind':
    '„{{source}}“ ist $t(mapping.kind-{{given}}), und $t(mapping.kind-{{wanted}}) wird gebraucht. Es muss erst umgewandelt werden',
  'match-joined': '„{{source}}“ zusammen als ein Text',
  'match-same-format': 'Das einzige Feld dieser Art',
  'match-list_one': 'Beides sind Listen; {{count}} Feld jedes Eintrags passt',
  'match-list_other': 'Beides sind Listen; {{count}} Felder jedes Eintrags passen',
  'confidence-sure': 'Sicher',
  'confidence-likely': 'Wahrscheinlich',
  'confidence-maybe': 'Vielleicht',

  // Conversions: the chip on a pill.
  'convert-to-text': 'als Text',
  'convert-to-number': 'als Zahl',
  'convert-to-whole-number': 'als ganze Zahl',
  'convert-to-yes-no': 'als ja oder nein',
  'convert-to-date': 'als Datum',
  'convert-to-date-time': 'als Datum mit Uhrzeit',
  'convert-format-date': 'Datum geschrieben als …',
  'convert-format-number': 'Zahl in Ziffern geschrieben',
  'convert-split': 'in eine Liste geteilt',
  'convert-join': 'verbunden',
  'convert-first': 'der erste',
  'convert-last': 'der letzte',
  'convert-nth': 'Eintrag an einer Stelle',
  'convert-count': 'wie viele',
  'convert-sum': 'Summe',
  'convert-min': 'kleinster',
  'convert-max': 'größter',
  'convert-average': 'Durchschnitt',
  'convert-flatten': 'eine Liste aus allen Listen',
  'convert-to-list': 'als Liste',
  'convert-upper': 'GROSSBUCHSTABEN',
  'convert-lower': 'kleinbuchstaben',
  'convert-title-case': 'Jedes Wort Groß',
  'convert-trim': 'ohne Leerzeichen am Rand',
  'convert-shorten': 'gekürzt',
  'convert-replace': 'mit ersetzten Wörtern',
  'convert-default-if-empty': 'wenn leer, dann …',
  'convert-lookup': 'in einer Tabelle nachgeschlagen',
  'convert-json-to-text': 'alles als Text',
  'convert-text-to-json': 'Text in Felder zerlegt',
  'convert-base64-encode': 'verpackt (Base64)',
  'convert-base64-decode': 'ausgepackt (Base64)',
  'convert-slug': 'für-webadressen',
  'convert-unique-id': 'eine neue eindeutige Kennung',
  'convert-now': 'die jetzige Zeit',
  'convert-option-decimal': 'Dezimalzeichen',
  'convert-option-thousands': 'Tausenderzeichen',
  'convert-option-rounding': 'Rundung',
  'convert-option-yes': 'Wörter für ja',
  'convert-option-no': 'Wörter für nein',
  'convert-option-format': 'Geschrieben als',
  'convert-option-zone': 'Zeitzone',
  'convert-option-locale': 'Sprache',
  'convert-option-digits': 'Stellen nach dem Dezimalzeichen',
  'convert-option-by': 'Mit',
  'convert-option-position': 'Stelle (0 ist die erste)',
  'convert-option-length': 'Zeichen',
  'convert-option-find': 'Suchen',
  'convert-option-value': 'Wert',
  'convert-option-rows': 'Was aus jedem Wert wird',
  'convert-option-otherwise': 'Aus jedem anderen Wert wird',

  // Conditions.
  'operator-equals': 'ist',
  'operator-not-equals': 'ist nicht',
  'operator-contains': 'enthält',
  'operator-not-contains': 'enthält nicht',
  'operator-starts-with': 'beginnt mit',
  'operator-ends-with': 'endet mit',
  'operator-is-empty': 'ist leer',
  'operator-is-not-empty': 'ist nicht leer',
  'operator-greater': 'ist mehr als',
  'operator-greater-or-equal': 'ist mindestens',
  'operator-less': 'ist weniger als',
  'operator-less-or-equal': 'ist höchstens',
  'operator-before': 'ist vor',
  'operator-after': 'ist nach',
  'operator-is-one-of': 'ist eines von',
  'operator-is-yes': 'ist ja',
  'operator-is-no': 'ist nein',
} as const satisfies Translation['mapping'];
