import type { TaskCall } from '../../catalog/contract.ts';
import type { TaskTransport } from './transport.ts';

/** By the word in a call's `via`; loaded with the first task. */
export type Transports = Partial<Record<TaskCall['via'], () => Promise<TaskTransport>>>;

export const transports: Transports = {
  sftp: async () => (await import('./sftp/sftp.ts')).sftp,
  smtp: async () => (await import('./smtp/smtp.ts')).smtp,
  sql: async () => (await import('./sql/sql-transport.ts')).sqlTransport,
};
