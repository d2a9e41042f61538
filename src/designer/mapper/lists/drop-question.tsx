import { Button, Popover } from '@mantine/core';
import { Ban } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useState, type KeyboardEvent } from 'react';
import { say, sayWording } from '../../../words/index.ts';
import type { AskedDrop } from '../desk/desk-state.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import type { DropChoice } from '../model/drop/drop-plan.ts';
import { inWords } from '../value-words.ts';
import { valueNow } from '../value-now.ts';
import css from './drop-question.module.css';

/** What is meant by a drop that could mean several things, asked at the field, with what each answer gives now. */
export function DropQuestion() {
  const { store } = useMappingDesk();
  const asked = useDesk((state) => state.pending);
  const isInSight = useDesk((state) => state.region === 'fields');
  useEffect(() => {
    if (asked !== undefined) store.setState({ region: 'fields' });
  }, [asked, store]);
  return asked === undefined || !isInSight ? null : (
    <Question key={asked.target.key} asked={asked} />
  );
}

function Question({ asked }: { readonly asked: AskedDrop }) {
  const { plan, target } = asked;
  const id = useId();
  const place = usePlaceOf(target.key);
  useFocusBack();
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && asked.cancel()}
      position="bottom-start"
      width={340}
      trapFocus
      withinPortal
      withRoles={false}
    >
      <Popover.Target>
        <span className={css.anchor} style={place} />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-labelledby={id}
        className={css.question ?? ''}
        onKeyDown={moveAmongChoices}
      >
        {plan.kind === 'no' ? (
          <>
            <p id={id} className={css.why}>
              <Ban aria-hidden size={14} /> {sayWording(plan.reason)}
            </p>
            <Button size="xs" variant="default" data-autofocus onClick={asked.cancel}>
              {say('common.close')}
            </Button>
          </>
        ) : (
          <>
            <p id={id} className={css.words}>
              {sayWording(plan.question)}
            </p>
            <ul className={css.choices}>
              {plan.choices.map((choice, at) => (
                <li key={at}>
                  <Choice choice={choice} asked={asked} isFirst={at === 0} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoiceProps {
  readonly choice: DropChoice;
  readonly asked: AskedDrop;
  readonly isFirst: boolean;
}

/** What cannot be done is said where it would be looked for, with what is in the way. */
function Choice({ choice, asked, isFirst }: ChoiceProps) {
  const desk = useMappingDesk();
  const id = useId();
  const value = choice.shows && valueNow(choice.shows, desk, asked.target.scope);
  return (
    <button
      type="button"
      className={css.choice}
      data-choice
      data-autofocus={isFirst || undefined}
      aria-disabled={choice.does === undefined || undefined}
      aria-describedby={id}
      onClick={() => choice.does && asked.choose(choice)}
    >
      <span>{sayWording(choice.says)}</span>
      <span id={id} className={css.shows}>
        {choice.does === undefined
          ? choice.why && sayWording(choice.why)
          : say('lists.gives', { value: inWords(value, desk.locale) })}
      </span>
    </button>
  );
}

function moveAmongChoices(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-choice]')];
  const at = choices.findIndex((choice) => choice === document.activeElement);
  choices[(at + by + choices.length) % choices.length]?.focus();
}

/** Who asked by keys is where they were when the question goes, unless the answer moved them on. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    },
    [before],
  );
}

/** Below the field that took the drop. */
function usePlaceOf(key: string): { readonly left: number; readonly top: number } {
  const [place] = useState(() => {
    const field = document.querySelector(`[data-drop="${CSS.escape(key)}"]`);
    const box = field?.getBoundingClientRect();
    const bottom = Math.min(box?.bottom ?? 0, window.innerHeight - roomBelow);
    return { left: (box?.left ?? 0) + 8, top: Math.max(bottom, 0) };
  });
  return place;
}

/** A field at the lower edge still leaves room to see that something opened. */
const roomBelow = 40;
