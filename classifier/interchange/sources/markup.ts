import { ELEMENT_DEPTH_LIMIT } from './limits.ts';

/** Whether a text or part of an archive declares entities: documents that do are not read, whatever they declare. */
export function holdsEntities(content: Uint8Array | string): boolean {
  if (typeof content === 'string') return /<!ENTITY/i.test(content);
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('<!ENTITY');
}

/** Elements that end where they begin, also without a slash. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * Whether elements are nested deeper than is read, told by one walk over the tags before any tree is made of them.
 * Elements that HTML lets stand open count as open until one around them ends.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [, close, name = '', slash] of text.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g,
  )) {
    if (slash === '/' || VOID.has(name.toLowerCase())) continue;
    depth = close === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > ELEMENT_DEPTH_LIMIT) return true;
  }
  return false;
}
