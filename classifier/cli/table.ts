import { styleText } from 'node:util';
import stringWidth from 'string-width';
import { AXES } from '#classifier/core/axis.ts';
import type { Band } from '#classifier/core/bands.ts';
import { type Evidence, reasonsFor } from '#classifier/core/evidence.ts';
import { leadingAxis } from '#classifier/core/score.ts';
import type { Judged } from '#classifier/desk/judged.ts';
import { axisName, reasonsInWords } from './reason-words.ts';
import { fill, type Language, type Strings } from './strings/index.ts';
import { printable, type Terminal } from './terminal.ts';

const REASONS_SHOWN = 2;
const PARTS_SHOWN = 8;
const NARROWEST = 60;
const LEAST_HEADLINE = 20;
const LEAST_REASONS = 10;
/** How much of the room that headlines and reasons have is the headlines’, where both are long. */
const HEADLINE_SHARE = 0.6;
const GAP = '  ';
const COLOURS = { pass: 'green', check: 'yellow', flag: 'red' } as const satisfies Record<Band, string>;

/** Lays judged headlines out by falling score; on a terminal headlines are cut to its width. */
export function tableOf(judged: readonly Judged[], terminal: Terminal, explained: boolean): string {
  const { strings, data } = terminal;
  const rows = [...judged].sort((a, b) => b.score.score - a.score.score);
  const cells = rows.map((row) => cellsOf(row, terminal));
  const head = [
    strings.columnBand,
    strings.columnScore,
    strings.columnSensational,
    strings.columnImplausible,
    strings.columnHeadline,
    strings.columnReasons,
  ];
  const widths = widthsOf([head, ...cells]);
  if (data.isTTY) fitInto(Math.max(NARROWEST, data.columns ?? 80), widths);
  const lines = [layOut(head, widths)];
  rows.forEach((row, at) => {
    const line = layOut(cells[at] as string[], widths);
    lines.push(data.isTTY ? styleText(COLOURS[row.score.band], line, { stream: data }) : line);
    if (explained) lines.push(...evidenceLines(row, terminal));
  });
  return `${lines.join('\n')}\n`;
}

function cellsOf({ headline, score, evidence }: Judged, { strings, language }: Terminal): string[] {
  const reasons =
    evidence === null || score.band === 'pass'
      ? []
      : reasonsFor(evidence, leadingAxis(score)).slice(0, REASONS_SHOWN);
  return [
    bandName(score, strings),
    percent(score.score),
    percent(score.axes.sensational.probability),
    percent(score.axes.implausible.probability),
    printable(headline.text).replaceAll('\n', ' '),
    printable(reasonsInWords(reasons, language)),
  ];
}

/** That too little is known stands for the band of what would pass, and beside any other. */
function bandName({ band, insufficient }: Judged['score'], strings: Strings): string {
  if (!insufficient) return strings[band];
  return band === 'pass' ? strings.insufficient : fill(strings.bandInsufficient, strings[band]);
}

/** The parts that weigh most on each axis, with what the rest adds up to. */
function evidenceLines({ score, evidence }: Judged, { strings, language }: Terminal): string[] {
  if (evidence === null) return [];
  return AXES.flatMap((axis) => {
    const parts = evidence[axis];
    const rest = parts.slice(PARTS_SHOWN).reduce((sum, part) => sum + part.logOdds, 0);
    const shown = parts
      .slice(0, PARTS_SHOWN)
      .map((part) => `${partName(part, strings, language)} ${signed(part.logOdds)}`);
    const all = parts.length > PARTS_SHOWN ? [...shown, `… ${signed(rest)}`] : shown;
    const details = parts.flatMap((part) =>
      part.kind === 'rule' && part.detail ? [part.detail[language]] : [],
    );
    return [
      `      ${axisName(axis, strings)} ${signed(score.axes[axis].logOdds)} = ${all.join('  ')}`,
      ...details.map((detail) => `        ${printable(detail)}`),
    ];
  });
}

function partName(part: Evidence, strings: Strings, language: Language): string {
  if (part.kind === 'base') return strings.base;
  return printable(part.kind === 'rule' ? `${part.rule.description[language]} [${part.rule.id}]` : part.word);
}

/** A table of rows of the same length, its head among them: each column as wide as its widest cell. */
export function layOutAll(rows: readonly (readonly string[])[]): string {
  const widths = widthsOf(rows);
  return rows.map((row) => `${layOut(row, widths)}\n`).join('');
}

function widthsOf([head = [], ...rows]: readonly (readonly string[])[]): number[] {
  return head.map((title, at) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[at] as string))),
  );
}

/** One line of a table: each cell filled up, or cut, to its column's width. */
function layOut(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => fitTo(cell, widths[at] as number))
    .join(GAP)
    .trimEnd();
}

function fitTo(cell: string, width: number): string {
  if (stringWidth(cell) <= width) return cell + ' '.repeat(width - stringWidth(cell));
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(cell)) {
    if (stringWidth(cut + segment) > width - 1) break;
    cut += segment;
  }
  return `${cut}…${' '.repeat(width - 1 - stringWidth(cut))}`;
}

/** Narrows headlines and reasons, which stand in the last two columns, to what a terminal has room for. */
function fitInto(columns: number, widths: number[]): void {
  const [reasons, headlines] = [widths.pop() as number, widths.pop() as number];
  const room = columns - widths.reduce((sum, width) => sum + width + GAP.length, GAP.length);
  const headlineRoom = Math.max(LEAST_HEADLINE, room - reasons, Math.floor(room * HEADLINE_SHARE));
  const headline = Math.min(headlines, headlineRoom);
  widths.push(headline, Math.min(reasons, Math.max(LEAST_REASONS, room - headline)));
}

function percent(probability: number): string {
  return `${Math.round(Math.min(0.99, Math.max(0.01, probability)) * 100)}%`.padStart(3);
}

function signed(logOdds: number): string {
  return `${logOdds < 0 ? '−' : '+'}${Math.abs(logOdds).toFixed(2)}`;
}
