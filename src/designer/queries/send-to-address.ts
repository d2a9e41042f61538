import { refusalHeader } from '../../proxy/contract.ts';

/** What an address answered: in words or data, where the flow says something. */
export interface Answered {
  readonly ok: boolean;
  /** The address itself said no: nobody listens there. */
  readonly isRefused: boolean;
  readonly status: number;
  readonly text: string;
}

const mostShown = 20_000;

/** Sends a JSON text to the flow's own address, as any other program would: by its path, without the page's session. */
export async function sendToAddress(address: string, text: string): Promise<Answered> {
  const response = await fetch(new URL(address).pathname, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: text,
    credentials: 'omit',
    redirect: 'manual',
  });
  const { status } = response;
  // A browser keeps from the page where it would be sent on to, and that status too.
  const ok = response.ok || response.type === 'opaqueredirect';
  const isRefused = response.headers.has(refusalHeader);
  return { ok, isRefused, status, text: (await response.text()).slice(0, mostShown) };
}
