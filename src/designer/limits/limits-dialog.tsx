import { Button, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { HardDrive, RotateCcw } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import {
  runLimitNames,
  runLimits,
  type RunLimitName,
  type RunLimitsOfFlow,
} from '../../flow/index.ts';
import { say, sayWording, spokenLocale } from '../../words/index.ts';
import { showWithUndo } from '../effects/way-back.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { withLimit, wrongLimits, type Entered } from './entered-limits.ts';

/** What a run of the flow may take: one change of the flow, when it is set. */
export function LimitsDialog({ onClose }: { readonly onClose: () => void }) {
  const { document, toasts, view } = useWorkbench();
  const limits = useDocument((state) => state.flow?.limits);
  const readOnly = useDocument((state) => state.readOnly);
  const [entered, setEntered] = useState<Entered>(() => enteredOf(limits));
  const [isTried, setTried] = useState(false);
  const form = useId();
  const wrong = wrongLimits(entered);

  function set(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (wrong.size > 0) return;
    const next = runLimitNames.reduce<RunLimitsOfFlow | undefined>(
      (all, name) => withLimit(all, name, entered[name]),
      limits,
    );
    onClose();
    if (isSame(limits, next)) return;
    const done = document.apply({ type: 'flow.set-limits', limits: next });
    if (done.ok) showWithUndo({ document, toasts }, say('limits.saved'));
    else toasts.show({ text: sayWording(done.reason), tone: 'trouble' });
  }

  return (
    <Modal opened onClose={onClose} title={say('limits.title')} size={480}>
      <form id={form} onSubmit={set} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {say('limits.text')}
          </Text>
          {runLimitNames.map((name) => (
            <LimitField
              key={name}
              name={name}
              value={entered[name]}
              isWrong={wrong.has(name) && isTried}
              readOnly={readOnly}
              onChange={(value) => setEntered({ ...entered, [name]: value })}
              onLeave={() => setTried(true)}
            />
          ))}
          {!readOnly && Object.values(entered).some((value) => value !== '') && (
            <div>
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<RotateCcw size={13} />}
                onClick={() => setEntered(enteredOf(undefined))}
              >
                {say('limits.usual')}
              </Button>
            </div>
          )}
          <div>
            <Text size="sm" c="dimmed" mb={6}>
              {say('limits.browser')}
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<HardDrive size={13} />}
              onClick={() => view.setState({ dialog: 'room' })}
            >
              {say('workspace.room-open')}
            </Button>
          </div>
        </Stack>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {say(readOnly ? 'common.close' : 'common.cancel')}
          </Button>
          {!readOnly && <Button type="submit">{say('limits.save')}</Button>}
        </DialogFoot>
      </form>
    </Modal>
  );
}

interface LimitFieldProps {
  readonly name: RunLimitName;
  readonly value: string | number;
  readonly isWrong: boolean;
  readonly readOnly: boolean;
  readonly onChange: (value: string | number) => void;
  readonly onLeave: () => void;
}

function LimitField({ name, value, isWrong, readOnly, onChange, onLeave }: LimitFieldProps) {
  const { usual, most } = runLimits[name];
  const [group = ','] = (1_111_111).toLocaleString(spokenLocale()).match(/\D/) ?? [];
  const help = needsHelp(name) ? `${say(`limits.${name}-help`)} ` : '';
  return (
    <NumberInput
      label={say(`limits.${name}`)}
      description={`${help}${say('limits.range', { usual, most })}`}
      error={isWrong && say('limits.impossible', { most })}
      placeholder={usual.toLocaleString(spokenLocale())}
      thousandSeparator={group}
      decimalSeparator={group === '.' ? ',' : '.'}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      hideControls
      disabled={readOnly}
      value={value}
      onChange={onChange}
      onBlur={onLeave}
    />
  );
}

type LimitWithHelp = {
  [Name in RunLimitName]: (typeof runLimits)[Name]['needsHelp'] extends true ? Name : never;
}[RunLimitName];

function needsHelp(name: RunLimitName): name is LimitWithHelp {
  return runLimits[name].needsHelp;
}

function enteredOf(limits: RunLimitsOfFlow | undefined): Entered {
  return Object.fromEntries(runLimitNames.map((name) => [name, limits?.[name] ?? ''])) as Entered; // all names are in it
}

function isSame(one: RunLimitsOfFlow | undefined, other: RunLimitsOfFlow | undefined): boolean {
  return runLimitNames.every((name) => one?.[name] === other?.[name]);
}
