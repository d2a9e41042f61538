import { functionNames, type FormulaBinding } from '../../../../mapping/index.ts';
import { tokensOf, type ParsedFormula, type TokenKind } from '../../../../mapping/formulas.ts';

/** A stretch of a formula's text as it is drawn. */
export interface FormulaPiece {
  readonly text: string;
  /** Undefined: blanks. */
  readonly kind: TokenKind | 'data' | undefined;
  /** Here is the mistake, or a name that stands for nothing. */
  readonly isWrong: boolean;
}

/** The whole text in pieces, cut at what is wrong. Joined they are the text again. */
export function piecesOf(
  text: string,
  refs: FormulaBinding['refs'],
  parsed: ParsedFormula,
): readonly FormulaPiece[] {
  const wrong = wrongIn(text, refs, parsed);
  const pieces: FormulaPiece[] = [];
  const push = (from: number, to: number, kind: FormulaPiece['kind']): void => {
    const cuts = wrong.flatMap(({ from: start, to: end }) => [start, end]);
    const stops = [from, ...cuts.filter((cut) => cut > from && cut < to), to].toSorted(
      (one, other) => one - other,
    );
    for (let at = 1; at < stops.length; at++) {
      const [start, end] = [stops[at - 1] ?? from, stops[at] ?? to];
      if (start === end) continue;
      const isWrong = wrong.some((one) => one.from <= start && end <= one.to);
      pieces.push({ text: text.slice(start, end), kind, isWrong });
    }
  };
  let done = 0;
  for (const { kind, from, to, text: token } of tokensOf(text)) {
    push(done, from, undefined);
    const isData = kind === 'variable' && Object.hasOwn(refs, token.slice(1));
    push(from, to, isData ? 'data' : kind);
    done = to;
  }
  push(done, text.length, undefined);
  return pieces;
}

/** Where a person should look: the mistake, or the names that no data has. */
function wrongIn(
  text: string,
  refs: FormulaBinding['refs'],
  parsed: ParsedFormula,
): readonly { readonly from: number; readonly to: number }[] {
  if (!parsed.ok) return text.trim() === '' ? [] : [{ from: parsed.from, to: parsed.to }];
  return parsed.names.free.filter(({ name }) => isUnknown(name, refs));
}

/** Whether the formula can be worked out at all: it is one, and every name in it stands for something. */
export function isWhole(refs: FormulaBinding['refs'], parsed: ParsedFormula): boolean {
  return parsed.ok && !parsed.names.free.some(({ name }) => isUnknown(name, refs));
}

function isUnknown(name: string, refs: FormulaBinding['refs']): boolean {
  return !Object.hasOwn(refs, name) && !functionNames.includes(name);
}
