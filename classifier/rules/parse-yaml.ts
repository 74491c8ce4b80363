import { type Document, isNode, isScalar, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import type { YamlPath } from './fault.ts';

/** A YAML document as plain data, and the line, from 1, on which the value at a path begins. */
export interface ParsedYaml {
  readonly data: unknown;
  readonly lineOf: (path: YamlPath) => number;
}

/** Parses one YAML document; the first error fails it with its line. Aliases are limited by the parser. */
export function parseYaml(text: string, file: string): Result<ParsedYaml> {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const [error] = document.errors;
    if (error !== undefined) return failed(notYaml(file, lines.linePos(error.pos[0]).line, error.message));
    const repeated = repeatedKey(document);
    if (repeated !== null) {
      const line = lines.linePos(repeated.range?.[0] ?? 0).line;
      return failed(notYaml(file, line, `the key ${repeated.value} stands twice`));
    }
    return done({ data: document.toJS(), lineOf: (path) => lineOf(document, lines, path) });
  } catch (problem) {
    // Too deep a nesting exhausts the stack; too many aliases are refused.
    return failed(notYaml(file, 1, problem instanceof Error ? problem.message : String(problem)));
  }
}

/** The first key that stands twice in its map. The library's own check takes quadratic time: minutes for 1 MB. */
function repeatedKey(document: Document): Scalar | null {
  let repeated: Scalar | null = null;
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) repeated ??= key;
        keys.add(key.value);
      }
      return repeated === null ? undefined : visit.BREAK;
    },
  });
  return repeated;
}

function lineOf(document: Document, lines: LineCounter, path: YamlPath): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function notYaml(file: string, line: number, message: string) {
  return trouble('rules-invalid', `不是合格的 YAML：${message}`, `not valid YAML: ${message}`, {
    file,
    line,
  });
}
