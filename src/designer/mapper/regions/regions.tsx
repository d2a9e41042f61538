import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { say } from '../../../words/index.ts';
import { useView } from '../../state/workbench.ts';
import { PickHint } from '../data/pick-hint.tsx';
import type { Region } from '../desk/desk-state.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import { fitted, largest, natural, regionSizes, smallest } from './region-sizes.ts';
import { RegionBar } from './region-bar.tsx';
import { Separator } from './separator.tsx';
import { useMappingKeys } from './use-mapping-keys.ts';
import { useRegionFocus, type RegionFocus } from './use-regions.ts';
import { useReveal } from './use-reveal.ts';
import { useTestStep } from './use-test-step.ts';
import css from './regions.module.css';

interface RegionsProps {
  /** Absent when no step comes before this one. */
  readonly data: ReactNode | undefined;
  readonly fields: ReactNode;
  readonly fieldsTitle: string;
  /** Absent for a condition: it makes nothing. */
  readonly result: ReactNode | undefined;
}

/** From this width on the regions stand beside each other; below, they are tabs. */
const sideBySide = 560;
/** From this width on the result stands beside them wherever all the room is taken. */
const allThree = 860;

/** Data, fields and result: beside each other with widths the person chooses, or one at a time where there is no room. */
export function Regions({ data, fields, fieldsTitle, result }: RegionsProps) {
  const { store, ...desk } = useMappingDesk();
  const { ref, width } = useElementSize();
  const frame = useRef<HTMLDivElement>(null);
  const both = useMergedRef(ref, frame);
  const isNarrow = width < sideBySide;
  const isFull = useView((state) => state.mappingFull);
  const sizes = useStore(regionSizes);
  const region = useDesk((state) => state.region);
  const showsAll = isNarrow || (isFull && width >= allThree);
  const isResultOpen = result !== undefined && (showsAll || sizes.resultOpen);
  const shown = (['data', 'fields', 'result'] as const).filter(
    (one) => one === 'fields' || (one === 'data' ? data !== undefined : isResultOpen),
  );
  const focus = useRegionFocus(frame, store, shown);
  useReveal(frame, store);
  useEntering(focus);
  useMappingKeys(desk, focus, useTestStep(desk.stepId));

  const wished = (one: 'data' | 'result') => sizes[one] ?? natural(one, width);
  const otherThan = (one: 'data' | 'result') =>
    one === 'data'
      ? isResultOpen
        ? wished('result')
        : 0
      : data === undefined
        ? 0
        : wished('data');
  const widthOf = (one: 'data' | 'result') => fitted(wished(one), width, otherThan(one));
  const resize = (one: 'data' | 'result') => (size: number) =>
    regionSizes.setState({ [one]: fitted(size, width, otherThan(one)) });
  const place = (one: Region, content: ReactNode) => (
    <div
      key={one}
      className={`${css.region} ${one === 'fields' || isNarrow ? css.fields : ''}`}
      data-region={one}
      id={`mapping-${one}`}
      role={isNarrow && shown.length > 1 ? 'tabpanel' : 'region'}
      aria-label={one === 'fields' ? fieldsTitle : say(`mapper.region-${one}`)}
      tabIndex={-1}
      hidden={isNarrow && region !== one && shown.includes(region)}
      style={one === 'fields' || isNarrow ? undefined : { width: widthOf(one) }}
    >
      {one === 'data' && isNarrow && (
        <div className={css.hint}>
          <PickHint />
        </div>
      )}
      {content}
    </div>
  );
  return (
    <div ref={both} className={css.regions} onFocus={focus.onFocus}>
      {width > 0 && (
        <>
          <RegionBar
            offersResult={result !== undefined && !showsAll}
            offersData={data !== undefined && !isNarrow}
          />
          {isNarrow && shown.length > 1 && <RegionTabs shown={shown} onEnter={focus.enter} />}
          <div className={css.row}>
            {data !== undefined && place('data', data)}
            {data !== undefined && !isNarrow && (
              <Separator
                label={say('mapper.data-size')}
                side="left"
                size={widthOf('data')}
                smallest={smallest}
                largest={Math.max(smallest, fitted(largest, width, otherThan('data')))}
                onResize={resize('data')}
              />
            )}
            {place('fields', fields)}
            {isResultOpen && !isNarrow && (
              <Separator
                label={say('mapper.result-size')}
                side="right"
                size={widthOf('result')}
                smallest={smallest}
                largest={Math.max(smallest, fitted(largest, width, otherThan('result')))}
                onResize={resize('result')}
              />
            )}
            {isResultOpen && place('result', result)}
          </div>
        </>
      )}
    </div>
  );
}

function useEntering(focus: RegionFocus): void {
  const { store } = useMappingDesk();
  const entering = useDesk((state) => state.entering);
  const enter = useRef(focus.enter);
  enter.current = focus.enter;
  useEffect(() => {
    if (entering === undefined) return;
    store.setState({ entering: undefined });
    enter.current(entering);
  }, [entering, store]);
}

function RegionTabs({
  shown,
  onEnter,
}: {
  readonly shown: readonly Region[];
  readonly onEnter: (region: Region) => void;
}) {
  const { store } = useMappingDesk();
  const region = useDesk((state) => state.region);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = shown[(shown.indexOf(region) + by + shown.length) % shown.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    store.setState({ region: next });
    document.getElementById(`mapping-tab-${next}`)?.focus();
  };
  return (
    <div className={css.tabs} role="tablist" aria-label={say('mapper.regions')}>
      {shown.map((one) => (
        <button
          key={one}
          id={`mapping-tab-${one}`}
          type="button"
          role="tab"
          className={css.tab}
          aria-selected={one === region}
          aria-controls={`mapping-${one}`}
          tabIndex={one === region ? 0 : -1}
          onClick={() => store.setState({ region: one })}
          onKeyDown={onKeyDown}
          onDoubleClick={() => onEnter(one)}
        >
          {say(`mapper.tab-${one}`)}
        </button>
      ))}
    </div>
  );
}
