import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Start } from '../../../flow/index.ts';
import { say, spokenLocale } from '../../../words/index.ts';
import { useScheduleWords } from '../../effects/schedule-words.ts';
import { choiceOf, cronOf, upcoming, type ScheduleChoice } from './schedule.ts';

type Schedule = Extract<Start, { kind: 'schedule' }>;

interface ScheduleEditorProps {
  readonly start: Schedule;
  readonly onChange: (start: Schedule) => void;
}

/** A schedule in choices, and the next three times as a proof that it is the one that was meant. */
export function ScheduleEditor({ start, onChange }: ScheduleEditorProps) {
  const choice = choiceOf(start.cron);
  const [custom, setCustom] = useState(choice.every === 'custom');
  const shown: ScheduleChoice['every'] = custom ? 'custom' : choice.every;
  const set = (next: ScheduleChoice) => onChange({ ...start, cron: cronOf(next) });
  return (
    <Stack gap={12}>
      <NativeSelect
        label={say('inspector.schedule-every')}
        value={shown}
        data={[
          { value: 'minutes', label: say('inspector.schedule-minutes') },
          { value: 'hour', label: say('inspector.schedule-hourly') },
          { value: 'day', label: say('inspector.schedule-daily') },
          { value: 'week', label: say('inspector.schedule-weekly') },
          { value: 'custom', label: say('inspector.schedule-custom') },
        ]}
        onChange={(event) => {
          const every = event.currentTarget.value as ScheduleChoice['every']; // the options above
          setCustom(every === 'custom');
          if (every !== 'custom') set(beginningOf(every, choice));
        }}
      />
      {shown === 'custom' ? (
        <CustomCron key={start.cron} start={start} onChange={onChange} />
      ) : (
        <When choice={choice} onChange={set} />
      )}
      <NativeSelect
        label={say('inspector.schedule-zone')}
        value={start.timeZone}
        data={[...zones(start.timeZone)]}
        onChange={(event) => onChange({ ...start, timeZone: event.currentTarget.value })}
      />
      <NextTimes start={start} />
    </Stack>
  );
}

interface WhenProps {
  readonly choice: ScheduleChoice;
  readonly onChange: (choice: ScheduleChoice) => void;
}

function When({ choice, onChange }: WhenProps) {
  switch (choice.every) {
    case 'custom':
      return null;
    case 'minutes':
      return (
        <NativeSelect
          label={say('inspector.schedule-each')}
          value={String(choice.each)}
          data={[...new Set([1, 2, 5, 10, 15, 20, 30, choice.each])]
            .sort((one, other) => one - other)
            .map(String)}
          onChange={(event) =>
            onChange({ every: 'minutes', each: Number(event.currentTarget.value) })
          }
        />
      );
    case 'hour':
      return (
        <NativeSelect
          label={say('inspector.schedule-minute')}
          value={String(choice.minute)}
          data={Array.from({ length: 60 }, (_, minute) => String(minute))}
          onChange={(event) =>
            onChange({ every: 'hour', minute: Number(event.currentTarget.value) })
          }
        />
      );
    case 'day':
      return <TimeOfDay choice={choice} onChange={(time) => onChange({ every: 'day', ...time })} />;
    case 'week':
      return (
        <Group gap={12} grow align="start">
          <NativeSelect
            label={say('inspector.schedule-day')}
            value={String(choice.day)}
            data={([1, 2, 3, 4, 5, 6, 0] as const).map((day) => ({
              value: String(day),
              label: say(`inspector.day-${day}`),
            }))}
            onChange={(event) => onChange({ ...choice, day: Number(event.currentTarget.value) })}
          />
          <TimeOfDay choice={choice} onChange={(time) => onChange({ ...choice, ...time })} />
        </Group>
      );
  }
}

interface TimeOfDayProps {
  readonly choice: { readonly hour: number; readonly minute: number };
  readonly onChange: (time: { hour: number; minute: number }) => void;
}

function TimeOfDay({ choice, onChange }: TimeOfDayProps) {
  const two = (part: number) => String(part).padStart(2, '0');
  return (
    <TextInput
      type="time"
      label={say('inspector.schedule-time')}
      value={`${two(choice.hour)}:${two(choice.minute)}`}
      onChange={(event) => {
        const [hour, minute] = event.currentTarget.value.split(':').map(Number);
        if (hour !== undefined && minute !== undefined) onChange({ hour, minute });
      }}
    />
  );
}

function CustomCron({
  start,
  onChange,
}: {
  readonly start: Schedule;
  readonly onChange: (start: Schedule) => void;
}) {
  const [text, setText] = useState(start.cron);
  const [left, setLeft] = useState(false);
  const fits = upcoming(text, start.timeZone, Date.now(), 1) !== undefined;
  return (
    <TextInput
      label={say('inspector.schedule-cron')}
      description={say('inspector.schedule-cron-help')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      error={left && !fits ? say('inspector.schedule-cron-wrong') : undefined}
      ff="monospace"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        setLeft(true);
        if (fits && text !== start.cron) onChange({ ...start, cron: text });
      }}
    />
  );
}

function NextTimes({ start }: { readonly start: Schedule }) {
  const words = useScheduleWords(start);
  const times = upcoming(start.cron, start.timeZone, Date.now(), 3) ?? [];
  const format = new Intl.DateTimeFormat(spokenLocale(), {
    timeZone: start.timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  return (
    <div aria-live="polite">
      {words !== undefined && (
        <Text size="sm" mb={4}>
          {words}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {times.length === 0 ? say('inspector.schedule-never') : say('inspector.schedule-next')}
      </Text>
      {times.map((time) => (
        <Text size="sm" key={time}>
          {format.format(time)}
        </Text>
      ))}
    </div>
  );
}

function beginningOf(
  every: Exclude<ScheduleChoice['every'], 'custom'>,
  from: ScheduleChoice,
): ScheduleChoice {
  const hour = 'hour' in from ? from.hour : 9;
  const minute = 'minute' in from ? from.minute : 0;
  switch (every) {
    case 'minutes':
      return { every, each: 15 };
    case 'hour':
      return { every, minute: 0 };
    case 'day':
      return { every, hour, minute };
    case 'week':
      return { every, day: 1, hour, minute };
  }
}

function zones(chosen: string): readonly string[] {
  return [...new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
