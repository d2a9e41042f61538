import type { TaskCall } from './component/call.ts';
import type { Operation } from './component/operation.ts';

const taskTransports: ReadonlySet<string> = new Set<TaskCall['via']>(['sql', 'sftp', 'smtp']);

export function taskCallOf({ call }: Operation): TaskCall | undefined {
  return taskTransports.has(call.via) ? (call as TaskCall) : undefined;
}
