import { Button } from '@mantine/core';
import { Wand2 } from 'lucide-react';
import { useEffect, useRef, useState, type PointerEvent, type SyntheticEvent } from 'react';
import { wordsOf, type JsonPath } from '../../../shared/index.ts';
import type { Condition } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { ConditionForm } from '../condition-form.tsx';
import type { SlotFacts } from '../desk/desk-state.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { fieldKindOf } from '../model/field-kind.ts';
import { FreePlace } from '../objects/free-place.tsx';
import { GroupFields } from '../objects/group-fields.tsx';
import { BranchList } from '../branches/branch-list.tsx';
import { FieldPlace } from './field-place.tsx';
import { FilterBar } from './filter-bar.tsx';
import { createNearWatch, NearContext, type NearWatch } from './near.ts';
import css from './fields.module.css';

interface FieldsRegionProps {
  readonly facts: SlotFacts;
  readonly onCondition: (condition: Condition | undefined) => void;
}

const whole: JsonPath = [];
const noScope: readonly ListScope[] = [];

/** "What <operation> needs": the form of the consumed input, or the rows of a condition. */
export function FieldsRegion({ facts, onCondition }: FieldsRegionProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const near = useNearWatch(scroller);
  const looksAt = useLookedAtField();
  if (facts.kind === 'condition' || facts.kind === 'branches')
    return (
      <div ref={scroller} className={css.scroller}>
        {facts.kind === 'branches' ? <BranchList /> : <SlotCondition onChange={onCondition} />}
      </div>
    );
  return (
    <>
      <FieldsHead facts={facts} />
      <NearContext value={near}>
        <div ref={scroller} className={css.scroller} {...looksAt}>
          <Fields facts={facts} />
        </div>
      </NearContext>
    </>
  );
}

function FieldsHead({ facts }: { readonly facts: SlotFacts }) {
  const desk = useMappingDesk();
  const hasFields = fieldKindOf(desk.root, desk.root) === 'group';
  return (
    <header className={css.head}>
      <div className={css.title}>
        <h3 className={css.regionTitle}>
          {say('mapper.fields-title', { operation: facts.operationTitle })}
        </h3>
        {desk.sources.length > 0 && (
          <Button
            size="xs"
            variant="light"
            data-guide="match"
            leftSection={<Wand2 aria-hidden size={14} />}
            disabled={desk.readOnly}
            onClick={() => desk.store.setState({ matching: whole })}
          >
            {say('mapper.match-all')}
          </Button>
        )}
      </div>
      {hasFields && <FilterBar />}
    </header>
  );
}

function Fields({ facts }: { readonly facts: SlotFacts }) {
  const { root } = useMappingDesk();
  const isByField = useDesk(({ binding }) => binding === undefined || binding.kind === 'object');
  return (
    <>
      <FreePlace path={whole} />
      {fieldKindOf(root, root) === 'group' && isByField ? (
        <GroupFields path={whole} schema={root} scope={noScope} />
      ) : (
        <FieldPlace
          path={whole}
          label={wordsOf(facts.title)}
          schema={root}
          required={false}
          scope={noScope}
        />
      )}
    </>
  );
}

function SlotCondition({ onChange }: { readonly onChange: (next: Condition | undefined) => void }) {
  const condition = useDesk((state) => state.condition);
  return <ConditionForm condition={condition} onChange={onChange} />;
}

function useNearWatch(scroller: React.RefObject<HTMLElement | null>): NearWatch | undefined {
  const [near, setNear] = useState<NearWatch | undefined>(undefined);
  useEffect(() => {
    if (scroller.current === null) return undefined;
    const watch = createNearWatch(scroller.current);
    setNear(watch);
    return () => watch.end();
  }, [scroller]);
  return near;
}

/** The field below the pointer, or the one with the focus: its data is lit. */
function useLookedAtField() {
  const { store } = useMappingDesk();
  const look = (target: EventTarget | null) => {
    const field =
      target instanceof Element
        ? target.closest<HTMLElement>('[data-place]')?.dataset['place']
        : undefined;
    if (field !== store.getState().lookedAt.field)
      store.setState({ lookedAt: field === undefined ? {} : { field } });
  };
  return {
    onPointerOver: (event: PointerEvent) => event.pointerType === 'mouse' && look(event.target),
    onPointerLeave: () => look(document.activeElement),
    onFocus: (event: SyntheticEvent) => look(event.target),
  };
}
