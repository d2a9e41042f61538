import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, ExternalLink, FlaskConical } from 'lucide-react';
import { signInKind, type Component, type CredentialType } from '../../catalog/index.ts';
import { propertiesOf, resolve, titleOf, wordsOf } from '../../shared/index.ts';
import { say, spokenLocale } from '../../words/index.ts';
import { oauthAppQuery } from '../queries/oauth-app.ts';
import { SignInIcon } from './sign-in-icon.tsx';
import css from './beside.module.css';
import page from './service.module.css';

/** What a component needs for signing in, and how a person comes by it. */
export function SignInWays({ component }: { readonly component: Component }) {
  const { credentials, credentialOptional } = component;
  const usual = credentials.filter(({ forExperts }) => forExperts !== true);
  const rare = credentials.filter(({ forExperts }) => forExperts === true);
  return (
    <section aria-labelledby="sign-in" className={css.card}>
      <h2 id="sign-in" className={css.cardTitle}>
        {say('catalogue.sign-in-title')}
      </h2>
      {credentials.length === 0 ? (
        <p>{say('catalogue.sign-in-nobody')}</p>
      ) : (
        <>
          {credentialOptional === true && <p>{say('catalogue.sign-in-optional')}</p>}
          {usual.map((type) => (
            <Way key={type.id} type={type} open={usual.length === 1} />
          ))}
          {rare.length > 0 && (
            <details className={css.rare}>
              <summary>{say('catalogue.sign-in-more', { count: rare.length })}</summary>
              {rare.map((type) => (
                <Way key={type.id} type={type} open={false} />
              ))}
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Way({ type, open }: { readonly type: CredentialType; readonly open: boolean }) {
  const { auth, whereToFind, schema, sampleKeyOf } = type;
  const app = auth.scheme === 'oauth2' ? auth.app : undefined;
  const signsInAt =
    auth.scheme === 'oauth2' && auth.grant === 'authorization-code'
      ? hostOf(auth.authorizeUrl)
      : undefined;
  const scopes = auth.scheme === 'oauth2' && Array.isArray(auth.scopes) ? auth.scopes : [];
  const fields = Object.entries(propertiesOf(schema, schema)).map(([name, field]) =>
    titleOf(resolve(field, schema), name),
  );
  const link = whereToFind?.url;
  return (
    <details className={css.way} open={open}>
      <summary>
        <SignInIcon kind={signInKind(type)} />
        <span className={css.wayTitle}>{wordsOf(type.title)}</span>
      </summary>
      <div className={css.wayInside}>
        {type.description !== undefined && <p>{wordsOf(type.description)}</p>}
        {sampleKeyOf !== undefined && (
          <p className={css.good}>
            <FlaskConical size={14} aria-hidden />
            {say('catalogue.sign-in-sample-here')}
          </p>
        )}
        {app !== undefined && <AppState app={app} />}
        <dl className={css.facts}>
          {signsInAt !== undefined && <Fact title={say('catalogue.sign-in-at')}>{signsInAt}</Fact>}
          {fields.length > 0 && (
            <Fact title={say('catalogue.sign-in-form')}>
              {new Intl.ListFormat(spokenLocale()).format(fields)}
            </Fact>
          )}
          {whereToFind !== undefined && (
            <Fact title={say('catalogue.sign-in-how')}>
              {wordsOf(whereToFind.text)}
              {link !== undefined && /^https?:\/\//.test(link) && (
                <a className={page.link} href={link} target="_blank" rel="noreferrer">
                  {say('catalogue.sign-in-link')} <ExternalLink size={12} aria-hidden />
                </a>
              )}
            </Fact>
          )}
        </dl>
        {scopes.length > 0 && (
          <details className={css.rights}>
            <summary>{say('catalogue.sign-in-rights')}</summary>
            <ul>
              {scopes.map((scope) => (
                <li key={scope}>
                  <code>{scope}</code>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </details>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Whether whoever runs this Footbridge has set the service's app up. */
function AppState({ app }: { readonly app: string }) {
  const { data } = useQuery(oauthAppQuery(app));
  if (data === undefined) return null;
  const Icon = data.isSetUp ? CircleCheck : CircleDashed;
  return (
    <p className={data.isSetUp ? css.good : css.open}>
      <Icon size={14} aria-hidden />
      {say(data.isSetUp ? 'catalogue.app-ready' : 'catalogue.app-missing')}
    </p>
  );
}

function hostOf(address: unknown): string | undefined {
  return typeof address === 'string' && !address.includes('{') ? new URL(address).host : undefined;
}
