import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';
import { recordLabel, type MessageRecord, type StepRun } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { messageChoices, wentTo, type MessageChoice } from './model/message-ways.ts';
import { recordWithIndex } from './model/record-places.ts';
import { StatusMark } from './status-mark.tsx';
import { useRecords } from './use-records.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './run-panel.module.css';

interface MessageListProps {
  readonly step: string;
  readonly facts: StepFacts;
  readonly state: StepRun;
  readonly total: number;
  /** The index of the message that is looked at. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

const rowHeight = 32;

/** The messages of a step in their order; refusals first, when there are any. Where there are ways, those of one way. */
export function MessageList({ step, facts, state, total, chosen, onChoose }: MessageListProps) {
  const [wish, setWish] = useState('refused');
  const { refusals, counts } = state;
  const choices = messageChoices(state, total, facts.ways);
  const choice =
    choices.find(({ key }) => key === wish) ?? choices.find(({ key }) => key === 'all');
  const showsRefused = choice?.key === 'refused';
  const filter = choice?.filter;
  // Which messages are kept, and pass, is asked of the first page: how many rows there are is known from it.
  const { indexes = [], letGo } = useRecords(step, 0, 0, filter);
  const scroller = useRef<HTMLDivElement>(null);
  const count = showsRefused ? refusals.length : indexes.length;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialRect: { width: 200, height: 320 },
  });
  const items = rows.getVirtualItems();
  const records = useRecords(step, items[0]?.index ?? 0, items.at(-1)?.index ?? 0, filter);
  const indexOf = (row: number) => {
    if (showsRefused) return refusals[row]?.index ?? 0;
    return indexes[row] ?? 0;
  };
  const rowOf = (index: number) => {
    if (showsRefused) return refusals.findIndex((one) => one.index === index);
    return indexes.indexOf(index);
  };

  function choose(to: string) {
    setWish(to);
    rows.scrollToIndex(0);
  }

  function onKeyDown(event: KeyboardEvent) {
    const now = rowOf(chosen);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      PageDown: now + page,
      PageUp: now - page,
      Home: 0,
      End: count - 1,
    };
    const to = moves[event.key];
    if (to === undefined || count === 0) return;
    event.preventDefault();
    const row = Math.min(Math.max(0, to), count - 1);
    onChoose(indexOf(row));
    rows.scrollToIndex(row);
  }

  return (
    <section
      className={css.messages}
      aria-label={say('run-panel.messages-of', { step: facts.step.name })}
    >
      {choices.length > 1 && filters(choices) && (
        <NativeSelect
          size="xs"
          m={8}
          aria-label={say('run-panel.which-messages')}
          value={choice?.key ?? 'all'}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={choices.map(({ key, words }) => ({ value: key, label: words }))}
        />
      )}
      {choices.length === 2 && !filters(choices) && (
        <SegmentedControl
          size="xs"
          fullWidth
          m={8}
          aria-label={say('run-panel.which-messages')}
          value={showsRefused ? 'refused' : 'all'}
          onChange={(to) => choose(to)}
          data={[
            { value: 'refused', label: say('run-panel.show-refused', { count: counts.refused }) },
            { value: 'all', label: say('run-panel.show-all', { count: total }) },
          ]}
        />
      )}
      <div
        ref={scroller}
        className={css.messageRows}
        role="listbox"
        tabIndex={0}
        aria-label={say('run-panel.messages')}
        aria-activedescendant={`message-${step}-${chosen}`}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ position: 'relative', height: rows.getTotalSize() }}>
          {items.map(({ index: row, start, key }) => {
            const index = indexOf(row);
            const record = showsRefused ? undefined : recordWithIndex(records.all, index);
            return (
              <MessageRow
                key={key}
                id={`message-${step}-${index}`}
                index={index}
                label={record === undefined ? refusedValue(state, index) : recordLabel(record)}
                state={record?.state ?? (showsRefused ? 'refused' : undefined)}
                went={record === undefined ? undefined : wentTo(record, facts.ways)}
                chosen={index === chosen}
                place={row + 1}
                of={count}
                top={start}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      </div>
      {showsRefused && counts.refused > refusals.length && (
        <p className={css.footnote}>
          {say('run-panel.first-refused', { count: refusals.length, total: counts.refused })}
        </p>
      )}
      {filter !== undefined && choice !== undefined && choice.count > count && letGo > 0 && (
        <p className={css.footnote}>
          {say('run-panel.first-among', { count, total: choice.count })}
        </p>
      )}
      {!showsRefused && filter === undefined && letGo > 0 && (
        <p className={css.footnote}>{say('run-panel.let-go', { count: letGo })}</p>
      )}
    </section>
  );
}

/** Refused ones and all are two words beside each other; ways have names, which need room. */
function filters(choices: readonly MessageChoice[]): boolean {
  return choices.some(({ filter }) => filter !== undefined);
}

interface MessageRowProps {
  readonly id: string;
  readonly index: number;
  readonly label: string;
  readonly state: MessageRecord['state'] | undefined;
  /** Where it went on, where there are several ways. */
  readonly went: string | undefined;
  readonly chosen: boolean;
  readonly place: number;
  readonly of: number;
  readonly top: number;
  readonly onChoose: (index: number) => void;
}

function MessageRow(props: MessageRowProps) {
  const { id, index, label, state, went, chosen, place, of, top, onChoose } = props;
  const words = [state === undefined ? undefined : say(`run-panel.state-${state}`), went];
  const spoken = words.filter((part, at) => part !== undefined && words.indexOf(part) === at);
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-posinset={place}
      aria-setsize={of}
      aria-label={say('run-panel.message-label', {
        number: index + 1,
        label,
        state: spoken.join(', '),
      })}
      className={css.messageRow}
      style={{ transform: `translateY(${top}px)`, height: rowHeight }}
      onClick={() => onChoose(index)}
    >
      <span className={css.messageNumber}>{index + 1}</span>
      <span className={css.messageLabel} dir="auto">
        {label}
      </span>
      {went !== undefined && (
        <span className={css.messageWay} title={went}>
          {went}
        </span>
      )}
      {state !== undefined && <StatusMark of={state} size={13} />}
    </div>
  );
}

/** The value that was refused tells one refusal from the other before the record is there. */
function refusedValue(state: StepRun, index: number): string {
  const value = state.refusals.find((one) => one.index === index)?.failure.fields[0]?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
