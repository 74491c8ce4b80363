import { VERDICT_KEY } from '#classifier/interchange/flat-record.ts';
import type { JsonRecord } from '#classifier/interchange/json-line.ts';
import type { Rows } from './block-scorer.ts';
import { verdictJson } from './verdict-json.ts';

/** JSON Lines: the input object, or `{"text"}`, with the verdict under `jianwen`. */
export function jsonRows(): Rows {
  let rows = '';
  let model = { name: '', json: '""' };
  return {
    add(_, record, verdict, cluster) {
      if (verdict.model !== model.name) model = { name: verdict.model, json: JSON.stringify(verdict.model) };
      const json = verdictJson(verdict, model.json, cluster);
      if (typeof record === 'string') rows += `${record.slice(0, -1)},"${VERDICT_KEY}":${json}}\n`;
      else rows += `${withVerdict(record, json)}\n`;
    },
    take() {
      const taken = rows;
      rows = '';
      return taken;
    },
  };
}

/** A verdict that the record has already is replaced where it stands. */
function withVerdict(record: JsonRecord, verdict: string): string {
  if (Object.hasOwn(record, VERDICT_KEY))
    return JSON.stringify({ ...record, [VERDICT_KEY]: JSON.parse(verdict) });
  return `${JSON.stringify(record).slice(0, -1)},"${VERDICT_KEY}":${verdict}}`;
}
