import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ProposalReason } from '#classifier/core/labelling-order.ts';
import type { Model } from '#classifier/core/model.ts';
import { done, type Result } from '#classifier/core/result.ts';
import { type Assembly, starterModel } from '#classifier/desk/assemble.ts';
import { labellingQueue, labelsChangeLittle, type QueuedHeadline } from '#classifier/desk/labelling-queue.ts';
import { openBackedUp } from '#classifier/desk/open-backed-up.ts';
import { writeJsonLine } from '#classifier/interchange/json-line.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { holdingEvents, type LabelEvent } from '#classifier/store/label-events.ts';
import { closeWorkspace } from '#classifier/store/workspace.ts';
import type { QueueFormat } from '../queue-formats.ts';
import { fill, type Strings } from '../strings/index.ts';
import { layOutAll } from '../table.ts';
import { EXIT, type ExitCode, note, printable, refuse, type Terminal, writeData } from '../terminal.ts';
import { readList } from './read-input.ts';

export interface LabelNextOptions {
  readonly count: number;
  readonly format?: QueueFormat;
}

/** `jianwen label next FILE`: which headlines to label next, and why. Nothing is changed. */
export async function labelNextCommand(
  file: string,
  { count, format }: LabelNextOptions,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  const reading = await readList(file, terminal);
  if (!reading.ok) return refuse(terminal, reading.trouble);
  const texts = reading.value.rows.map(({ text }) => text);
  const desk = await deskOf(folder, assembly);
  if (!desk.ok) return refuse(terminal, desk.trouble);
  const { model, labels } = desk.value;
  const labelled = new Set(labels.map(({ digest }) => digest));
  const queue = labellingQueue(model, assembly.reader, texts, labelled, count);
  const wanted = format ?? (terminal.data.isTTY ? 'table' : 'jsonl');
  writeData(
    terminal,
    wanted === 'jsonl' ? linesText(queue, texts) : tableText(queue, texts, terminal.strings),
  );
  const advice = labelsChangeLittle(model, assembly.reader, texts, labels)
    ? terminal.strings.labelNextStop
    : terminal.strings.labelNextGoOn;
  note(terminal, fill(terminal.strings.labelNextSummary, texts.length, queue.length, model.name));
  note(terminal, advice);
  if (queue.length === 0) return EXIT.nothingDone;
  return reading.value.rejected.length === 0 ? EXIT.done : EXIT.someLinesBad;
}

/** The workspace's model and the labels that the desk gave, or the starter model where there is no workspace. */
async function deskOf(
  folder: string,
  assembly: Assembly,
): Promise<Result<{ model: Model; labels: readonly LabelEvent[] }>> {
  if (!existsSync(join(folder, DATABASE_NAME))) return done({ model: starterModel(assembly), labels: [] });
  const opened = await openBackedUp(folder, { ...assembly, now: () => new Date().toISOString() });
  if (!opened.ok) return opened;
  const labels = holdingEvents(opened.value.db, { deskOnly: true });
  closeWorkspace(opened.value);
  return done({ model: opened.value.model, labels });
}

/** The model's opinion stands apart, so that an editor's answers can be written beside it and read by `label import`. */
function linesText(queue: readonly QueuedHeadline[], texts: readonly string[]): string {
  return queue
    .map(({ at, reason, probability: { sensational, implausible } }) => {
      const jianwen = { reason, sensational: four(sensational), implausible: four(implausible) };
      return writeJsonLine({ text: texts[at], jianwen });
    })
    .join('');
}

function tableText(queue: readonly QueuedHeadline[], texts: readonly string[], strings: Strings): string {
  const reasons: Record<ProposalReason, string> = {
    uncertain: strings.reasonUncertain,
    disagreement: strings.reasonDisagreement,
    random: strings.reasonRandom,
  };
  const head = [
    strings.columnReason,
    strings.columnSensational,
    strings.columnImplausible,
    strings.columnHeadline,
  ];
  const rows = queue.map(({ at, reason, probability: { sensational, implausible } }) => [
    reasons[reason],
    `${Math.round(sensational * 100)}%`,
    `${Math.round(implausible * 100)}%`,
    printable(texts[at] as string).replaceAll('\n', ' '),
  ]);
  return layOutAll([head, ...rows]);
}

function four(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}
