/** Services that call a flow and sign what they send, each as its documentation says. */
import { createHmac } from 'node:crypto';

export interface SignedSender {
  /** How the sign-in form calls this way to sign. */
  readonly way: string;
  readonly secret: string;
  /** The headers of one call; the same name is the same call. */
  sign(name: string, body: string): Readonly<Record<string, string>>;
}

const key = Buffer.from('a-signing-key-of-this-story-32-b').toString('base64');

export const senders: readonly SignedSender[] = [
  {
    // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
    way: 'Signed as Standard Webhooks say',
    secret: `whsec_${key}`,
    sign(name, body) {
      const time = seconds();
      const hmac = createHmac('sha256', Buffer.from(key, 'base64'));
      const signature = hmac.update(`${name}.${time}.${body}`).digest('base64');
      return {
        'webhook-id': name,
        'webhook-timestamp': time,
        'webhook-signature': `v1,${signature}`,
      };
    },
  },
  {
    // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
    way: 'Signed by GitHub',
    secret: 'a-secret-typed-at-github-0815',
    sign(name, body) {
      const hmac = createHmac('sha256', this.secret).update(body);
      return {
        'x-github-event': 'push',
        'x-github-delivery': name,
        'x-hub-signature-256': `sha256=${hmac.digest('hex')}`,
      };
    },
  },
];

function seconds(): string {
  return String(Math.floor(Date.now() / 1000));
}
