/** A call and a task with a file behind them, which is passed on while it comes. */
import type { Context, Hono } from 'hono';
import { arrivedFile, type ArrivedFile } from './arrived-file.ts';
import { answerCall, type CallDeps } from './call.ts';
import type { CallGate } from './call-gate.ts';
import { callerOf } from './caller.ts';
import { callRequestSchema, taskOrderSchema } from './contract.ts';
import { toResponse } from './ready-answer.ts';
import { shapedAs } from './request-body.ts';
import type { Session } from './session.ts';
import { answerTask, type TaskDeps } from './tasks/answer-task.ts';

type Env = { Variables: { session: Session } };
type Act = (
  arrived: ArrivedFile,
  session: Session,
  leave: () => void,
  signal: AbortSignal,
) => Promise<Response>;

export function addWithFileApi(
  api: Hono<Env>,
  deps: { readonly gate: CallGate; readonly calls: CallDeps; readonly tasks: TaskDeps },
): void {
  const { gate, calls, tasks } = deps;

  async function passOn({ var: { session }, req }: Context<Env>, act: Act): Promise<Response> {
    const leave = gate.enter(session);
    let arrived: ArrivedFile | undefined;
    try {
      arrived = await arrivedFile(req.raw.body);
      return await act(arrived, session, leave, req.raw.signal);
    } catch (cause) {
      leave();
      await arrived?.pieces.return();
      throw cause;
    }
  }

  api.post('/call-with-file', (context) =>
    passOn(context, async ({ line, pieces }, session, leave, signal) => {
      const call = shapedAs(callRequestSchema, line);
      return toResponse(await answerCall(call, session, calls, leave, callerOf(signal), pieces));
    }),
  );
  api.post('/task-with-file', (context) =>
    passOn(context, ({ line, pieces }, session, leave, signal) =>
      answerTask(shapedAs(taskOrderSchema, line), session, tasks, leave, signal, pieces),
    ),
  );
}
