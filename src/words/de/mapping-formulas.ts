import type { Translation } from '../translation.ts';

/** What mappings say of formulas: a text that is none, one that does not fit, one that cannot be worked out. */
export const mappingFormulas = {
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
} as const satisfies Translation['mapping'];
