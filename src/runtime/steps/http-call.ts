import type { Json } from '../../shared/index.ts';
import { compileBinding, isBinding } from '../../mapping/index.ts';
import { planCall, previewOf, takeAnswer, type RequestTemplate } from '../../catalog/index.ts';
import { fromMapping } from '../failure.ts';
import type { CallIo, Executor, PreparedCall, Taken } from './executor.ts';

/** Asks or tells a service by HTTP, as the operation declares. */
export const httpCall: Executor = {
  form: 'calling',
  make() {
    throw new Error('not yet');
  },
};
