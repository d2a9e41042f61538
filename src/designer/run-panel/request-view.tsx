import { Fragment } from 'react';
import type { JsonSchema } from '../../shared/index.ts';
import type { RequestPreview } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { CopyData, DownloadData } from './data-view/data-tools.tsx';
import { DataSide } from './data-side.tsx';
import css from './run-panel.module.css';

interface RequestViewProps {
  readonly request: RequestPreview;
  /** Of the consumed input: fields that keep their name on the way keep their label. */
  readonly schema: JsonSchema | undefined;
  /** What became of it, where it did not go out. */
  readonly note?: string;
}

/** A request exactly as it goes out: method, address, details, body. Secrets are never in it. */
export function RequestView({ request, schema, note }: RequestViewProps) {
  const { method, address, headers, body } = request;
  const whole = {
    method,
    address,
    headers: headers.map(([name, value]) => [name, value]),
    ...(body !== undefined && { body }),
  };
  return (
    <section className={css.side} aria-label={say('run-panel.side-request')}>
      <div className={css.requestHead}>
        <RequestLine request={request} note={note} />
        <span className={css.sideTools}>
          <CopyData value={whole} label={say('run-panel.copy-request')} />
          <DownloadData value={whole} schema={undefined} label={say('run-panel.copy-request')} />
        </span>
      </div>
      {headers.length > 0 && (
        <details className={css.headers}>
          <summary>{say('run-panel.request-headers', { count: headers.length })}</summary>
          <dl>
            {headers.map(([name, value], at) => (
              <div key={`${name}-${at}`}>
                <dt>
                  <bdi>{name}</bdi>
                </dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <DataSide
        title={say('run-panel.request-body')}
        note={say('run-panel.request-secrets')}
        value={body}
        schema={schema}
        none={say('run-panel.request-no-body')}
      />
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
