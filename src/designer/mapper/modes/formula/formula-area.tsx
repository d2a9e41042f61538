import { useId, useMemo, useRef } from 'react';
import type { FormulaBinding } from '../../../../mapping/index.ts';
import type { FormulaField, ParsedFormula } from '../../../../mapping/formulas.ts';
import { say } from '../../../../words/index.ts';
import { wordsOfFunction } from '../../../../words/formulas.ts';
import type { EditedField } from '../../edited-field.ts';
import { useMappingDesk } from '../../mapping-desk.ts';
import type { DataSource } from '../../model/data-tree.ts';
import { PopList } from '../../text/pop-list.tsx';
import list from '../../text/pop-list.module.css';
import { SuggestionRow } from '../../text/suggestion-list.tsx';
import { piecesOf } from './formula-pieces.ts';
import { useCompletions, type Offer } from './use-completions.ts';
import type { FormulaText } from './use-formula-text.ts';
import css from './formula.module.css';

interface FormulaAreaProps {
  readonly field: EditedField;
  readonly formula: FormulaBinding;
  readonly typed: FormulaText;
  readonly parsed: ParsedFormula;
  /** Nothing is marked while a person is in the middle of a word. */
  readonly marks: boolean;
  readonly fields: readonly FormulaField[];
  readonly sources: readonly DataSource[];
  readonly onChoose: (offer: Offer, from: number, to: number) => void;
  readonly onTravel: (back: boolean) => void;
}

/**
 * A plain text area over a drawing of the same text: the drawing has the colours and the mark of what is wrong, the
 * text area everything a person does. Both break lines alike because they share font, width and padding.
 */
export function FormulaArea(props: FormulaAreaProps) {
  const { field, formula, typed, parsed, marks, fields, sources, onChoose, onTravel } = props;
  const desk = useMappingDesk();
  const id = useId();
  const drawing = useRef<HTMLPreElement>(null);
  const { text, caret } = typed;
  const isWrong = marks && !parsed.ok && text.trim() !== '';
  const pieces = useMemo(() => piecesOf(text, formula.refs, parsed), [text, formula.refs, parsed]);
  const completions = useCompletions(text, caret, fields, sources, onChoose);
  const { offers } = completions;
  const below = offers.length > 0 ? boxOf(drawing.current, completions.from) : undefined;
  return (
    <div className={css.area} data-wrong={isWrong || undefined}>
      <pre ref={drawing} className={css.drawing} aria-hidden>
        {pieces.map((piece, at) => (
          <span
            key={at} // a piece's place is who it is
            data-kind={piece.kind}
            data-wrong={(marks && piece.isWrong) || undefined}
          >
            {piece.text}
          </span>
        ))}
        {/* A last line that is empty has no height of its own. */}
        {'\n'}
      </pre>
      <textarea
        ref={typed.area}
        id={field.inputId}
        className={css.text}
        aria-label={say('fill.formula-of', { field: field.label })}
        aria-describedby={field.describedBy}
        aria-required={field.required}
        aria-invalid={isWrong}
        aria-autocomplete="list"
        aria-controls={below === undefined ? undefined : id}
        aria-activedescendant={below === undefined ? undefined : `${id}-${completions.active}`}
        placeholder={say('fill.formula-placeholder')}
        readOnly={desk.readOnly}
        data-focus-first
        rows={1}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        onChange={(event) => {
          const { inputType, data } = event.nativeEvent as InputEvent; // React hands on the input event
          typed.type(event.currentTarget.value);
          const isWord = inputType === 'insertText' && /[$._\p{L}]$/u.test(data ?? '');
          if (isWord) completions.open();
          else if (!inputType.startsWith('delete')) completions.close();
        }}
        onSelect={typed.noteCaret}
        onBlur={() => {
          completions.close();
          typed.end();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || completions.onKeyDown(event)) return;
          if (event.key === ')' && closesAlready(event.currentTarget)) {
            event.preventDefault();
            completions.close();
            typed.jump(caret + 1, caret + 1);
            return;
          }
          const key = event.key.toLowerCase();
          if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y'))
            return;
          event.preventDefault();
          onTravel(key === 'z' && !event.shiftKey);
        }}
      />
      {below !== undefined && (
        <PopList
          id={id}
          label={say('fill.formula-offers')}
          below={below}
          count={offers.length}
          active={completions.active}
          keyOf={(at) => keyOf(offers[at])}
          onActive={completions.setActive}
          onChoose={(at) => {
            const offer = offers[at];
            const { from, to } = completions;
            completions.close();
            if (offer !== undefined) onChoose(offer, from, to);
          }}
        >
          {(at) => <OfferRow offer={offers[at]} locale={desk.locale} />}
        </PopList>
      )}
    </div>
  );
}

function OfferRow({
  offer,
  locale,
}: {
  readonly offer: Offer | undefined;
  readonly locale: string;
}) {
  if (offer === undefined) return null;
  if (offer.kind === 'data') return <SuggestionRow suggestion={offer.suggestion} locale={locale} />;
  const { kind, insert, label, gives } = offer.completion;
  const { takes, does } = kind === 'function' ? wordsOfFunction(label) : { takes: '', does: '' };
  return (
    <>
      <span className={list.names}>
        <span className={css.offer}>
          {kind === 'function' ? `$${label}(${takes})` : insert}
          {kind !== 'function' && label !== insert && <span className={css.title}>{label}</span>}
        </span>
        {does !== '' && <span className={list.from}>{does}</span>}
      </span>
      {gives !== undefined && <span className={list.value}>{say(`mapping.kind-${gives}`)}</span>}
    </>
  );
}

function keyOf(offer: Offer | undefined): string {
  if (offer === undefined) return '';
  return offer.kind === 'data' ? offer.suggestion.node.id : offer.completion.insert;
}

/** A bracket that came with a function stands right behind the caret, and every other one has its partner. */
function closesAlready({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): boolean {
  const opened = value.split('(').length;
  const closed = value.split(')').length;
  return (
    selectionStart === selectionEnd && value.charAt(selectionStart) === ')' && opened === closed
  );
}

/** Where a character of the drawing stands in the window. */
function boxOf(drawing: HTMLElement | null, place: number): DOMRect | undefined {
  let left = place;
  for (const piece of drawing?.childNodes ?? []) {
    const text = piece.firstChild ?? piece;
    const length = text.textContent?.length ?? 0;
    if (left < length) {
      const range = document.createRange();
      range.setStart(text, left);
      range.setEnd(text, left + 1);
      return range.getBoundingClientRect();
    }
    left -= length;
  }
  return drawing?.getBoundingClientRect();
}
