import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';

// Writes classifier/core/simplified-table.ts from OpenCC's character table (Apache-2.0). Run: node scripts/generate-simplified-table.ts
const FIRST = 0x3400;
const LAST = 0x9fff;
const PAIRS_A_LINE = 50;

const simplify = Converter({ from: 't', to: 'cn' });
const pairs: string[] = [];
for (let code = FIRST; code <= LAST; code += 1) {
  const traditional = String.fromCharCode(code);
  const simplified = simplify(traditional);
  if (simplified !== traditional && simplified.length === 1) pairs.push(traditional + simplified);
}
const lines: string[] = [];
for (let first = 0; first < pairs.length; first += PAIRS_A_LINE) {
  lines.push(`  '${pairs.slice(first, first + PAIRS_A_LINE).join('')}',`);
}
writeFileSync(
  new URL('../classifier/core/simplified-table.ts', import.meta.url),
  `/** Traditional characters, each followed by its simplified form; made by scripts/generate-simplified-table.ts from OpenCC (Apache-2.0). */
export const TRADITIONAL_SIMPLIFIED_PAIRS: string = [
${lines.join('\n')}
].join('');
`,
);
