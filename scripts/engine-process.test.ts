import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { speakTo } from './engine-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianwen-speak-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(name: string, program: string): ChildProcess {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, program);
  const child = fork(file, { serialization: 'advanced' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Says that it is ready, and does one thing when it is asked for anything. */
function startReady(name: string, whenAsked: string): ChildProcess {
  return start(name, `process.on('message', () => { ${whenAsked} }); process.send({ kind: 'ready' });`);
}

function ask(engine: Awaited<ReturnType<typeof speakTo>>) {
  return engine.request('feed.list', {});
}

describe('an engine that ends by itself', () => {
  it('is told of to what waits for an answer, and to what asks later', async () => {
    const engine = await speakTo(startReady('exits', 'process.exit(3)'), () => {});
    await expect(ask(engine)).rejects.toThrow('The engine ended by itself, with code 3.');
    await expect(ask(engine)).rejects.toThrow('with code 3');
    await expect(engine.ended).rejects.toThrow('with code 3');
    await engine.kill();
  });

  it('is told of where it never said a word', async () => {
    const silent = speakTo(start('silent', 'process.exitCode = 4;'), () => {});
    await expect(silent).rejects.toThrow('with code 4');
  });

  it('is told of by its signal', async () => {
    const engine = await speakTo(startReady('dies', "process.kill(process.pid, 'SIGKILL')"), () => {});
    await expect(ask(engine)).rejects.toThrow('The engine ended by itself, SIGKILL.');
  });
});

describe('an engine that is killed', () => {
  it('leaves unanswered what it was asked', async () => {
    const engine = await speakTo(startReady('waits', ''), () => {});
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    ask(engine).then(settle, settle);
    await engine.kill();
    await pause(50);
    expect(isSettled).toBe(false);
  });
});
