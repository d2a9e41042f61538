import { Button } from '@mantine/core';
import { Database, Sigma } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import {
  inferType,
  type Binding,
  type FormulaBinding,
  type RefBinding,
} from '../../../../mapping/index.ts';
import { openFormulas, parseFormula, type FormulaField } from '../../../../mapping/formulas.ts';
import { say, sayWording } from '../../../../words/index.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import type { ChangeField, EditedField } from '../../edited-field.ts';
import { sourcesSeen, useMappingDesk } from '../../mapping-desk.ts';
import { usePickTarget } from '../../pick-target.ts';
import type { ListScope } from '../../model/scope.ts';
import { Pill } from '../../pill.tsx';
import { pillFacts } from '../../pill-facts.ts';
import { suggestedBinding } from '../../text/suggested-binding.ts';
import { FormulaArea } from './formula-area.tsx';
import { isWhole } from './formula-pieces.ts';
import { FormulaResult } from './formula-result.tsx';
import { FunctionList } from './function-list.tsx';
import { nameOfRef } from './ref-names.ts';
import { SignatureLine } from './signature-line.tsx';
import type { Offer } from './use-completions.ts';
import { useFormulaText } from './use-formula-text.ts';
import { useSettled } from './use-settled.ts';
import css from './formula.module.css';

// The checks of the form read formulas from here on as well.
openFormulas();

export interface FormulaEditorProps {
  readonly field: EditedField;
  readonly binding: FormulaBinding;
  readonly scope: readonly ListScope[];
  readonly onChange: ChangeField;
  readonly onTyping?: ((binding?: Binding) => void) | undefined;
  /** Which mistake is told here, so that nobody tells it twice. */
  readonly onMistake?: ((code: string | undefined) => void) | undefined;
}

/** A formula: the data it uses as pills with their names, its text, what it gives, and help at the caret. */
export function FormulaEditor(props: FormulaEditorProps) {
  const { field, binding: formula, scope, onChange, onTyping, onMistake } = props;
  const desk = useMappingDesk();
  const { document: history } = useWorkbench();
  const [isListing, setIsListing] = useState(false);
  const listId = useId();
  const result = field.kind === 'list' ? 'list' : formula.result;
  const change: ChangeField = (next, options) =>
    onChange(next?.kind === 'formula' ? { ...next, result } : next, options);
  const typed = useFormulaText(formula, change, onTyping);
  const { text } = typed;
  const parsed = useMemo(() => parseFormula(text), [text]);
  const isSettled = useSettled(text);
  const mistake = !parsed.ok && text.trim() !== '' && isSettled ? parsed : undefined;
  const code = mistake?.mistake.code;
  useEffect(() => {
    onMistake?.(code);
    return () => onMistake?.(undefined);
  }, [code, onMistake]);

  const seen = useMemo(() => sourcesSeen(desk, scope), [desk, scope]);
  const fields = useMemo(
    () =>
      Object.entries(formula.refs).map(([name, ref]): FormulaField => ({
        name,
        title: pillFacts(ref, seen).label,
        schema: inferType(ref, seen),
      })),
    [formula.refs, seen],
  );
  const sources = useMemo(
    () => [...scope.map(({ source }) => source), ...desk.sources],
    [scope, desk.sources],
  );
  const now = useMemo(() => ({ ...formula, text, result }), [formula, text, result]);

  const withRef = (ref: RefBinding) => {
    const name = nameOfRef(ref, formula.refs);
    return { put: `$${name}`, refs: { ...formula.refs, [name]: ref } };
  };
  const target = usePickTarget({ ...field, schema: anything, scope }, (picked) => {
    const ref = refIn(picked);
    if (ref === undefined) return;
    const { put, refs } = withRef(ref);
    typed.insert(put, put.length, refs);
  });
  const choose = (offer: Offer, from: number, to: number) => {
    if (offer.kind === 'completion') {
      typed.replace(from, to, offer.completion.insert, offer.completion.caret);
      return;
    }
    const whole = { schema: anything, root: anything };
    const ref = refIn(suggestedBinding(offer.suggestion.node, whole, desk, scope, undefined));
    if (ref === undefined) return;
    const { put, refs } = withRef(ref);
    typed.replace(from, to, put, put.length, refs);
  };
  const setRef = (name: string, next: RefBinding | undefined) => {
    const { [name]: _old, ...others } = formula.refs;
    change({
      ...formula,
      text,
      refs: next === undefined ? others : { ...formula.refs, [name]: next },
    });
  };

  return (
    <div className={css.formula} onFocus={() => desk.offer(target)}>
      <div className={css.refs}>
        {Object.entries(formula.refs).map(([name, ref]) => (
          <span key={name} className={css.ref}>
            <code>${name}</code>
            <Pill
              binding={ref}
              scope={scope}
              isPlain
              onChange={(next) => setRef(name, refIn(next))}
              onRemove={() => setRef(name, undefined)}
            />
          </span>
        ))}
        {!desk.readOnly && (
          <>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<Database aria-hidden size={13} />}
              onClick={() => {
                desk.offer(target);
                desk.openData();
              }}
            >
              {say('fill.formula-add-data')}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<Sigma aria-hidden size={13} />}
              aria-expanded={isListing}
              aria-controls={isListing ? listId : undefined}
              onClick={() => setIsListing(!isListing)}
            >
              {say('fill.formula-functions')}
            </Button>
          </>
        )}
      </div>
      <FormulaArea
        field={field}
        formula={formula}
        typed={typed}
        parsed={parsed}
        marks={isSettled}
        fields={fields}
        sources={sources}
        onChoose={choose}
        onTravel={(back) => {
          typed.end();
          if (back) history.undo();
          else history.redo();
        }}
      />
      <SignatureLine text={text} caret={typed.caret} />
      {mistake !== undefined ? (
        <div className={css.mistake} role="status">
          <span>{sayWording(mistake.mistake)}</span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => typed.jump(mistake.from, mistake.to)}
          >
            {say('fill.formula-jump')}
          </Button>
        </div>
      ) : (
        isWhole(formula.refs, parsed) && <FormulaResult formula={now} scope={scope} />
      )}
      {isListing && (
        <div id={listId}>
          <FunctionList
            onUse={(name) => {
              const put = `$${name}()`;
              typed.insert(put, put.length - 1);
            }}
          />
        </div>
      )}
    </div>
  );
}

/** Data goes into a formula as it is: the formula itself says what becomes of a list. */
const anything = {};

/** The data in a pick; what was converted on the way is for the formula to say. */
function refIn(binding: Binding | undefined): RefBinding | undefined {
  if (binding?.kind === 'convert') return refIn(binding.of);
  return binding?.kind === 'ref' ? binding : undefined;
}
