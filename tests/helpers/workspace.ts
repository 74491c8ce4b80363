import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { headlineDigest } from '#classifier/store/digest.ts';
import type { LabelEvent } from '#classifier/store/label-events.ts';
import { type NewLabel, putLabel } from '#classifier/store/labelling.ts';
import { openWorkspace } from '#classifier/store/open-workspace.ts';
import type { StarterLabel, Workspace, WorkspaceTools } from '#classifier/store/workspace.ts';
import { TEST_RULES, testReader } from './headlines.ts';

/** An empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const STARTER: readonly StarterLabel[] = [
  {
    text: '市政府发布新规',
    label: { sensational: false, implausible: false },
    note: null,
    topic: null,
    difficulty: null,
  },
  {
    text: '震惊!村民发现恐龙',
    label: { sensational: true, implausible: true },
    note: '示例',
    topic: null,
    difficulty: null,
  },
];

export function testTools(starter: readonly StarterLabel[] = STARTER): WorkspaceTools {
  return {
    reader: testReader(),
    rules: [...TEST_RULES.values()],
    starter,
    now: () => '2026-01-02T03:04:05.000Z',
  };
}

/** A workspace on a real database in a folder of its own, closed when the test is over. */
export function testWorkspace(
  folder: string = temporaryFolder(),
  tools: WorkspaceTools = testTools(),
): Workspace {
  const opened = openWorkspace(folder, tools);
  if (!opened.ok) throw new Error(opened.trouble.sentence.en);
  onTestFinished(() => void opened.value.db.close());
  return opened.value;
}

/** Gives a headline a label at the desk, now. */
export function giveLabel(workspace: Workspace, text: string, over: Partial<NewLabel> = {}): LabelEvent {
  const given: NewLabel = {
    digest: headlineDigest(text),
    text,
    label: { sensational: true, implausible: false },
    origin: 'desk',
    annotator: '甲',
    labelledAt: workspace.now(),
    note: null,
    extra: null,
    ...over,
  };
  return putLabel(workspace, given, crypto.randomUUID());
}
