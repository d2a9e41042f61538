import { Link } from 'wouter';
import { say } from '../../words/index.ts';
import { catalogueAddress } from '../state/catalogue-address.ts';
import { useAskedFor } from './asked-for.ts';
import css from './catalogue.module.css';

/** The address names nothing that is here. */
export function NoSuchService({ name }: { readonly name: string }) {
  const [{ from }] = useAskedFor();
  return (
    <div className={css.missing}>
      <h1 className={css.title}>{say('catalogue.missing', { name })}</h1>
      <p className={css.lead}>{say('catalogue.missing-text')}</p>
      <Link className={css.link} href={catalogueAddress(undefined, { ...from, q: name })}>
        {say('catalogue.see-all')}
      </Link>
    </div>
  );
}
