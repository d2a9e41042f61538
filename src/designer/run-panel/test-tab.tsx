import { useMediaQuery } from '@mantine/hooks';
import { isJsonObject, type Json, type JsonSchema } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { isDescribed } from '../../flow/index.ts';
import { useDocument, useRun, useView } from '../state/workbench.ts';
import { ShapeOfAnswer } from '../ui/shape/shape-of-answer.tsx';
import { ViewToggle } from './data-view/data-tools.tsx';
import { toTable } from './data-view/table-rows.ts';
import { HeldCard } from './held-card.tsx';
import { DataSide } from './data-side.tsx';
import { PagingOffer } from './paging-offer.tsx';
import { RefusalCard } from './refusal-card.tsx';
import { SampleNote } from './sample-note.tsx';
import { SampleShelf } from './samples/sample-shelf.tsx';
import { StaleNote } from './stale-note.tsx';
import { TryButtons } from './try-buttons.tsx';
import { TryResult } from './try-result.tsx';
import { useInputSample, useOutputSample } from './use-samples-of.ts';
import { useStepFacts, type StepFacts } from './use-step-facts.ts';
import { WebhookTest } from './webhook-test.tsx';
import css from './test-tab.module.css';

/** One step tried: real data in, real data out, beside each other; invented and marked so until then. */
export function TestTab({ step }: { readonly step: string }) {
  const facts = useStepFacts(step);
  const readOnly = useDocument((state) => state.readOnly);
  if (facts === undefined) return null;
  if (facts.operation === undefined)
    return <p className={css.hint}>{say('run-panel.try-not-ready')}</p>;
  const waits = facts.flow.start.kind === 'webhook' && facts.before.length === 0;
  return (
    <div className={css.tab}>
      {waits ? <WebhookTest step={step} /> : <TryButtons facts={facts} />}
      <TryResult facts={facts} />
      <Decision facts={facts} />
      <SampleShelf facts={facts} />
      <StaleNote step={step} />
      <PagingOffer facts={facts} />
      <Samples facts={facts} />
      {facts.operation.outputShape === 'by-person' && !isDescribed(facts.operation, 'output') && (
        <ShapeOfAnswer
          step={facts.step}
          isAnswer={(facts.component?.origins.length ?? 0) > 0}
          readOnly={readOnly}
        />
      )}
    </div>
  );
}

/** What the last run wants to know or says about this step; the run panel, where it is open beside this, says it there. */
function Decision({ facts }: { readonly facts: StepFacts }) {
  const state = useRun(({ run }) => run?.steps[facts.step.id]);
  const alone = useRun(({ scope }) => scope?.kind === 'only');
  const narrow = useMediaQuery('(max-width: 767.98px)', false, { getInitialValueInEffect: false });
  const beside = useView(({ runPanelOpen }) => runPanelOpen) && !narrow;
  if (state === undefined || (beside && !alone)) return null;
  if (state.status === 'held') return <HeldCard facts={facts} state={state} />;
  const [first] = state.refusals;
  if (first !== undefined)
    return <RefusalCard facts={facts} failure={first.failure} message={first.index} />;
  return state.failure === undefined ? null : <RefusalCard facts={facts} failure={state.failure} />;
}

function Samples({ facts }: { readonly facts: StepFacts }) {
  const input = useInputSample(facts);
  const output = useOutputSample(facts);
  const takes =
    facts.operation !== undefined &&
    (facts.operation.branches !== undefined || Object.keys(facts.operation.slots).length > 0);
  return (
    <>
      <div className={css.bar}>
        <ViewToggle />
      </div>
      <div className={css.samples}>
        {takes && (
          <div className={css.sample} style={roomFor(input.value, facts.input)}>
            <DataSide
              title={say('run-panel.goes-in')}
              note={<SampleNote sample={input} />}
              value={input.value}
              {...(input.marked && { marked: input.marked })}
              schema={facts.input}
              empty={say('run-panel.goes-in-none')}
              none={
                input.origin === 'pending'
                  ? ''
                  : say(
                      facts.input === undefined
                        ? 'run-panel.goes-in-any'
                        : 'run-panel.goes-in-none',
                    )
              }
            />
          </div>
        )}
        <div className={css.sample} style={roomFor(output.value, facts.output)}>
          <DataSide
            title={say('run-panel.comes-out')}
            note={<SampleNote sample={output} />}
            value={output.value}
            schema={facts.output}
            none={say(
              facts.output === undefined && facts.operation?.outputShape !== 'by-person'
                ? 'run-panel.comes-out-none'
                : 'run-panel.comes-out-unknown',
            )}
          />
        </div>
      </div>
    </>
  );
}

const headHeight = 38;
const rowHeight = 32;
const usualRows = 7;

/** A few fields need less room than others get. */
function roomFor(
  value: Json | undefined,
  schema: JsonSchema | undefined,
): { readonly height: number } | undefined {
  if (value === undefined || (isJsonObject(value) && Object.keys(value).length === 0))
    return { height: headHeight + 2 * rowHeight };
  if (!isJsonObject(value) || Object.keys(value).length > usualRows) return undefined;
  const table = toTable(value, schema);
  if (table.kind !== 'fields' || table.lines.length > usualRows) return undefined;
  return { height: headHeight + rowHeight * Math.max(1, table.lines.length) };
}
