import { Button, Group, Loader, Select, Text, TextInput, type TextInputProps } from '@mantine/core';
import { RotateCw } from 'lucide-react';
import { writeJson, type Json } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import type { FieldChoices, FieldOption } from './form-props.ts';
import { NativeChoice } from './native-choice.tsx';

/** More options than this and a person wants to type to find one. */
const searchFrom = 12;

interface ChoiceFieldProps extends Pick<
  TextInputProps,
  | 'id'
  | 'label'
  | 'description'
  | 'error'
  | 'required'
  | 'withAsterisk'
  | 'labelProps'
  | 'disabled'
  | 'inputWrapperOrder'
> {
  readonly value: Json | undefined;
  readonly choices: FieldChoices;
  /** What the present value was called when it was chosen. */
  readonly label_: string | undefined;
  readonly placeholder?: string | undefined;
  readonly onChoose: (value: Json | undefined, label: string | undefined) => void;
  readonly onLeave: () => void;
}

/** A field whose options a service knows: loading, not connected yet, failed with another try, or a list. */
export function ChoiceField({
  value,
  choices,
  label_,
  placeholder: _example,
  onChoose,
  onLeave,
  ...field
}: ChoiceFieldProps) {
  if (choices.state !== 'ready') {
    const held = label_ ?? (value === undefined ? '' : String(value));
    return (
      <div>
        <TextInput
          {...field}
          readOnly
          value={held}
          placeholder={choices.state === 'loading' ? say('inspector.options-loading') : ''}
          rightSection={choices.state === 'loading' ? <Loader size={14} /> : undefined}
          aria-busy={choices.state === 'loading'}
        />
        {choices.words !== undefined && (
          <Group gap={8} mt={4} wrap="nowrap" justify="space-between">
            <Text size="xs" c="dimmed" role="status">
              {choices.words}
            </Text>
            {choices.state === 'loading' && choices.stop !== undefined && (
              <Button size="compact-xs" variant="subtle" onClick={choices.stop}>
                {say('inspector.stop-reading')}
              </Button>
            )}
            {choices.state === 'failed' && (
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<RotateCw size={12} />}
                onClick={choices.retry}
              >
                {say('inspector.try-again')}
              </Button>
            )}
          </Group>
        )}
      </div>
    );
  }
  if (choices.options.length < searchFrom && !choices.options.some((option) => option.help))
    return (
      <NativeChoice
        {...field}
        value={value}
        options={choices.options}
        lostLabel={label_}
        onChoose={onChoose}
        onLeave={onLeave}
      />
    );
  const text = value === undefined ? null : writeJson(value);
  const known = choices.options.some((option) => writeJson(option.value) === text);
  const lost = text !== null && !known ? [{ value: text, label: label_ ?? text }] : [];
  const help = new Map(
    choices.options.flatMap((option) =>
      option.help === undefined ? [] : [[writeJson(option.value), option.help] as const],
    ),
  );
  return (
    <Select
      {...field}
      searchable
      clearable={field.required !== true}
      limit={100}
      data={[...lost, ...grouped(choices.options)]}
      value={text}
      placeholder={say('inspector.choose-one')}
      nothingFoundMessage={say('inspector.nothing-found')}
      {...(help.size > 0 && {
        renderOption: ({ option }: { option: { value: string; label: string } }) => (
          <div>
            <div>{option.label}</div>
            {help.has(option.value) && (
              <Text size="xs" c="dimmed" lineClamp={2}>
                {help.get(option.value)}
              </Text>
            )}
          </div>
        ),
      })}
      onBlur={onLeave}
      onChange={(chosen) => {
        const option = choices.options.find((candidate) => writeJson(candidate.value) === chosen);
        onChoose(option?.value, option?.label);
      }}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Options under what they stand under, in the order in which that is first named; others before them. */
function grouped(options: readonly FieldOption[]) {
  const alone: Choice[] = [];
  const groups = new Map<string, Choice[]>();
  for (const { value, label, group } of options) {
    const choice = { value: writeJson(value), label };
    if (group === undefined) alone.push(choice);
    else if (groups.get(group)?.push(choice) === undefined) groups.set(group, [choice]);
  }
  return [...alone, ...[...groups].map(([group, items]) => ({ group, items }))];
}
