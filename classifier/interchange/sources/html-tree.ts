import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What a page holds, in its order: where an element begins and ends, and text. */
export interface PageVisitor {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(value: string): void;
}

/** Elements whose content is not shown. */
const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'select',
  'textarea',
  'iframe',
]);

/** Walks a page as a browser would read it, without recursion. */
export function walkPage(html: string, visitor: PageVisitor): void {
  walk(parse(html), visitor);
}

/** The text of a piece of HTML: a title of a feed with tags or character references in it. */
export function htmlText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const texts: string[] = [];
  walk(parseFragment(html), {
    open: () => undefined,
    close: () => undefined,
    text: (value) => texts.push(value),
  });
  return texts.join('');
}

function walk(root: Tree.ParentNode, visitor: PageVisitor): void {
  const waiting: (Tree.ChildNode | { readonly end: string })[] = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('end' in node) visitor.close(node.end);
    else if (node.nodeName === '#text' && 'value' in node) visitor.text(node.value);
    else if ('tagName' in node && !HIDDEN.has(node.tagName)) {
      const { attrs, tagName } = node;
      visitor.open(tagName, (name) => attrs.find((attribute) => attribute.name === name)?.value);
      waiting.push({ end: tagName });
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1)
        waiting.push(node.childNodes[at] as Tree.ChildNode);
    }
  }
}
