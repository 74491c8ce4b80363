import { z } from 'zod';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { HEADLINE_LIMIT } from './headline-limit.ts';
import { JSON_LINE_LIMIT, parseJsonLine } from './json-line.ts';
import { isBlank, linesOf } from './lines.ts';

const answer = z.boolean().nullable().default(null);
const LINE = z.object({
  text: z.string().trim().min(1).max(HEADLINE_LIMIT),
  sensational: answer,
  implausible: answer,
  topic: z.string().nullable().default(null),
  difficulty: z.string().nullable().default(null),
});

/** Reads labelled headlines for an evaluation: JSON Lines like a label file, but an axis may be null or missing. */
export function readLabelledHeadlines(
  text: string,
  file: string,
): { examples: LabelledHeadline[]; troubles: Trouble[] } {
  const examples: LabelledHeadline[] = [];
  const troubles: Trouble[] = [];
  for (const { text: content, line } of linesOf(text)) {
    if (isBlank(content)) continue;
    const place = { file, line };
    const plain = plainExample(content);
    if (plain !== null) {
      examples.push(plain);
      continue;
    }
    const parsed = parseJsonLine(content, place);
    const checked = parsed.ok ? LINE.safeParse(parsed.value) : undefined;
    if (!parsed.ok) troubles.push(parsed.trouble);
    else if (!checked?.success) troubles.push(notAnExample(place));
    else {
      const { sensational, implausible, ...rest } = checked.data;
      examples.push({ ...rest, label: { sensational, implausible } });
    }
  }
  return { examples, troubles };
}

/** What {@link LINE} makes of a line of plain values that needs no mending, many times faster; null of any other. */
function plainExample(content: string): LabelledHeadline | null {
  if (content.length > JSON_LINE_LIMIT) return null;
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const {
    text,
    sensational,
    implausible,
    topic = null,
    difficulty = null,
    ...rest
  } = value as Record<string, unknown>;
  if (typeof text !== 'string' || text.length > HEADLINE_LIMIT) return null;
  if (typeof sensational !== 'boolean' || typeof implausible !== 'boolean') return null;
  if (!isTextOrNull(topic) || !isTextOrNull(difficulty)) return null;
  for (const key in rest) if (typeof rest[key] === 'object' && rest[key] !== null) return null;
  const trimmed = text.trim();
  return trimmed === '' ? null : { text: trimmed, label: { sensational, implausible }, topic, difficulty };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function notAnExample(place: { file: string; line: number }): Trouble {
  return trouble(
    'label-invalid',
    `第 ${place.line} 行应有 text（文字）以及 sensational、implausible（true、false 或 null）。`,
    `Line ${place.line} should have text, and sensational and implausible as true, false or null.`,
    place,
  );
}
