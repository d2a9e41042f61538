import { useSearchParams } from 'wouter';
import type { CameFrom } from '../state/catalogue-address.ts';

export interface AskedFor {
  /** What is looked for, and where. */
  readonly text: string;
  readonly category: string | undefined;
  readonly from: CameFrom;
}

/** What the address asks for, and the way to ask for something else: typing makes no page to go back to. */
export function useAskedFor(): readonly [
  AskedFor,
  (change: { readonly q?: string; readonly in?: string | undefined }) => void,
] {
  const [params, setParams] = useSearchParams();
  const get = (name: string) => params.get(name) ?? undefined;
  const asked: AskedFor = {
    text: get('q') ?? '',
    category: get('in'),
    from: { flow: get('flow'), step: get('step'), port: get('port'), edge: get('edge') },
  };
  return [
    asked,
    (change) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value = ''] of Object.entries(change))
            if (value === '') after.delete(name);
            else after.set(name, value);
          return after;
        },
        { replace: true },
      ),
  ];
}
