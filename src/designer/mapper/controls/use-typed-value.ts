import { useEffect, useRef } from 'react';
import { writeJson, type Json } from '../../../shared/index.ts';
import { useDraft, type Draft } from '../../ui/use-draft.ts';
import type { LiteralControlProps } from './literal-control-props.ts';

/** Typing in a native control: what is typed stays as it is until the field is left, while its value reaches the document. */
export function useTypedValue(
  { value, onChange, onTyping }: Pick<LiteralControlProps, 'value' | 'onChange' | 'onTyping'>,
  read: (typed: string) => Json | undefined,
): Draft<string> {
  const given = useRef(value);
  const draft = useDraft<string>((typed, joins) => {
    given.current = read(typed);
    onChange(given.current, { joins });
  });
  // Somebody else changed the value (undo, a fix, a pick): that is shown, not what was typed before.
  useEffect(() => {
    if (!isSame(value, given.current) && draft.pending() === undefined) draft.drop();
    given.current = value;
  }, [value, draft]);
  return {
    ...draft,
    type(typed) {
      draft.type(typed);
      onTyping?.();
    },
  };
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one === other || writeJson(one) === writeJson(other);
}
