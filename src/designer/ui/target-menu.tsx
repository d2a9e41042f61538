import { Menu, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { Fragment, useEffect, useMemo, useRef, useState } from 'react';
import { searchWords } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import type { CommandTarget } from '../effects/commands/command.ts';
import { offersFor, type Offer } from '../effects/commands/commands.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { CommandItem } from './command-item.tsx';
import { ComponentIcon } from './component-icon.tsx';
import { MenuScroll } from './menu-scroll.tsx';
import { Swatch } from './notes/swatch.tsx';

interface TargetMenuProps {
  readonly target: CommandTarget;
  /** On the screen. */
  readonly at: { readonly x: number; readonly y: number };
  /** Gives the focus back to where the menu was opened. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

const mostChoices = 50;
/** Fewer are seen at a glance. */
const searchedFrom = 8;
/** Of the window's height: the menu is no higher, and begins so far up that it fits. */
const share = 0.6;

function topFor(y: number): number {
  return Math.min(y, innerHeight * (0.96 - share));
}

/** All that can be done to a step, to several or to a connection, by mouse and by keyboard. */
export function TargetMenu({ target, at, onBack, onClose }: TargetMenuProps) {
  const bench = useWorkbench();
  const [asked, setAsked] = useState<Offer>();

  function run({ command, target: chosen }: Offer, choice?: string) {
    onClose();
    // What the command gives the focus to takes it after that.
    if (command.removes !== true) onBack();
    command.act(bench, chosen, choice);
  }

  return (
    <Menu
      opened
      onClose={() => {
        onClose();
        onBack();
      }}
      position="bottom-start"
      width={230}
      closeOnItemClick={false}
      trapFocus
      returnFocus={false}
      // A key outside closes it by the kit's default: the one that opened it is such a key.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <span
          aria-hidden
          style={{ position: 'fixed', left: at.x, top: topFor(at.y), width: 1, height: 1 }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuScroll share={share}>
          {asked === undefined ? (
            <Offers
              target={target}
              onChoose={(offer) =>
                offer.command.choices === undefined ? run(offer) : setAsked(offer)
              }
            />
          ) : (
            <Choices of={asked} onChoose={(choice) => run(asked, choice)} />
          )}
        </MenuScroll>
      </Menu.Dropdown>
    </Menu>
  );
}

interface OffersProps {
  readonly target: CommandTarget;
  readonly onChoose: (offer: Offer) => void;
}

function Offers({ target, onChoose }: OffersProps) {
  const bench = useWorkbench();
  useDocument((state) => state.flow);
  const offers = offersFor(bench, target, 'flow');
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

/** Among many, by typing: the first ones are shown, a further letter brings the others. */
function Choices({ of: { command, target }, onChoose }: ChoicesProps) {
  const bench = useWorkbench();
  const label = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [choices] = useState(() => command.choices?.(bench, target) ?? []);
  const find = useMemo(
    () => searchWords(choices.map((item) => ({ item, texts: [{ text: item.title, weight: 1 }] }))),
    [choices],
  );
  const isMany = choices.length > searchedFrom;
  useEffect(() => {
    // The chosen item is gone with its list: the keyboard goes on in the new one.
    label.current?.parentElement?.querySelector<HTMLElement>('input, [role="menuitem"]')?.focus();
  }, []);
  const found = find(text);
  return (
    <>
      <Menu.Label ref={label}>{command.title(bench, target)}</Menu.Label>
      {isMany && (
        <TextInput
          size="xs"
          m={4}
          type="search"
          aria-label={say('canvas.choices-search')}
          placeholder={say('canvas.choices-search')}
          leftSection={<Search size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {choices.length === 0 && <Menu.Item disabled>{say('canvas.connect-none')}</Menu.Item>}
      {found.slice(0, mostChoices).map(({ item: { id, title, component, colour } }) => (
        <Menu.Item
          key={id}
          {...(component !== undefined && {
            leftSection: <ComponentIcon component={component} size={18} />,
          })}
          {...(colour !== undefined && { leftSection: <Swatch colour={colour} /> })}
          onClick={() => onChoose(id)}
        >
          {title}
        </Menu.Item>
      ))}
      {isMany && (
        <Menu.Label role="status">
          {found.length === 0
            ? say('canvas.choices-none', { text })
            : found.length > mostChoices &&
              say('canvas.choices-more', { count: found.length - mostChoices })}
        </Menu.Label>
      )}
    </>
  );
}
