import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { writeJson, type Json } from '../../../shared/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import { useSamples, useWorkbench } from '../../state/workbench.ts';
import { Notice } from '../../ui/notice.tsx';
import type { StepFacts } from '../use-step-facts.ts';
import { readSampleText, type ReadSample } from './read-sample-text.ts';
import { asCode } from '../../ui/theme.ts';
import css from './samples.module.css';

interface HandWrittenProps {
  readonly facts: StepFacts;
  readonly example: Json | undefined;
  readonly onClose: () => void;
}

/** A sample as text: what cannot be read is refused at its line, what does not fit the step is said and may be kept. */
export function HandWritten({ facts, example, onClose }: HandWrittenProps) {
  const { sampleCommands } = useWorkbench();
  const known = useSamples(({ byStep }) => byStep[facts.step.id]?.messages[0]);
  const [name, setName] = useState('');
  const [text, setText] = useState(() => writeJson(known ?? example ?? {}, 2));
  const [read, setRead] = useState<ReadSample>();
  const messages = read?.messages;

  function use() {
    const now = readSampleText(text, facts.output);
    setRead(now);
    // What does not fit is said first; a second press says that it is meant so.
    if (now.messages === undefined || (now.misfits.length > 0 && messages === undefined)) return;
    void sampleCommands.writeByHand(facts.step.id, name, now.messages);
    onClose();
  }

  return (
    <Modal opened size={620} title={say('samples.hand-title')} onClose={onClose}>
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label={say('samples.hand-label', { step: facts.step.name })}
          description={say('samples.hand-help')}
          autosize
          minRows={8}
          maxRows={18}
          attributes={asCode}
          spellCheck={false}
          classNames={{ input: css.code ?? '' }}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setRead(undefined);
          }}
        />
        {read !== undefined && read.misfits.length > 0 && (
          <Notice tone={messages === undefined ? 'wrong' : 'open'}>
            <ul className={css.misfits}>
              {read.misfits.map(({ line, what }) => (
                <li key={`${String(line)} ${sayWording(what)}`}>
                  {say('samples.line', { line, what: sayWording(what) })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <TextInput
          label={say('samples.hand-name')}
          placeholder={say('samples.by-hand')}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <Button onClick={use}>
            {say(
              messages !== undefined && read !== undefined && read.misfits.length > 0
                ? 'samples.hand-save-anyway'
                : 'samples.hand-save',
            )}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
