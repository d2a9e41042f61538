import { Button, NativeSelect, NumberInput, Popover, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import {
  choicesOf,
  isJsonList,
  itemsOf,
  kindsOf,
  type Json,
  type JsonSchema,
} from '../../shared/index.ts';
import { conversionDescriptors, conversionSchema, type Conversion } from '../../mapping/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { useMappingDesk, type MappingDesk } from './mapping-desk.ts';
import { optionWords } from './option-words.ts';
import css from './conversion-chip.module.css';

interface ConversionChipProps {
  readonly conversion: Conversion;
  readonly onChange: (conversion: Conversion) => void;
  readonly onRemove: () => void;
  /** Opens at once: it was just added and wants to be told more. */
  readonly startsOpen?: boolean;
  /** What comes out with other options, in words. */
  readonly preview?: (conversion: Conversion) => string;
  readonly onClose?: () => void;
}

/** One conversion on a pill, in plain words; it opens to change its options or take it away. */
export function ConversionChip(props: ConversionChipProps) {
  const { conversion, onChange, onRemove, startsOpen = false, preview, onClose } = props;
  const descriptor = conversionDescriptors.find(({ name }) => name === conversion.name);
  const label = sayWording({ code: descriptor?.code ?? '', params: {} });
  const [draft, setDraft] = useState<Readonly<Record<string, Json>>>(
    conversion as unknown as Record<string, Json>,
  ); // a conversion is plain data
  const [isOpen, setIsOpen] = useState(startsOpen);
  const options = Object.entries(descriptor?.options?.properties ?? {}).filter(([, schema]) =>
    isSimple(schema),
  );
  const option = shownOption(conversion);
  const parsed = conversionSchema.safeParse(draft);
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => {
        setIsOpen(opened);
        if (!opened) onClose?.();
      }}
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={css.chip}
          aria-label={say('mapper.chip-options', { conversion: label })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {option === '' ? label : label.replace(/ …$/, '')}
          {option}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={css.chipForm}
          onSubmit={(event) => {
            event.preventDefault();
            if (!parsed.success) return;
            setIsOpen(false);
            onClose?.();
            onChange(parsed.data);
          }}
        >
          {options.map(([key, schema]) => (
            <OptionInput
              key={key}
              option={key}
              label={sayWording({ code: `mapping.convert-option-${key}`, params: {} })}
              schema={schema}
              value={draft[key]}
              onChange={(value) => {
                const { [key]: _old, ...others } = draft;
                const isUnset =
                  value === '' &&
                  !(descriptor?.options?.required ?? []).includes(key) &&
                  choicesOf(schema, schema)?.includes('') !== true;
                setDraft(isUnset ? others : { ...others, [key]: value });
              }}
            />
          ))}
          {preview !== undefined && parsed.success && (
            <p className={css.made} role="status">
              → {preview(parsed.data)}
            </p>
          )}
          <div className={css.chipActions}>
            {options.length > 0 && (
              <Button size="xs" type="submit" disabled={!parsed.success}>
                {say('mapper.pill-apply')}
              </Button>
            )}
            <Button
              size="xs"
              variant="subtle"
              color="red"
              aria-label={say('mapper.chip-remove', { conversion: label })}
              onClick={onRemove}
            >
              {say('mapper.pill-remove')}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

interface OptionInputProps {
  readonly option: string;
  readonly label: string;
  readonly schema: JsonSchema;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
}

function OptionInput({ option, label, schema, value, onChange }: OptionInputProps) {
  const desk = useMappingDesk();
  const list = useId();
  const choices = choicesOf(schema, schema);
  if (isListOfWords(schema)) return <WordsInput label={label} value={value} onChange={onChange} />;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (choices !== undefined) {
    return (
      <NativeSelect
        size="xs"
        label={label}
        data={[
          ...(choices.includes('') ? [] : [{ value: '', label: optionWords(option, '') }]),
          ...choices.map((choice) => ({
            value: String(choice),
            label: optionWords(option, String(choice)),
          })),
        ]}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  if (kindsOf(schema, schema).kinds.has('integer')) {
    return (
      <NumberInput
        size="xs"
        label={label}
        value={Number(text)}
        allowDecimal={false}
        onChange={(next) => onChange(Number(next))}
      />
    );
  }
  const offered = offeredFor(option, schema);
  return (
    <>
      <TextInput
        size="xs"
        label={label}
        placeholder={placeholderFor(option, desk)}
        list={offered.length === 0 ? undefined : list}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {offered.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </>
  );
}

interface WordsInputProps {
  readonly label: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
}

/** Several words in one line, with commas between them. */
function WordsInput({ label, value, onChange }: WordsInputProps) {
  const [typed, setTyped] = useState(() => (isJsonList(value) ? value.map(String).join(', ') : ''));
  return (
    <TextInput
      size="xs"
      label={label}
      description={say('mapper.chip-words')}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const words = currentTarget.value.split(',').map((word) => word.trim());
        const given = words.filter((word) => word !== '');
        onChange(given.length === 0 ? '' : given);
      }}
    />
  );
}

/** What is offered while a person types: examples of the option, or all time zones. */
function offeredFor(option: string, schema: JsonSchema): readonly string[] {
  if (option === 'zone') return Intl.supportedValuesOf('timeZone');
  return (schema.examples ?? []).map(String);
}

/** What counts when nothing is said: the flow's own. */
function placeholderFor(
  option: string,
  { locale, timeZone }: Pick<MappingDesk, 'locale' | 'timeZone'>,
): string | undefined {
  return option === 'zone' ? timeZone : option === 'locale' ? locale : undefined;
}

/** Rows of a table are edited as a value table, not in a chip. */
function isSimple(schema: JsonSchema): boolean {
  return !kindsOf(schema, schema).kinds.has('array') || isListOfWords(schema);
}

function isListOfWords(schema: JsonSchema): boolean {
  const items = itemsOf(schema, schema);
  return items !== undefined && kindsOf(items, items).kinds.has('string');
}

/** The option that matters most, behind the name: "Date as text DD.MM.YYYY". */
function shownOption(conversion: Conversion): string {
  if ('format' in conversion && conversion.format !== undefined) return ` ${conversion.format}`;
  if ('by' in conversion) return ` ${say('common.quoted', { text: conversion.by })}`;
  if ('value' in conversion && typeof conversion.value === 'string')
    return ` ${say('common.quoted', { text: conversion.value })}`;
  return '';
}
