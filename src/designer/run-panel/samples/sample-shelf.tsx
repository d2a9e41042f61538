import { ActionIcon, Menu, NativeSelect, Tooltip } from '@mantine/core';
import { Ellipsis, FileJson, PenLine, Pin, PinOff, Sparkles, Trash2, Unplug } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { say } from '../../../words/index.ts';
import { currentOf, shelfOf } from '../../state/sample-shelf.ts';
import { showsItsSample } from '../../../flow/index.ts';
import type { ShelfSample } from '../../../storage/contract.ts';
import { useDocument, useSamples, useShelves, useWorkbench } from '../../state/workbench.ts';
import { Notice } from '../../ui/notice.tsx';
import { toRelativeTime } from '../../ui/relative-time.ts';
import { useNow } from '../use-now.ts';
import { inventedOf, type StepFacts } from '../use-step-facts.ts';
import css from './samples.module.css';

const HandWritten = lazy(() =>
  import('./hand-written.tsx').then(({ HandWritten }) => ({ default: HandWritten })),
);
const RenameSample = lazy(() =>
  import('./rename-sample.tsx').then(({ RenameSample }) => ({ default: RenameSample })),
);

/** Which of the step's samples is in use, and what can be done with it. */
export function SampleShelf({ facts }: { readonly facts: StepFacts }) {
  const bench = useWorkbench();
  const { sampleCommands, toasts } = bench;
  const step = facts.step.id;
  // The shelf is made of all three; any of them may change.
  useShelves(({ byStep }) => byStep[step]);
  useSamples(({ byStep }) => byStep[step]);
  useDocument(({ flow }) => flow?.samples);
  const readOnly = useDocument((state) => state.readOnly);
  const now = useNow(true, 30_000);
  const [dialog, setDialog] = useState<'hand' | 'rename'>();
  const shelf = shelfOf(bench, step);
  const current = currentOf(shelf);
  const example = inventedOf(
    showsItsSample(facts.step, facts.operation) ? facts.operation?.sample.output : undefined,
    facts.output,
  );
  const nameOf = (sample: ShelfSample) => sampleName(sample, now);

  async function remove(sample: ShelfSample) {
    const putBack = await sampleCommands.remove(step, sample.id);
    toasts.show({
      text: say('samples.deleted', { name: nameOf(sample) }),
      action: { label: say('common.undo'), run: putBack },
    });
  }

  return (
    <section className={css.shelf} aria-label={say('samples.in-use')}>
      <div className={css.bar}>
        <NativeSelect
          className={css.choice}
          size="xs"
          label={say('samples.in-use')}
          disabled={readOnly || shelf.samples.length === 0}
          value={current?.id ?? ''}
          onChange={(event) => void sampleCommands.choose(step, event.currentTarget.value)}
          data={
            shelf.samples.length === 0
              ? [{ value: '', label: say('samples.none') }]
              : shelf.samples.map((sample) => ({
                  value: sample.id,
                  label: say('samples.option', { name: nameOf(sample), count: sample.count }),
                }))
          }
        />
        {current !== undefined && (
          <Tooltip label={say(current.pinned ? 'samples.unpin' : 'samples.pin')}>
            <ActionIcon
              size={30}
              variant={current.pinned ? 'light' : 'default'}
              aria-pressed={current.pinned}
              aria-label={say(current.pinned ? 'samples.unpin' : 'samples.pin')}
              disabled={readOnly}
              onClick={() => sampleCommands.change(step, current.id, { pinned: !current.pinned })}
            >
              {current.pinned ? <PinOff size={15} /> : <Pin size={15} />}
            </ActionIcon>
          </Tooltip>
        )}
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon
              size={30}
              variant="default"
              aria-label={say('samples.more')}
              disabled={readOnly}
            >
              <Ellipsis size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<FileJson size={15} />} onClick={() => setDialog('hand')}>
              {say('samples.write-by-hand')}
            </Menu.Item>
            <Menu.Item
              leftSection={<Sparkles size={15} />}
              disabled={example === undefined}
              onClick={() => example !== undefined && void sampleCommands.useExample(step, example)}
            >
              {say('samples.use-example')}
            </Menu.Item>
            {facts.operation?.branches === undefined && (
              <Menu.Item
                leftSection={<Unplug size={15} />}
                disabled={current === undefined && shelf.leftOut !== true}
                onClick={() => sampleCommands.leaveOut(step, shelf.leftOut !== true)}
              >
                {say(shelf.leftOut === true ? 'samples.take-in' : 'samples.leave-out')}
              </Menu.Item>
            )}
            {current !== undefined && (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={<PenLine size={15} />} onClick={() => setDialog('rename')}>
                  {say('samples.rename')}
                </Menu.Item>
                <Menu.Item
                  color="var(--fb-red)"
                  leftSection={<Trash2 size={15} />}
                  onClick={() => void remove(current)}
                >
                  {say('samples.delete')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      {shelf.leftOut === true ? (
        <Notice tone="open">{say('samples.left-out')}</Notice>
      ) : (
        current?.pinned === true && <p className={css.said}>{say('samples.pinned')}</p>
      )}
      <Suspense>
        {dialog === 'hand' && (
          <HandWritten facts={facts} example={example} onClose={() => setDialog(undefined)} />
        )}
        {dialog === 'rename' && current !== undefined && (
          <RenameSample
            name={current.name ?? ''}
            onClose={() => setDialog(undefined)}
            onRename={(name) => sampleCommands.change(step, current.id, { name })}
          />
        )}
      </Suspense>
    </section>
  );
}

function sampleName({ name, origin, at }: ShelfSample, now: number): string {
  return name ?? say(`samples.${origin}`, { when: toRelativeTime(at, now) });
}
