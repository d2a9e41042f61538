import { z } from 'zod';
import { mappedByHand, mappedByUs } from '../mapping-turns.ts';
import { sideBySide } from '../measure.ts';

z.config({ jitless: true });

const records = 20_000;

self.onmessage = () => {
  void sideBySide(
    () => mappedByHand(records),
    () => mappedByUs(records),
    { warm: 5, counted: 15 },
  ).then(({ ratio, one, other }) => {
    self.postMessage({
      ratio,
      handwrittenUs: (one * 1000) / records,
      oursUs: (other * 1000) / records,
    });
  });
};
