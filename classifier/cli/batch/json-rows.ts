import { VERDICT_KEY } from '#classifier/interchange/flat-record.ts';
import type { JsonRecord } from '#classifier/interchange/json-line.ts';
import type { Rows } from './block-scorer.ts';
import { createByteWriter } from './byte-writer.ts';
import { verdictJson } from './verdict-json.ts';

/** JSON Lines: the input object, or `{"text"}`, with the verdict under `jianwen`. */
export function jsonRows(): Rows {
  const out = createByteWriter();
  let model = { name: '', json: '""', isAscii: true };
  return {
    add({ record, block, from, to, verdict, cluster }) {
      if (verdict.model !== model.name) model = printedName(verdict.model);
      const json = verdictJson(verdict, model.json, cluster);
      if (record !== null) {
        out.text(`${withVerdict(record, json)}\n`);
        return;
      }
      out.bytes(block, from, to - 1);
      const rest = `,"${VERDICT_KEY}":${json}}\n`;
      if (model.isAscii && verdict.reasons.length === 0 && cluster === undefined) out.ascii(rest);
      else out.text(rest);
    },
    take: out.take,
  };
}

function printedName(name: string): { name: string; json: string; isAscii: boolean } {
  return { name, json: JSON.stringify(name), isAscii: /^[ -~]*$/.test(name) };
}

/** A verdict that the record has already is replaced where it stands. */
function withVerdict(record: JsonRecord, verdict: string): string {
  if (Object.hasOwn(record, VERDICT_KEY))
    return JSON.stringify({ ...record, [VERDICT_KEY]: JSON.parse(verdict) });
  return `${JSON.stringify(record).slice(0, -1)},"${VERDICT_KEY}":${verdict}}`;
}
