import { Menu } from '@mantine/core';
import { ArrowRight, FlaskConical, Forward, Plus, Power, SquarePen, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { operationOf, inPort, outPort, upstreamOf } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { indexOf } from '../state/step-index.ts';
import { useDocument, useSamples, useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { focusPalette, focusStep, focusStepPanel } from '../ui/focus.ts';
import type { CanvasState } from './canvas-store.ts';
import { validTargets } from './connect.ts';
import { portsOf } from '../state/step-ports.ts';
import { useRemove } from './use-remove.ts';

interface OpenStepMenuProps {
  readonly at: NonNullable<CanvasState['menu']>;
  readonly onClose: () => void;
}

/** All that can be done to a step, by mouse and by keyboard. */
export function OpenStepMenu({ at, onClose }: OpenStepMenuProps) {
  return (
    <Menu
      opened
      onClose={() => {
        onClose();
        focusStep(at.step);
      }}
      position="bottom-start"
      width={230}
      closeOnItemClick={false}
      trapFocus
      returnFocus={false}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Items step={at.step} onDone={onClose} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items({ step: id, onDone }: { readonly step: string; readonly onDone: () => void }) {
  const { document, view, runs, catalog, toasts, newId } = useWorkbench();
  const remove = useRemove();
  const [connecting, setConnecting] = useState<string>();
  const targetsLabel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The chosen item is gone with its list: the keyboard goes on in the new one.
    if (connecting !== undefined)
      targetsLabel.current?.parentElement?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [connecting]);
  const flow = useDocument((state) => state.flow);
  const step = flow && indexOf(flow).steps.get(id)?.step;
  const before = flow === undefined ? [] : upstreamOf(flow, id);
  const hasSamples = useSamples(({ byStep }) => before.every((one) => byStep[one] !== undefined));
  if (flow === undefined || step === undefined) return null;
  const { out } = portsOf(step, operationOf(step, catalog));

  function done(act: () => void) {
    onDone();
    act();
  }

  if (connecting !== undefined) {
    const targets = validTargets(flow, catalog, id, connecting);
    return (
      <>
        <Menu.Label ref={targetsLabel}>{say('canvas.connect-to')}</Menu.Label>
        {targets.size === 0 && <Menu.Item disabled>{say('canvas.connect-none')}</Menu.Item>}
        {flow.steps
          .filter((other) => targets.has(other.id))
          .slice(0, 50)
          .map((other) => (
            <Menu.Item
              key={other.id}
              leftSection={<ComponentIcon component={other.component} size={18} />}
              onClick={() =>
                done(() => {
                  const edge = {
                    id: newId(),
                    from: id,
                    fromPort: connecting,
                    to: other.id,
                    toPort: inPort,
                  };
                  const applied = document.apply({ type: 'edge.connect', edge });
                  if (!applied.ok)
                    toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
                  focusStep(id);
                })
              }
            >
              {other.name}
            </Menu.Item>
          ))}
      </>
    );
  }
  return (
    <>
      <Menu.Item
        leftSection={<SquarePen size={15} />}
        onClick={() =>
          done(() => {
            view.selectStep(id);
            view.setState({ narrowTab: 'step' });
            focusStepPanel();
          })
        }
      >
        {say('canvas.open')}
      </Menu.Item>
      {out.map((port) => (
        <Menu.Item
          key={`add-${port.id}`}
          leftSection={<Plus size={15} />}
          onClick={() =>
            done(() => {
              view.setState({ insertAt: { after: id, port: port.id }, paletteOpen: true });
              focusPalette();
            })
          }
        >
          {withPort(say('canvas.add-step-after'), port.title)}
        </Menu.Item>
      ))}
      {out.map((port) => (
        <Menu.Item
          key={`to-${port.id}`}
          leftSection={<ArrowRight size={15} />}
          onClick={() => setConnecting(port.id)}
        >
          {withPort(say('canvas.connect-to'), port.title)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<FlaskConical size={15} />}
        onClick={() =>
          done(() => void runs.start({ kind: 'up-to', step: id }, { firstRecords: 5 }))
        }
      >
        {say('canvas.test-up-to')}
      </Menu.Item>
      {before.length > 0 && (
        <Menu.Item
          leftSection={<Forward size={15} />}
          disabled={!hasSamples}
          onClick={() =>
            done(() => void runs.start({ kind: 'from', step: id }, { firstRecords: 5 }))
          }
        >
          {say(hasSamples ? 'canvas.continue-from' : 'canvas.continue-from-missing')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<Power size={15} />}
        onClick={() =>
          done(() => {
            document.apply({ type: 'step.set-enabled', step: id, enabled: step.disabled === true });
            focusStep(id);
          })
        }
      >
        {say(step.disabled === true ? 'canvas.switch-on' : 'canvas.switch-off')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        color="var(--fb-red)"
        leftSection={<Trash2 size={15} />}
        onClick={() => done(() => remove.steps([id]))}
      >
        {say('canvas.delete-step')}
      </Menu.Item>
    </>
  );
}

function withPort(words: string, port: string): string {
  return port === '' || port === outPort ? words : `${words} · ${port}`;
}
