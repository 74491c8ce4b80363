import { type Verdict, verdictAt } from '#classifier/desk/judged.ts';
import { VERDICT_KEY } from '#classifier/interchange/flat-record.ts';
import type { JsonRecord } from '#classifier/interchange/json-line.ts';
import type { Rows } from './block-scorer.ts';
import { createByteWriter } from './byte-writer.ts';
import { writeVerdict } from './write-verdict.ts';

const VERDICT = Buffer.from(`,"${VERDICT_KEY}":`);
const END = Buffer.from('}\n');

/** JSON Lines: the input object, or `{"text"}`, with the verdict under `jianwen`. */
export function jsonRows(): Rows {
  const out = createByteWriter();
  let model = { name: '', json: Buffer.from('""') };
  return {
    add({ verdicts, records, block, from, to }, at, cluster) {
      const record = records[at] as JsonRecord | null;
      if (record !== null) {
        out.text(`${withVerdict(record, verdictAt(verdicts, at), cluster)}\n`);
        return;
      }
      if (verdicts.model !== model.name)
        model = { name: verdicts.model, json: Buffer.from(JSON.stringify(verdicts.model)) };
      out.bytes(block, from[at] as number, (to[at] as number) - 1);
      out.bytes(VERDICT, 0, VERDICT.length);
      writeVerdict(out, verdicts, at, model.json, cluster);
      out.bytes(END, 0, END.length);
    },
    take: out.take,
  };
}

/** A verdict that the record has already is replaced where it stands. */
function withVerdict(record: JsonRecord, verdict: Verdict, cluster: string | undefined): string {
  const said = cluster === undefined ? verdict : { ...verdict, cluster: JSON.parse(cluster) };
  return JSON.stringify({ ...record, [VERDICT_KEY]: said });
}
