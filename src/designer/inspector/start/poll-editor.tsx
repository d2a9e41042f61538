import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Start } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';

const units = { seconds: 1, minutes: 60, hours: 3600 } as const;
type Unit = keyof typeof units;
type Poll = Extract<Start, { kind: 'poll' }>;

/** How often to look for something new, in the largest unit that fits. */
export function PollEditor({
  start,
  onChange,
}: {
  readonly start: Poll;
  readonly onChange: (start: Poll) => void;
}) {
  const unit: Unit =
    start.everySeconds % 3600 === 0
      ? 'hours'
      : start.everySeconds % 60 === 0
        ? 'minutes'
        : 'seconds';
  const [text, setText] = useState(String(start.everySeconds / units[unit]));
  const [left, setLeft] = useState(false);
  const count = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  const keep = (number: number, of: Unit) =>
    number > 0 && onChange({ kind: 'poll', everySeconds: number * units[of] });
  return (
    <Group gap={12} align="start" grow>
      <TextInput
        label={say('inspector.poll-every')}
        inputMode="numeric"
        error={left && count === 0 ? say('inspector.form-at-least', { limit: 1 }) : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => {
          setLeft(true);
          keep(count, unit);
        }}
      />
      <NativeSelect
        label={say('inspector.poll-unit')}
        value={unit}
        data={(['seconds', 'minutes', 'hours'] as const).map((name) => ({
          value: name,
          label: say(`inspector.poll-${name}`),
        }))}
        onChange={(event) => keep(count, event.currentTarget.value as Unit)} // the options above
      />
    </Group>
  );
}
