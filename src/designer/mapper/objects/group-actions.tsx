import { Button, Popover } from '@mantine/core';
import { Boxes, CircleOff, Eraser, Wand2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { kindsOf, type JsonPath, type JsonSchema } from '../../../shared/index.ts';
import { bindingAt } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { MatchWithin } from '../lists/match-within.tsx';
import { sourcesSeen, useDesk, useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { WholeGroup } from './whole-group.tsx';
import css from './objects.module.css';

interface GroupActionsProps {
  readonly path: JsonPath;
  /** The fields that can be filled. */
  readonly schema: JsonSchema;
  /** The group as it is described. */
  readonly whole: JsonSchema;
  readonly scope: readonly ListScope[];
}

/** What can be done with a whole group: match its fields by name, take a group as it is, leave it empty on purpose, clear it. */
export function GroupActions({ path, schema, whole, scope }: GroupActionsProps) {
  const desk = useMappingDesk();
  const isFilled = useDesk(({ binding }) => {
    const group = bindingAt(binding, path);
    return group?.kind === 'object' && Object.keys(group.props).length > 0;
  });
  const [isChoosing, setIsChoosing] = useState(false);
  const types = useMemo(() => sourcesSeen(desk, scope).toReversed(), [desk, scope]);
  const [isMatching, setIsMatching] = useState(false);
  const isWhole = path.length === 0;
  const isInCard = path.some((step) => typeof step === 'number');
  const hasFields = Object.keys(schema.properties ?? {}).length > 0;
  // A card's own menu has these.
  const isEntry = typeof path.at(-1) === 'number';
  if (desk.readOnly || isEntry) return null;
  return (
    <>
      <div className={css.actions}>
        {/* The form's own head matches all of it. */}
        {!isWhole && hasFields && types.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<Wand2 aria-hidden size={13} />}
            onClick={() =>
              isInCard ? setIsMatching(true) : desk.store.setState({ matching: path })
            }
          >
            {say('lists.match-group')}
          </Button>
        )}
        {types.length > 0 && (
          <Popover
            opened={isChoosing}
            onChange={setIsChoosing}
            position="bottom-start"
            trapFocus
            returnFocus
            withinPortal
          >
            <Popover.Target>
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<Boxes aria-hidden size={13} />}
                onClick={() => setIsChoosing(!isChoosing)}
              >
                {say('lists.use-whole')}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              {isChoosing && (
                <WholeGroup
                  wanted={whole}
                  scope={scope}
                  onChoose={(binding) => {
                    setIsChoosing(false);
                    desk.set(path, binding);
                  }}
                />
              )}
            </Popover.Dropdown>
          </Popover>
        )}
        {!isWhole && kindsOf(whole, desk.root).nullable && !kindsOf(whole, desk.root).open && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<CircleOff aria-hidden size={13} />}
            onClick={() => desk.set(path, { kind: 'literal', value: null })}
          >
            {say('lists.empty-on-purpose')}
          </Button>
        )}
        {isFilled && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<Eraser aria-hidden size={13} />}
            onClick={() => desk.set(path, undefined)}
          >
            {say('lists.clear')}
          </Button>
        )}
      </div>
      {isMatching && (
        <MatchWithin
          path={path}
          schema={schema}
          types={types}
          onClose={() => setIsMatching(false)}
        />
      )}
    </>
  );
}
