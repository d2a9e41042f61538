import { Menu } from '@mantine/core';
import { Fragment, useEffect, useRef, useState } from 'react';
import { say } from '../../words/index.ts';
import { focusedTarget, offersFor, type Offer } from '../effects/commands/commands.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { CommandItem } from '../ui/command-item.tsx';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { focusStep } from '../ui/focus.ts';
import type { CanvasState } from './canvas-store.ts';

interface OpenStepMenuProps {
  readonly at: NonNullable<CanvasState['menu']>;
  readonly onClose: () => void;
}

const mostChoices = 50;

/** All that can be done to a step, or to all that are selected with it, by mouse and by keyboard. */
export function OpenStepMenu({ at, onClose }: OpenStepMenuProps) {
  const bench = useWorkbench();
  const [asked, setAsked] = useState<Offer>();

  function run({ command, target }: Offer, choice?: string) {
    onClose();
    // What the command gives the focus to takes it after that.
    if (command.removes !== true) focusStep(at.step);
    command.act(bench, target, choice);
  }

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
        <span
          aria-hidden
          style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {asked === undefined ? (
          <Offers
            step={at.step}
            onChoose={(offer) =>
              offer.command.choices === undefined ? run(offer) : setAsked(offer)
            }
          />
        ) : (
          <Choices of={asked} onChoose={(choice) => run(asked, choice)} />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface OffersProps {
  readonly step: string;
  readonly onChoose: (offer: Offer) => void;
}

function Offers({ step, onChoose }: OffersProps) {
  const bench = useWorkbench();
  useDocument((state) => state.flow);
  const offers = offersFor(bench, focusedTarget(bench, step), 'flow');
  return offers.map((offer, at) => (
    <Fragment key={`${offer.id} ${offer.target.port ?? ''}`}>
      {at > 0 && offers[at - 1]?.command.part !== offer.command.part && <Menu.Divider />}
      <CommandItem id={offer.id} target={offer.target} onClick={() => onChoose(offer)} />
    </Fragment>
  ));
}

interface ChoicesProps {
  readonly of: Offer;
  readonly onChoose: (choice: string) => void;
}

function Choices({ of: { command, target }, onChoose }: ChoicesProps) {
  const bench = useWorkbench();
  const label = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The chosen item is gone with its list: the keyboard goes on in the new one.
    label.current?.parentElement?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, []);
  const choices = command.choices?.(bench, target) ?? [];
  return (
    <>
      <Menu.Label ref={label}>{command.title(bench, target)}</Menu.Label>
      {choices.length === 0 && <Menu.Item disabled>{say('canvas.connect-none')}</Menu.Item>}
      {choices.slice(0, mostChoices).map(({ id, title, component }) => (
        <Menu.Item
          key={id}
          {...(component !== undefined && {
            leftSection: <ComponentIcon component={component} size={18} />,
          })}
          onClick={() => onChoose(id)}
        >
          {title}
        </Menu.Item>
      ))}
    </>
  );
}
