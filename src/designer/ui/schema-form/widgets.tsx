/**
 * The form library's widgets over the kit. Plain functions: under React 19 the library refuses `memo` and
 * `forwardRef` ones. Label above, help below, words of a misfit last.
 */
import { Checkbox, Group, Input, Textarea } from '@mantine/core';
import {
  enumOptionsDeselectValue,
  enumOptionsSelectValue,
  type RegistryWidgetsType,
  type WidgetProps,
} from '@rjsf/utils';
import type { Json } from '../../../shared/index.ts';
import { ChoiceField } from './choice-field.tsx';
import { fieldProps, pointerOfField } from './field-props.ts';
import { TextFromFile } from './text-from-file.tsx';
import { NativeChoice } from './native-choice.tsx';
import { SecretField } from './secret-field.tsx';
import { useFormFacts } from './form-frame.ts';
import type { FieldChoices } from './form-props.ts';
import { asCode } from '../theme.ts';

function PasswordWidget(props: WidgetProps) {
  const facts = useFormFacts();
  return (
    <SecretField
      {...fieldProps(props)}
      hasLines={props.schema.format === 'textarea'}
      value={props.value === undefined ? '' : String(props.value)}
      onChange={(text) => props.onChange(text === '' ? undefined : text)}
      onLeave={() => facts.leave(pointerOfField(props))}
    />
  );
}

function SelectWidget(props: WidgetProps) {
  const facts = useFormFacts();
  const options = (props.options.enumOptions ?? []).map((option) => ({
    value: option.value as Json,
    label: option.label,
  }));
  if (props.multiple === true) return <CheckboxesWidget {...props} />;
  return (
    <NativeChoice
      {...fieldProps(props)}
      value={props.value as Json | undefined}
      options={options}
      onChoose={(value) => {
        props.onChange(value);
        facts.choose(pointerOfField(props));
      }}
      onLeave={() => facts.leave(pointerOfField(props))}
    />
  );
}

function ChoiceWidget(props: WidgetProps) {
  const facts = useFormFacts();
  const pointer = pointerOfField(props);
  return (
    <ChoiceField
      {...fieldProps(props)}
      value={props.value as Json | undefined}
      choices={choicesAt(facts.choices, pointer)}
      label_={facts.labels[pointer]}
      onChoose={(value, label) => {
        props.onChange(value);
        facts.choose(pointer, label);
      }}
      onLeave={() => facts.leave(pointer)}
    />
  );
}

/** Options of every entry of a list are told once, with `*` in place of the entry's number. */
function choicesAt(choices: Readonly<Record<string, FieldChoices>>, pointer: string): FieldChoices {
  const ofEntries = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  return choices[pointer] ?? choices[ofEntries] ?? { state: 'loading' };
}

function TextareaWidget(props: WidgetProps) {
  const facts = useFormFacts();
  const most = props.schema.maxLength ?? 0;
  return (
    <div>
      <Textarea
        {...fieldProps(props)}
        autosize
        minRows={3}
        maxRows={12}
        value={props.value === undefined ? '' : String(props.value)}
        onChange={(event) =>
          props.onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)
        }
        onBlur={() => facts.leave(pointerOfField(props))}
      />
      {most >= textOfFiles && (
        <TextFromFile
          most={most}
          disabled={props.disabled === true || props.readonly === true}
          onText={(text) => {
            props.onChange(text);
            facts.choose(pointerOfField(props));
          }}
        />
      )}
    </div>
  );
}

/** A text that may be longer than anybody types comes out of a file. */
const textOfFiles = 100_000;

/** Text of a program: every sign as wide as the others, lines as they are typed, no words underlined. */
function CodeWidget(props: WidgetProps) {
  const facts = useFormFacts();
  return (
    <Textarea
      {...fieldProps(props)}
      autosize
      minRows={8}
      maxRows={24}
      attributes={asCode}
      wrap="off"
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', overflowX: 'auto' } }}
      value={props.value === undefined ? '' : String(props.value)}
      onChange={(event) =>
        props.onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)
      }
      onBlur={() => facts.leave(pointerOfField(props))}
    />
  );
}

function CheckboxWidget(props: WidgetProps) {
  const facts = useFormFacts();
  const { label, description, error, id, disabled } = fieldProps(props);
  return (
    <Checkbox
      id={id}
      label={label}
      description={description}
      error={error}
      disabled={disabled}
      checked={props.value === true}
      onChange={(event) => {
        props.onChange(event.currentTarget.checked);
        facts.choose(pointerOfField(props));
      }}
    />
  );
}

function CheckboxesWidget(props: WidgetProps) {
  const facts = useFormFacts();
  const { label, description, error, disabled, labelProps } = fieldProps(props);
  const options = props.options.enumOptions ?? [];
  const chosen: readonly unknown[] = Array.isArray(props.value) ? props.value : [];
  return (
    <Input.Wrapper
      role="group"
      label={label}
      labelElement="div"
      description={description}
      error={error}
      labelProps={labelProps}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <Group gap={12} mt={4}>
        {options.map((option, position) => (
          <Checkbox
            key={option.label}
            label={option.label}
            disabled={disabled}
            checked={chosen.includes(option.value)}
            onChange={(event) => {
              const how = event.currentTarget.checked
                ? enumOptionsSelectValue
                : enumOptionsDeselectValue;
              props.onChange(how(String(position), props.value as never, options));
              facts.choose(pointerOfField(props));
            }}
          />
        ))}
      </Group>
    </Input.Wrapper>
  );
}

export const widgets: RegistryWidgetsType = {
  PasswordWidget,
  SelectWidget,
  RadioWidget: SelectWidget,
  TextareaWidget,
  code: CodeWidget,
  CheckboxWidget,
  CheckboxesWidget,
  choice: ChoiceWidget,
};
