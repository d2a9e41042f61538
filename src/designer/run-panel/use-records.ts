import { useThrottledValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MessageRecord, RecordFilter, StepRun } from '../../runtime/contract.ts';
import { firstOf } from '../../shared/index.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import { useShownRun } from './shown-run.ts';
import { pagesOf, recordWithIndex } from './model/record-places.ts';

const pageSize = 50;
const refreshMs = 500;

export interface SeenRecords {
  /** By place among those kept; undefined while it comes, or where it is not asked for. */
  readonly at: (place: number) => MessageRecord | undefined;
  readonly all: readonly MessageRecord[];
  readonly total: number;
  readonly letGo: number;
  /** The index of every kept record, with a filter of every one that passes it; undefined while it comes. */
  readonly indexes: readonly number[] | undefined;
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
      indexes: firstOf(results, ({ data }) => data?.indexes),
      pending: results.some(({ isPending }) => isPending),
      failed: results.some(({ isError }) => isError),
    }),
  });
}

export interface SeenRecord extends Pick<SeenRecords, 'total' | 'pending' | 'failed'> {
  /** Undefined while it comes, while nothing is decided about it, and when it was let go. */
  readonly record: MessageRecord | undefined;
  readonly isLetGo: boolean;
}

/** One record of a step by its index. How many there are is asked of the first page: it stays while the looked-at message comes. */
export function useRecord(step: string, index: number): SeenRecord {
  const { indexes, total, letGo, pending } = useRecords(step, 0, 0);
  // Until it is known where it stands: of most steps all are kept.
  const place = indexes?.indexOf(index) ?? index;
  const seen = useRecords(step, place, place);
  return {
    record: recordWithIndex(seen.all, index),
    isLetGo: letGo > 0 && place < 0 && index < (indexes?.at(-1) ?? 0),
    total,
    pending,
    failed: seen.failed,
  };
}

function progressOf(step: StepRun | undefined): string {
  if (step === undefined) return '';
  const { done, refused, dropped, held, cancelled } = step.counts;
  return [step.status, done, refused, dropped, held, cancelled, JSON.stringify(step.sendsTo)].join(
    ' ',
  );
}
