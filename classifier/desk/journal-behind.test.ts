import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Trouble } from '#classifier/core/trouble.ts';
import { giveLabel, temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import { followBehind } from './journal/follow-behind.ts';
import { JOURNAL } from './journal/journal-files.ts';

it('tells once of a journal that cannot be written, also where an earlier line reaches the disk meanwhile', async () => {
  const folder = temporaryFolder();
  const journal = join(folder, JOURNAL);
  const workspace = testWorkspace(folder);
  const told: Trouble[] = [];
  const follow = followBehind(workspace, (trouble) => told.push(trouble));
  const labelAndFollow = (text: string) => {
    giveLabel(workspace, text);
    follow();
  };
  const block = () => {
    rmSync(journal, { recursive: true });
    writeFileSync(journal, '');
  };

  labelAndFollow('甲地通车');
  block();
  labelAndFollow('乙地开学');
  await wait(300);
  labelAndFollow('丙地丰收');
  expect(told).toMatchObject([{ place: { file: journal } }]);

  for (let pause = 100; told.length === 1 && pause < 20_000; pause *= 2) {
    rmSync(journal);
    labelAndFollow(`丁地涨水${pause}毫米`);
    await wait(pause);
    block();
    labelAndFollow(`戊地通航${pause}天`);
  }
  expect(told).toHaveLength(2);
}, 60_000);
