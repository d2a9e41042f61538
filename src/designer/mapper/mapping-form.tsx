import { Button, Drawer, SegmentedControl } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { Wand2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { wordsOf, type JsonPath } from '../../shared/index.ts';
import type { Condition } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { ConditionForm } from './condition-form.tsx';
import { DataPanel } from './data-panel.tsx';
import { FieldPartsContext } from './field-parts.ts';
import { FieldList } from './field-list.tsx';
import { FieldRow } from './field-row.tsx';
import { MappingDeskContext, useDesk, useMappingDesk, type ListScope } from './mapping-desk.ts';
import type { SlotFacts } from './desk/desk-state.ts';
import { MatchDialog } from './match-dialog.tsx';
import { fieldKindOf } from './model/field-kind.ts';
import { NestedValue } from './nested-value.tsx';
import { PillEditor } from './pill-editor.tsx';
import { useMappingForm } from './use-mapping-form.ts';
import css from './mapper.module.css';

interface MappingFormProps {
  readonly step: string;
  readonly slot: string;
}

const parts = { FieldList, FieldRow, NestedValue, PillEditor };

/** From this width on the data stands beside the fields; below, it opens over them. */
const sideBySide = 560;

/** Says which data goes into which field of a step's consumed input, or when a condition holds. */
export function MappingForm({ step, slot }: MappingFormProps) {
  const { ref, width } = useElementSize();
  const frame = useRef<HTMLDivElement>(null);
  const both = useMergedRef(ref, frame);
  const [isDataOpen, setIsDataOpen] = useState(false);
  const isWide = width >= sideBySide;
  const { desk, setContent } = useMappingForm(step, slot, () => {
    if (!isWide) setIsDataOpen(true);
    else frame.current?.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]')?.focus();
  });
  const facts = useStore(desk.store, (state) => state.facts);
  if (facts === undefined) return <p className={css.quiet}>{say('mapper.unready')}</p>;

  return (
    <MappingDeskContext value={desk}>
      <FieldPartsContext value={parts}>
        <div ref={both} className={css.form} data-wide={isWide || undefined}>
          {isWide && desk.sources.length > 0 && (
            <div className={css.side}>
              <DataPanel />
            </div>
          )}
          {!isWide && (
            <Drawer
              opened={isDataOpen}
              onClose={() => setIsDataOpen(false)}
              position="bottom"
              size="70%"
              title={say('mapper.data-title')}
              closeButtonProps={{ 'aria-label': say('mapper.data-close') }}
            >
              <DataPanel />
            </Drawer>
          )}
          <section
            className={css.fields}
            aria-label={say('mapper.fields-title', { operation: facts.operationTitle })}
          >
            {facts.kind === 'condition' ? (
              <SlotCondition onChange={setContent} />
            ) : (
              <SlotFields facts={facts} />
            )}
          </section>
        </div>
      </FieldPartsContext>
    </MappingDeskContext>
  );
}

function SlotCondition({ onChange }: { readonly onChange: (next: Condition | undefined) => void }) {
  const condition = useDesk((state) => state.condition);
  return <ConditionForm condition={condition} onChange={onChange} />;
}

const whole: JsonPath = [];
const noScope: readonly ListScope[] = [];

function SlotFields({ facts }: { readonly facts: SlotFacts }) {
  const desk = useMappingDesk();
  const filter = useDesk((state) => state.filter);
  const isByField = useDesk(({ binding }) => binding === undefined || binding.kind === 'object');
  const [isMatching, setIsMatching] = useState(false);
  const hasFields = fieldKindOf(desk.root, desk.root) === 'group';
  return (
    <>
      <header className={css.fieldsHead}>
        <h3 className={css.regionTitle}>
          {say('mapper.fields-title', { operation: facts.operationTitle })}
        </h3>
        {desk.sources.length > 0 && (
          <Button
            size="xs"
            variant="light"
            leftSection={<Wand2 aria-hidden size={14} />}
            disabled={desk.readOnly}
            onClick={() => setIsMatching(true)}
          >
            {say('mapper.match-all')}
          </Button>
        )}
      </header>
      {hasFields && (
        <SegmentedControl
          size="xs"
          mb={4}
          aria-label={say('mapper.filter-label')}
          data={(['all', 'required', 'problems'] as const).map((value) => ({
            value,
            label: say(`mapper.filter-${value}`),
          }))}
          value={filter}
          onChange={(next) => desk.store.setState({ filter: next })}
        />
      )}
      {hasFields && isByField ? (
        <FieldList path={whole} schema={desk.root} scope={noScope} />
      ) : (
        <FieldRow
          path={whole}
          label={wordsOf(facts.title)}
          schema={desk.root}
          required={false}
          scope={noScope}
        />
      )}
      {isMatching && (
        <MatchDialog
          onClose={() => setIsMatching(false)}
          onUse={(binding) => {
            setIsMatching(false);
            desk.set([], binding);
          }}
        />
      )}
    </>
  );
}
