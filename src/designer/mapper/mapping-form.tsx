import { useEffect } from 'react';
import { useStore } from 'zustand';
import { say } from '../../words/index.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import { DataRegion } from './data/data-region.tsx';
import { FieldPartsContext } from './field-parts.ts';
import { FieldPlace } from './fields/field-place.tsx';
import { FieldsRegion } from './fields/fields-region.tsx';
import { MatchDialog } from './fields/match-dialog.tsx';
import type { SlotFacts } from './desk/desk-state.ts';
import { DropQuestion } from './lists/drop-question.tsx';
import { MappingDeskContext, useDesk, useMappingDesk } from './mapping-desk.ts';
import { NestedValue } from './nested-value.tsx';
import { GroupFields } from './objects/group-fields.tsx';
import { PillEditor } from './pill-editor.tsx';
import { Regions } from './regions/regions.tsx';
import { ResultRegion } from './result/result-region.tsx';
import { useMappingForm } from './use-mapping-form.ts';
import css from './mapper.module.css';

interface MappingFormProps {
  readonly step: string;
  readonly slot: string;
}

const parts = { FieldList: GroupFields, FieldRow: FieldPlace, NestedValue, PillEditor };

/** Says which data goes into which field of a step's consumed input, or when a condition holds. */
export function MappingForm({ step, slot }: MappingFormProps) {
  const { desk, setContent } = useMappingForm(step, slot);
  const facts = useStore(desk.store, (state) => state.facts);
  const hasData = desk.sources.length > 0;
  if (facts === undefined) return <p className={css.quiet}>{say('mapper.unready')}</p>;
  return (
    <MappingDeskContext value={desk}>
      <FieldPartsContext value={parts}>
        <PointedAt />
        <Regions
          fieldsTitle={say('mapper.fields-title', { operation: facts.operationTitle })}
          data={hasData ? <DataRegion /> : undefined}
          fields={<FieldsRegion facts={facts} onCondition={setContent} />}
          result={makesNothing(facts) ? undefined : <ResultRegion />}
        />
        <Matching />
        <DropQuestion />
      </FieldPartsContext>
    </MappingDeskContext>
  );
}

/** A condition tells messages apart, as branches do. */
function makesNothing({ kind }: SlotFacts): boolean {
  return kind === 'condition' || kind === 'branches';
}

/** A problem or a refusal that was followed to this step points at one of its fields. */
function PointedAt() {
  const { view } = useWorkbench();
  const desk = useMappingDesk();
  const pointed = useView((state) => state.focusedField);
  useEffect(() => {
    if (pointed === undefined) return;
    const { focusedMessage } = view.getState();
    view.setState({ focusedField: undefined, focusedMessage: undefined });
    if (focusedMessage !== undefined) desk.showMessage(focusedMessage);
    if (pointed.length > 0) desk.reveal(pointed);
    // Once for each pointing; the desk's actions do not change.
  }, [pointed, view, desk]);
  return null;
}

function Matching() {
  const matching = useDesk((state) => state.matching);
  return matching === undefined ? null : <MatchDialog group={matching} />;
}
