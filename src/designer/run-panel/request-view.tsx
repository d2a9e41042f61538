import { Fragment } from 'react';
import type { JsonSchema } from '../../shared/index.ts';
import type { RequestPreview } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { CopyData } from './data-view/data-tools.tsx';
import { DataView } from './data-view/data-view.tsx';
import css from './run-panel.module.css';

interface RequestViewProps {
  readonly request: RequestPreview;
  /** Of the consumed input: fields that keep their name on the way keep their label. */
  readonly schema: JsonSchema | undefined;
  readonly isHeld: boolean;
}

/** A request exactly as it goes out: method, address, details, body. Secrets are never in it. */
export function RequestView({ request, schema, isHeld }: RequestViewProps) {
  const { method, address, headers, body } = request;
  return (
    <section className={css.side} aria-label={say('run-panel.side-request')}>
      <RequestLine request={request} note={isHeld ? say('run-panel.request-held') : undefined} />
      {headers.length > 0 && (
        <details className={css.headers}>
          <summary>{say('run-panel.request-headers', { count: headers.length })}</summary>
          <dl>
            {headers.map(([name, value], at) => (
              <div key={`${name}-${at}`}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <header className={css.sideHead}>
        <h3>{say('run-panel.request-body')}</h3>
        <span className={css.quiet}>{say('run-panel.request-secrets')}</span>
        {body !== undefined && <CopyData value={body} label={`${method} ${address}`} />}
      </header>
      <div className={css.sideData}>
        {body === undefined ? (
          <p className={css.none}>{say('run-panel.request-no-body')}</p>
        ) : (
          <DataView value={body} schema={schema} label={say('run-panel.request-body')} />
        )}
      </div>
    </section>
  );
}

/** "POST http://…/subscribers". */
export function RequestLine({
  request,
  note,
}: {
  readonly request: RequestPreview;
  readonly note?: string | undefined;
}) {
  return (
    <p className={css.requestLine}>
      <span className={css.method}>{request.method}</span>
      <code className={css.address} title={request.address}>
        {request.address.split(/(?<=[/&?])/).map((part, at) => (
          <Fragment key={at}>
            {part}
            <wbr />
          </Fragment>
        ))}
      </code>
      {note !== undefined && <span className={css.notSent}>{note}</span>}
    </p>
  );
}
