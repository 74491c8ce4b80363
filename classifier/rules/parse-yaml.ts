import { isNode, LineCounter, parseDocument } from 'yaml';
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
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) return failed(notYaml(file, lines.linePos(error.pos[0]).line, error.message));

  const lineOf = (path: YamlPath): number => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  try {
    return done({ data: document.toJS(), lineOf });
  } catch (problem) {
    return failed(notYaml(file, 1, problem instanceof Error ? problem.message : String(problem)));
  }
}

function notYaml(file: string, line: number, message: string) {
  return trouble('rules-invalid', `不是合格的 YAML：${message}`, `not valid YAML: ${message}`, {
    file,
    line,
  });
}
