import type { Band } from '#classifier/core/bands.ts';
import type { Verdict } from '#classifier/desk/judged.ts';
import type { ByteWriter } from './byte-writer.ts';

const SENSATIONAL = piece('{"sensational":');
const IMPLAUSIBLE = piece(',"implausible":');
const SCORE = piece(',"score":');
const BANDS: Readonly<Record<Band, Uint8Array>> = {
  pass: piece(',"band":"pass","reasons":['),
  check: piece(',"band":"check","reasons":['),
  flag: piece(',"band":"flag","reasons":['),
};
const COMMA = piece(',');
const MODEL = piece('],"model":');
const INSUFFICIENT = piece(',"insufficient":true');
const CLUSTER = piece(',"cluster":');
const CLOSE = piece('}');

/**
 * Writes a verdict, byte for byte as JSON.stringify would, with `model` and `cluster` already printed. Made by hand
 * because JSON.stringify takes longer than the scoring.
 */
export function writeVerdict(
  out: ByteWriter,
  verdict: Omit<Verdict, 'model' | 'cluster'>,
  model: Uint8Array,
  cluster?: string,
): void {
  const { sensational, implausible, score, band, reasons, insufficient } = verdict;
  whole(out, SENSATIONAL);
  out.number(sensational);
  whole(out, IMPLAUSIBLE);
  out.number(implausible);
  whole(out, SCORE);
  out.number(score);
  whole(out, BANDS[band]);
  for (let at = 0; at < reasons.length; at += 1) {
    if (at > 0) whole(out, COMMA);
    out.quoted(reasons[at] as string);
  }
  whole(out, MODEL);
  whole(out, model);
  if (insufficient) whole(out, INSUFFICIENT);
  if (cluster !== undefined) {
    whole(out, CLUSTER);
    out.text(cluster);
  }
  whole(out, CLOSE);
}

function whole(out: ByteWriter, bytes: Uint8Array): void {
  out.bytes(bytes, 0, bytes.length);
}

function piece(text: string): Uint8Array {
  return Buffer.from(text);
}
