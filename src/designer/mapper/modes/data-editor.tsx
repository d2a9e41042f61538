import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Search } from 'lucide-react';
import type { Binding } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import type { ChangeField, EditedField } from '../edited-field.ts';
import { focusInside } from '../editor-focus.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import { usePickTarget } from '../pick-target.ts';
import type { ListScope } from '../model/scope.ts';
import type { DataNode } from '../model/data-tree.ts';
import { Pill } from '../pill.tsx';
import { SuggestionList } from '../text/suggestion-list.tsx';
import { suggestionsFor } from '../text/suggestions.ts';
import box from '../text-editor.module.css';
import css from './data-editor.module.css';

interface DataEditorProps {
  readonly field: EditedField;
  readonly binding: Binding | undefined;
  readonly scope: readonly ListScope[];
  readonly onChange: ChangeField;
}

/** One pill and nothing else; while there is none, a search for it. */
export function DataEditor({ field, binding, scope, onChange }: DataEditorProps) {
  const desk = useMappingDesk();
  const frame = useRef<HTMLDivElement>(null);
  const target = usePickTarget({ ...field, scope }, (picked) => {
    onChange(picked);
    // The search goes; who picked by keys goes on from what is there instead: a pill, or a text around it.
    if (binding === undefined) focusInside(frame, field.inputId);
  });
  return (
    <div ref={frame} className={box.box} data-one onFocus={() => desk.offer(target)}>
      {binding === undefined ? (
        <DataSearch field={field} scope={scope} onPick={(node) => desk.pick(node, target)} />
      ) : (
        <Pill
          binding={binding}
          scope={scope}
          field={field}
          onChange={onChange}
          onRemove={() => {
            onChange(undefined);
            requestAnimationFrame(() => document.getElementById(field.inputId)?.focus());
          }}
        />
      )}
    </div>
  );
}

interface DataSearchProps {
  readonly field: EditedField;
  readonly scope: readonly ListScope[];
  readonly onPick: (node: DataNode) => void;
}

/** Finds data by its name. */
function DataSearch({ field, scope, onPick }: DataSearchProps) {
  const desk = useMappingDesk();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [below, setBelow] = useState<DOMRect | undefined>(undefined);
  const sources = useMemo(
    () => [...scope.map(({ source }) => source), ...desk.sources],
    [scope, desk.sources],
  );
  const isOpen = below !== undefined;
  const found = useMemo(
    () => (isOpen ? suggestionsFor(sources, typed) : []),
    [isOpen, sources, typed],
  );
  const count = found.length;
  const close = () => setBelow(undefined);
  const choose = (at: number) => {
    const suggestion = found[at];
    if (suggestion === undefined) return;
    close();
    onPick(suggestion.node);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const here = event.currentTarget;
    const keys: Record<string, () => void> = {
      ArrowDown: () =>
        isOpen ? setActive((active + 1) % count) : setBelow(here.getBoundingClientRect()),
      ArrowUp: () => setActive((active + count - 1) % count),
      Enter: () => choose(active),
      Escape: close,
    };
    const act = keys[event.key];
    if (act === undefined || event.altKey || (!isOpen && event.key !== 'ArrowDown')) return;
    if (isOpen && count === 0 && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <>
      <Search aria-hidden size={14} className={css.sign} />
      <input
        id={field.inputId}
        className={css.search}
        role="combobox"
        aria-label={say('fill.data-of', { field: field.label })}
        aria-describedby={field.describedBy}
        aria-required={field.required}
        aria-autocomplete="list"
        aria-expanded={isOpen && count > 0}
        aria-controls={isOpen && count > 0 ? id : undefined}
        aria-activedescendant={isOpen && count > 0 ? `${id}-${active}` : undefined}
        placeholder={say('fill.data-search')}
        autoComplete="off"
        readOnly={desk.readOnly}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
          setBelow(event.currentTarget.getBoundingClientRect());
        }}
        onClick={(event) => setBelow(event.currentTarget.getBoundingClientRect())}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {isOpen && count > 0 && (
        <SuggestionList
          id={id}
          below={below}
          locale={desk.locale}
          suggestions={found}
          active={active}
          onActive={setActive}
          onChoose={choose}
        />
      )}
    </>
  );
}
