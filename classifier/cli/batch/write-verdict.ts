import { BANDS } from '#classifier/core/bands.ts';
import type { Verdicts } from '#classifier/desk/judged.ts';
import type { ByteWriter } from './byte-writer.ts';

const SENSATIONAL = piece('{"sensational":');
const IMPLAUSIBLE = piece(',"implausible":');
const SCORE = piece(',"score":');
const BAND_PIECES = BANDS.map((band) => piece(`,"band":"${band}","reasons":[`));
const COMMA = piece(',');
const MODEL = piece('],"model":');
const INSUFFICIENT = piece(',"insufficient":true');
const CLUSTER = piece(',"cluster":');
const CLOSE = piece('}');

/**
 * Writes one of the verdicts on a group, byte for byte as JSON.stringify would, with `model` and `cluster` already
 * printed. Made by hand because JSON.stringify takes longer than the scoring.
 */
export function writeVerdict(
  out: ByteWriter,
  verdicts: Omit<Verdicts, 'model'>,
  at: number,
  model: Uint8Array,
  cluster?: string,
): void {
  const reasons = verdicts.reasons[at] as readonly string[];
  whole(out, SENSATIONAL);
  out.share(verdicts.sensational[at] as number);
  whole(out, IMPLAUSIBLE);
  out.share(verdicts.implausible[at] as number);
  whole(out, SCORE);
  out.share(verdicts.scores[at] as number);
  whole(out, BAND_PIECES[verdicts.bands[at] as number] as Uint8Array);
  for (let index = 0; index < reasons.length; index += 1) {
    if (index > 0) whole(out, COMMA);
    out.quoted(reasons[index] as string);
  }
  whole(out, MODEL);
  whole(out, model);
  if (verdicts.insufficient[at] === 1) whole(out, INSUFFICIENT);
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
