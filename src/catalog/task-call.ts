import type { Operation, TaskCall } from './component.ts';

const taskTransports: ReadonlySet<string> = new Set<TaskCall['via']>(['sql', 'sftp', 'smtp']);

export function taskCallOf({ call }: Operation): TaskCall | undefined {
  return taskTransports.has(call.via) ? (call as TaskCall) : undefined;
}
