import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { troubleLine } from '#classifier/core/trouble.ts';
import { dataFolder } from '#classifier/desk/data-folder.ts';
import type { FromEngine, ToEngine } from '#contract/engine-protocol.ts';
import { prepareDesk, type Told } from './open-desk.ts';
import { createSession, type Session } from './session.ts';
import { readFirstList } from './warm-up.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, resources: { type: 'string' }, first: { type: 'string' } },
});
const resources = values.resources ?? join(import.meta.dirname, 'resources');
let session: Session | undefined;

const told: Told = {
  event: (event) => tell({ kind: 'event', event }),
  trouble(problem) {
    note(troubleLine(problem, 'en'));
    tell({ kind: 'trouble', trouble: problem });
  },
  report: (error) => note(String(error)),
  died(error) {
    if (session === undefined) throw error;
    session.died(error);
  },
};

const folder = dataFolder(values.data, process.env);
const prepared = prepareDesk(folder, resources, readFirstList(values.first), told);
if (prepared.ok) {
  const opened = createSession(prepared.value, tell);
  session = opened;
  process.on('message', (request: ToEngine) => void opened.receive(request));
  process.once('disconnect', () => void opened.end());
  await opened.start();
} else {
  tell({ kind: 'failed', trouble: prepared.trouble });
  process.disconnect?.();
}

function tell(message: FromEngine): void {
  // When main is gone there is nobody to tell, and the engine is about to end.
  process.send?.(message, () => undefined);
}

/** Standard error is main's log. */
function note(line: string): void {
  process.stderr.write(`[engine] ${line}\n`);
}
