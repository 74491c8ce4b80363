import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FromEngine, ToEngine } from '#contract/engine-protocol.ts';
import { createEngineClient, type EngineProcess } from '../../electron/main/engine-client/engine-client.ts';
import { launchEngine } from '../../electron/main/engine-client/launch.ts';

/** The part of main that has no window: its engine client and the engine that it starts, spoken to as an engine is. */

const ROOT = dirname(dirname(import.meta.dirname));
const { values } = parseArgs({ options: { data: { type: 'string' }, resources: { type: 'string' } } });
const files = {
  engine: join(ROOT, 'dist/node/engine.mjs'),
  node: process.execPath,
  resources: values.resources ?? join(ROOT, 'dist/node/resources'),
};
const tell = (message: FromEngine) => void process.send?.(message, () => undefined);
const client = createEngineClient({
  launch: (): EngineProcess => launchEngine(files, values.data ?? null, 'newest', () => undefined),
  onState: (state) =>
    tell(state.state === 'failed' ? { kind: 'failed', trouble: state.trouble } : { kind: 'ready' }),
  onTrouble: (trouble) => tell({ kind: 'trouble', trouble }),
  onEvent: (event) => tell({ kind: 'event', event }),
  now: Date.now,
});
process.on('message', async ({ id, channel, args }: ToEngine) => {
  tell({ kind: 'answer', id, result: await client.request(channel, args as never) });
});
process.once('disconnect', client.stop);
