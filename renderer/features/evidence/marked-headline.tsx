import type { ReactElement } from 'react';
import { PlainText } from '../../ui/plain-text.tsx';
import type { Mark, Segment } from './marks.ts';

/** The whole headline with what speaks against it marked, in the axis's colour and line. */
export function MarkedHeadline({ segments }: { readonly segments: readonly Segment[] }): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long headline scrolls, also by keyboard.
    <h2 className="headline" tabIndex={0}>
      <bdi>
        {segments.map((segment) =>
          segment.marks.length === 0 ? (
            <PlainText key={segment.start} text={segment.text} />
          ) : (
            <mark key={segment.start} className={segment.marks.map(markClass).join(' ')}>
              <PlainText text={segment.text} />
            </mark>
          ),
        )}
      </bdi>
    </h2>
  );
}

/** The class that draws a mark. */
export function markClass(mark: Mark): string {
  return `mark-${mark.axis}-${mark.kind}`;
}
