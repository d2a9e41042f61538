import { useThrottledValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MessageRecord, RecordFilter, StepRun } from '../../runtime/contract.ts';
import { firstOf } from '../../shared/index.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import { useShownRun } from './shown-run.ts';
import { pagesOf } from './model/record-places.ts';

const pageSize = 50;
const refreshMs = 500;

export interface SeenRecords {
  /** By place among those kept; undefined while it comes, or where it is not asked for. */
  readonly at: (place: number) => MessageRecord | undefined;
  readonly all: readonly MessageRecord[];
  readonly total: number;
  readonly letGo: number;
  /** How many are kept from the first one on. */
  readonly first: number | undefined;
  /** With a filter: the index of every kept record that passes it. */
  readonly indexes: readonly number[];
  readonly pending: boolean;
  readonly failed: boolean;
}

/** The records of a step that are in sight. They stay in the worker: pages are asked for, and let go when nobody looks. */
export function useRecords(
  step: string,
  from: number,
  to: number,
  filter?: RecordFilter,
): SeenRecords {
  const { runs } = useWorkbench();
  const runId = useShownRun((state) => state.run?.runId);
  const progress = useShownRun((state) => progressOf(state.run?.steps[step]));
  // A step that nobody chose, of a run that goes on, is asked for again and again: big data waits until it is over.
  const isGoing = useShownRun((state) => state.run?.status === 'running');
  const isChosen = useView((state) => state.inspected?.step === step);
  const light = isGoing && !isChosen;
  const queries = useQueryClient();
  const pages = pagesOf(from, to, pageSize);

  // A page may have changed with every message that ends; asking twice a second is enough to see it move.
  const seen = useThrottledValue(progress, refreshMs);
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['records', runId, step] });
  }, [queries, runId, step, seen]);

  return useQueries({
    queries: pages.map((page) => ({
      queryKey: ['records', runId, step, page, light, filter],
      queryFn: () =>
        runs.records(step, page * pageSize, pageSize, {
          light,
          ...(filter && { filter }),
          ...(runId !== undefined && { runId }),
        }),
      gcTime: 30_000,
      retry: false,
      placeholderData: keepPreviousData,
    })),
    combine: (results) => ({
      at: (place: number) => {
        const of = pages.indexOf(Math.floor(place / pageSize));
        const result = of < 0 ? undefined : results[of];
        return result?.isPlaceholderData === true
          ? undefined
          : result?.data?.records[place % pageSize];
      },
      all: results.flatMap((result) =>
        result.isPlaceholderData ? [] : (result.data?.records ?? []),
      ),
      total: results.reduce((most, { data }) => Math.max(most, data?.total ?? 0), 0),
      letGo: results.reduce((most, { data }) => Math.max(most, data?.letGo ?? 0), 0),
      first: results.find(({ data }) => data !== undefined)?.data?.first,
      indexes: firstOf(results, ({ data }) => data?.indexes) ?? [],
      pending: results.some(({ isPending }) => isPending),
      failed: results.some(({ isError }) => isError),
    }),
  });
}

function progressOf(step: StepRun | undefined): string {
  if (step === undefined) return '';
  const { done, refused, dropped, held, cancelled } = step.counts;
  return [step.status, done, refused, dropped, held, cancelled, JSON.stringify(step.sendsTo)].join(
    ' ',
  );
}
