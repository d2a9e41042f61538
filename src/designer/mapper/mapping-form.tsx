import { Button, Drawer, SegmentedControl } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { Wand2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { ConditionForm } from './condition-form.tsx';
import { DataPanel } from './data-panel.tsx';
import { FieldFilterContext, type FieldFilter } from './field-filter.ts';
import { FieldPartsContext } from './field-parts.ts';
import { FieldList } from './field-list.tsx';
import { FieldRow } from './field-row.tsx';
import { MappingDeskContext } from './mapping-desk.ts';
import { MatchDialog } from './match-dialog.tsx';
import { fieldKindOf } from './model/field-kind.ts';
import { useMappingForm } from './use-mapping-form.ts';
import css from './mapper.module.css';

interface MappingFormProps {
  readonly step: string;
  readonly slot: string;
}

const parts = { FieldList, FieldRow };

/** From this width on the data stands beside the fields; below, it opens over them. */
const sideBySide = 560;

/** Says which data goes into which field of a step's consumed input, or when a condition holds. */
export function MappingForm({ step, slot }: MappingFormProps) {
  const { ref, width } = useElementSize();
  const frame = useRef<HTMLDivElement>(null);
  const both = useMergedRef(ref, frame);
  const [isDataOpen, setIsDataOpen] = useState(false);
  const isWide = width >= sideBySide;
  const form = useMappingForm(step, slot, () => {
    if (!isWide) setIsDataOpen(true);
    else frame.current?.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]')?.focus();
  });
  const [filter, setFilter] = useState<FieldFilter>('all');
  const [isMatching, setIsMatching] = useState(false);
  if (form === undefined) return <p className={css.quiet}>{say('mapper.unready')}</p>;

  const { desk, facts, groups, pending } = form;
  const data = <DataPanel groups={groups} pending={pending} />;
  const hasFields = fieldKindOf(desk.root, desk.root) === 'group';
  return (
    <MappingDeskContext value={desk}>
      <FieldFilterContext value={filter}>
        <FieldPartsContext value={parts}>
          <div ref={both} className={css.form} data-wide={isWide || undefined}>
            {isWide && groups.length > 0 && <div className={css.side}>{data}</div>}
            {!isWide && (
              <Drawer
                opened={isDataOpen}
                onClose={() => setIsDataOpen(false)}
                position="bottom"
                size="70%"
                title={say('mapper.data-title')}
                closeButtonProps={{ 'aria-label': say('mapper.data-close') }}
              >
                {data}
              </Drawer>
            )}
            <section
              className={css.fields}
              aria-label={say('mapper.fields-title', { operation: facts.operationTitle })}
            >
              {facts.slotKind === 'condition' ? (
                <ConditionForm condition={facts.condition} onChange={form.setCondition} />
              ) : (
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
                      onChange={setFilter}
                    />
                  )}
                  {hasFields && (desk.binding === undefined || desk.binding.kind === 'object') ? (
                    <FieldList
                      path={[]}
                      schema={desk.root}
                      scope={[]}
                      made={{ value: desk.result }}
                    />
                  ) : (
                    <FieldRow
                      path={[]}
                      label={wordsOf(facts.slotTitle)}
                      schema={desk.root}
                      required={false}
                      scope={[]}
                      made={{ value: desk.result }}
                    />
                  )}
                </>
              )}
            </section>
            {isMatching && (
              <MatchDialog
                onClose={() => setIsMatching(false)}
                onUse={(binding) => {
                  setIsMatching(false);
                  desk.set([], binding);
                }}
              />
            )}
          </div>
        </FieldPartsContext>
      </FieldFilterContext>
    </MappingDeskContext>
  );
}
