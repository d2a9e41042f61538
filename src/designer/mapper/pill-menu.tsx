import { Menu } from '@mantine/core';
import { ArrowUpRight, Check, ListPlus, Pencil, RefreshCw, Replace, X } from 'lucide-react';
import type { Conversion } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import type { WhenEmpty } from './pill-facts.ts';

interface PillMenuProps {
  readonly broken: boolean;
  /** The step it comes from, when one can go there. */
  readonly source: string | undefined;
  /** Goes through a list: which of its entries. */
  readonly takesEntry: boolean;
  readonly whenEmpty: WhenEmpty | undefined;
  readonly onReplace: () => void;
  readonly onEdit: (() => void) | undefined;
  readonly onPick: (pick: 'first' | 'last' | 'each') => void;
  readonly onConvert: (() => void) | undefined;
  readonly onList: ((conversion: Conversion) => void) | undefined;
  readonly onWhenEmpty: (answer: WhenEmpty) => void;
  readonly onAddAfter: (() => void) | undefined;
  readonly onGoToSource: () => void;
  readonly onRemove: () => void;
}

const answers = ['leave-out', 'null', 'stop', 'use'] as const satisfies readonly WhenEmpty[];
const size = 14;

/** What can be done with the data of a pill: which entry, how it is written, what happens without it. */
export function PillMenu(props: PillMenuProps) {
  return (
    <>
      <Menu.Item leftSection={<Replace aria-hidden size={size} />} onClick={props.onReplace}>
        {say('mapper.pill-replace')}
      </Menu.Item>
      {props.onEdit !== undefined && (
        <Menu.Item leftSection={<Pencil aria-hidden size={size} />} onClick={props.onEdit}>
          {say('fill.pill-edit')}
        </Menu.Item>
      )}
      {!props.broken && props.onConvert !== undefined && (
        <Menu.Item leftSection={<RefreshCw aria-hidden size={size} />} onClick={props.onConvert}>
          {say('fill.pill-convert')}
        </Menu.Item>
      )}
      {props.onAddAfter !== undefined && (
        <Menu.Item leftSection={<ListPlus aria-hidden size={size} />} onClick={props.onAddAfter}>
          {say('fill.pill-add-after')}
        </Menu.Item>
      )}
      {props.source !== undefined && (
        <Menu.Item
          leftSection={<ArrowUpRight aria-hidden size={size} />}
          onClick={props.onGoToSource}
        >
          {say('fill.pill-go-to', { step: props.source })}
        </Menu.Item>
      )}
      <Menu.Item color="red" leftSection={<X aria-hidden size={size} />} onClick={props.onRemove}>
        {say('mapper.pill-remove')}
      </Menu.Item>
      {props.takesEntry && (
        <>
          <Menu.Divider />
          <Menu.Label>{say('mapper.pill-menu-take')}</Menu.Label>
          <Menu.Item onClick={() => props.onPick('first')}>{say('mapper.pill-first')}</Menu.Item>
          <Menu.Item onClick={() => props.onPick('last')}>{say('mapper.pill-last')}</Menu.Item>
          <Menu.Item onClick={() => props.onPick('each')}>{say('mapper.picked-all')}</Menu.Item>
          {props.onList !== undefined && (
            <Menu.Item onClick={() => props.onList?.({ name: 'join', by: ', ' })}>
              {say('mapper.pill-joined')}
            </Menu.Item>
          )}
        </>
      )}
      {props.whenEmpty !== undefined && (
        <>
          <Menu.Divider />
          <Menu.Label>{say('fill.empty-title')}</Menu.Label>
          {answers.map((answer) => (
            <Menu.Item
              key={answer}
              aria-current={answer === props.whenEmpty || undefined}
              rightSection={answer === props.whenEmpty && <Check aria-hidden size={size} />}
              onClick={() => props.onWhenEmpty(answer)}
            >
              {say(`fill.empty-${answer}`)}
            </Menu.Item>
          ))}
        </>
      )}
    </>
  );
}
