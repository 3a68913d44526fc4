// Carries out one run on a world that exists, and dies where it is told to. Its task is in the environment.
import type { RunId } from '../../src/base/ids.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { faultAt } from '../../src/execute/fault-points.ts';
import { openContext, type WorldAddress } from './world-context.ts';

export interface ChildTask {
  readonly address: WorldAddress;
  readonly runId: RunId;
  readonly fault: string;
  readonly batchRows: number;
}

// Not on the command line, where everybody on the machine could read the passwords of the servers.
const task = JSON.parse(process.env['GESTAND_TEST_TASK'] ?? '') as ChildTask;
await using opened = await openContext(task.address, {
  faultPoint: faultAt(task.fault),
  limits: { batchRows: task.batchRows },
});
const advance = await advanceRun(opened.context, task.runId);
process.stdout.write(JSON.stringify(advance));
