import { Button, Menu } from '@mantine/core';
import { ChevronDown, Plus } from 'lucide-react';
import { useLocation } from 'wouter';
import {
  canStart,
  operationsToChoose,
  settingsWithDefaults,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { addOnceOpen } from '../effects/add-once-open.ts';
import { useFlowActions } from '../effects/use-flow-actions.ts';
import { useListedFlows } from '../queries/listed-flows.ts';
import type { CameFrom } from '../state/catalogue-address.ts';
import { useWorkbench } from '../state/workbench.ts';
import { MenuScroll } from '../ui/menu-scroll.tsx';
import { useAskedFor } from './asked-for.ts';
import { useFlowName } from './use-flow-name.ts';
import css from './service.module.css';

interface UseButtonsProps {
  readonly component: Component;
  /** One thing that it can do, instead of all of it. */
  readonly operation?: Operation;
}

/** From looking to doing: into the flow that one came from, into another one, or a new one that begins with it. */
export function UseButtons({ component, operation }: UseButtonsProps) {
  const bench = useWorkbench();
  const [{ from }] = useAskedFor();
  const { beginWith } = useFlowActions();
  const [, navigate] = useLocation();
  const flow = useFlowName(from.flow);
  const isWanted = from.flow !== undefined;
  const isPart = operation !== undefined;
  const size = isPart ? 'compact-sm' : 'sm';
  const begins = (isPart ? [operation] : operationsToChoose(component)).some((each) =>
    canStart(each, settingsWithDefaults(each, {})),
  );
  const title = wordsOf(operation?.title);

  /** Of several such buttons on the page each says what it is of. */
  const spoken = (use: string) =>
    isPart && { 'aria-label': say('catalogue.use-of', { use, operation: title }) };

  function addTo(to: CameFrom): void {
    addOnceOpen(bench, to, component.id, operation?.id);
    navigate(`/flows/${to.flow ?? ''}`);
  }

  return (
    <div className={isPart ? css.partUses : css.uses}>
      {isWanted && (
        <Button
          size={size}
          leftSection={<Plus size={15} />}
          {...spoken(say('catalogue.use-in', { flow }))}
          onClick={() => addTo(from)}
        >
          {say('catalogue.use-in', { flow })}
        </Button>
      )}
      {begins && (
        <Button
          size={size}
          variant={isWanted || isPart ? 'default' : 'filled'}
          {...spoken(say('catalogue.use-new'))}
          onClick={() => void beginWith(component.id, operation?.id)}
        >
          {say('catalogue.use-new')}
        </Button>
      )}
      {!isWanted && <OwnFlowsMenu size={size} onChoose={(id) => addTo({ flow: id })} />}
      {!begins && !isWanted && <p className={css.later}>{say('catalogue.comes-later')}</p>}
    </div>
  );
}

const shownFlows = 12;

function OwnFlowsMenu({
  size,
  onChoose,
}: {
  readonly size: 'compact-sm' | 'sm';
  readonly onChoose: (flow: string) => void;
}) {
  const listed = useListedFlows();
  const flows =
    listed.kind === 'ready'
      ? listed.flows.filter(({ archivedAt }) => archivedAt === undefined)
      : [];
  if (flows.length === 0) return null;
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button size={size} variant="default" rightSection={<ChevronDown size={15} />}>
          {say('catalogue.use-in-one')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuScroll share={0.5}>
          {flows.slice(0, shownFlows).map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => onChoose(id)}>
              <bdi>{name}</bdi>
            </Menu.Item>
          ))}
        </MenuScroll>
      </Menu.Dropdown>
    </Menu>
  );
}
