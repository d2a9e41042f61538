import type { Translation } from '../translation.ts';
import { mappingFormulas } from './mapping-formulas.ts';
import { mappingOffers } from './mapping-offers.ts';

/** What mappings say: kinds of values, problems, failures of a run, conditions. */
export const mapping = {
  ...mappingFormulas,
  ...mappingOffers,

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
  'kind-file': 'eine Datei zum Weitergeben',
  'kind-nothing': 'immer leer',
  'kind-anything': 'irgendetwas',
  'kind-several': 'von mehreren Arten',

  // Problems before a run.
  'required-unbound': 'Füllen Sie „{{field}}“ aus: Das ist nötig.',
  reader: '„{{field}}“',
  'reader-none': 'Diese Angabe',
  'reader-inside': '„{{field}}“',
  'reader-inside-none': 'diese Angabe',
  'unknown-source':
    '$t(mapping.reader-{{of}}) verwendet „{{source}}“ aus einem Schritt, der nicht vor diesem kommt. Wählen Sie ein Feld eines früheren Schritts.',
  'unknown-path':
    '$t(mapping.reader-{{of}}) verwendet „{{source}}“, das es in „{{step}}“ nicht gibt. Wählen Sie ein anderes Feld.',
  'list-needs-choice':
    '„{{part}}“ ist eine Liste. Geben Sie an, welchen Eintrag $t(mapping.reader-inside-{{of}}) nimmt, oder nehmen Sie alle.',
  'not-a-list': '$t(mapping.reader-{{of}}) braucht hier eine Liste, und „{{source}}“ ist keine.',
  'not-a-group': '$t(mapping.reader-{{of}}) sucht ein Feld in „{{part}}“, und dort gibt es keines.',
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
  'name-not-read': 'Ein Feld namens „{{name}}“ kann nicht gelesen werden. Wählen Sie ein anderes.',
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
  'condition-cannot-compare':
    '„{{source}}“ ist $t(mapping.kind-{{given}}) und lässt sich so nicht mit „{{value}}“ vergleichen.',
  'condition-does-not-fit':
    '„{{source}}“ ist $t(mapping.kind-{{given}}). Wählen Sie einen anderen Vergleich.',

  // Values that do not fit: samples, typed values, results.
  'value-missing': '„{{field}}“ fehlt und muss da sein.',
  'value-empty': '„{{field}}“ ist leer und darf es nicht sein.',
  'value-wrong-kind': '„{{field}}“ ist „{{value}}“ und muss $t(mapping.kind-{{kind}}) sein.',
  'value-not-a-choice': '„{{field}}“ ist „{{value}}“. Möglich ist nur: {{choices}}.',
  'value-wrong-format':
    '„{{field}}“ ist „{{value}}“, und das ist nicht so geschrieben, wie es sein muss.',
  'value-not-an-email': '„{{field}}“ ist „{{value}}“, keine E-Mail-Adresse wie ada@example.com.',
  'value-not-an-address': '„{{field}}“ ist „{{value}}“, keine Webadresse wie https://example.com.',
  'value-too-short_one': '„{{field}}“ braucht mindestens {{count}} Zeichen.',
  'value-too-short_other': '„{{field}}“ braucht mindestens {{count}} Zeichen.',
  'value-too-long_one': '„{{field}}“ nimmt höchstens {{count}} Zeichen.',
  'value-too-long_other': '„{{field}}“ nimmt höchstens {{count}} Zeichen.',
  'value-too-small': '„{{field}}“ ist {{value}} und muss mindestens {{limit}} sein.',
  'value-too-large': '„{{field}}“ ist {{value}} und darf höchstens {{limit}} sein.',
  'value-not-above': '„{{field}}“ ist {{value}} und muss größer als {{limit}} sein.',
  'value-not-below': '„{{field}}“ ist {{value}} und muss kleiner als {{limit}} sein.',
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
