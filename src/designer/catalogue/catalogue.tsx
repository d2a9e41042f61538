import { ChevronLeft } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Link } from 'wouter';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { useCommandKeys } from '../effects/commands/use-command-keys.ts';
import { catalogueAddress, nameInAddress } from '../state/catalogue-address.ts';
import type { FlowToUse } from '../state/flow-to-use.ts';
import { useWorkbench } from '../state/workbench.ts';
import { PageBar } from '../ui/page-bar.tsx';
import { useAskedFor } from './asked-for.ts';
import { CatalogueList } from './catalogue-list.tsx';
import { NoSuchService } from './no-such-service.tsx';
import { ServicePage } from './service-page.tsx';
import { useFlowName } from './use-flow-name.ts';
import css from './catalogue.module.css';

interface CatalogueProps {
  /** What stands in the address for a component; undefined: all of them. */
  readonly name: string | undefined;
  readonly loadTemplates: () => Promise<readonly FlowToUse[]>;
}

/** Everything that can be connected, to be looked up before anything is built; and a page for each. */
export function Catalogue({ name, loadTemplates }: CatalogueProps) {
  const { catalog } = useWorkbench();
  const [{ from }] = useAskedFor();
  const flowName = useFlowName(from.flow);
  useCommandKeys();
  const page = useRef<HTMLDivElement>(null);
  const listTop = useRef(0);
  const component =
    name === undefined
      ? undefined
      : catalog.list.find(({ id }) => id === name || nameInAddress(id) === name);
  const title = component === undefined ? say('catalogue.title') : wordsOf(component.title);

  useEffect(() => {
    document.title = `${title} · ${say('common.brand')}`;
  }, [title]);
  // Back in the list one is where one left it.
  useLayoutEffect(() => {
    page.current?.scrollTo({ top: name === undefined ? listTop.current : 0 });
  }, [name]);

  return (
    <div
      ref={page}
      className={css.page}
      onScroll={() => {
        if (name === undefined) listTop.current = page.current?.scrollTop ?? 0;
      }}
    >
      <PageBar>
        <Link href="/" className={css.brand}>
          <img src="/icon.svg" alt="" width={22} height={22} />
          <span className={css.brandName}>{say('common.flows')}</span>
        </Link>
        <span className={css.slash} aria-hidden>
          /
        </span>
        {name === undefined ? (
          <span aria-current="page" className={css.here}>
            {say('catalogue.title')}
          </span>
        ) : (
          <Link href={catalogueAddress(undefined, from)} className={css.back}>
            {say('catalogue.back')}
          </Link>
        )}
      </PageBar>
      {from.flow !== undefined && (
        <div className={css.from}>
          <Link href={`/flows/${from.flow}`} className={css.back}>
            <ChevronLeft size={16} aria-hidden />
            {say('catalogue.back-to-flow', { flow: flowName })}
          </Link>
        </div>
      )}
      <main className={css.main}>
        {name === undefined ? (
          <CatalogueList />
        ) : component === undefined ? (
          <NoSuchService name={name} />
        ) : (
          <ServicePage key={component.id} summary={component} loadTemplates={loadTemplates} />
        )}
      </main>
    </div>
  );
}
