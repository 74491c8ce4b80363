import type { ReactElement } from 'react';
import type { Span } from '#classifier/core/span.ts';
import type { ClusterView } from '#contract/views.ts';
import { useSay } from '../../strings/use-say.ts';
import { cutSpans } from './cut-spans.ts';

/** The other headlines that tell the same story, each beside this one where the two contradict each other. */
export function SameStory({
  text,
  cluster,
}: {
  readonly text: string;
  readonly cluster: ClusterView;
}): ReactElement {
  const { say } = useSay();
  return (
    <section className="story" aria-label={say('story.title')}>
      <h3 className="story-head">
        {say('story.title')}
        <span className="story-size">{say('story.size', { count: cluster.size })}</span>
      </h3>
      <ul className="story-list">
        {cluster.others.map(({ id, text: other, contradictions }) => (
          <li key={id}>
            {contradictions.length === 0 ? (
              <p>{other}</p>
            ) : (
              <>
                <p className="story-kinds">
                  {[...new Set(contradictions.map(({ kind }) => kind))]
                    .map((kind) => say(`story.${kind}`))
                    .join(' · ')}
                </p>
                <p>
                  <span className="story-side">{say('story.here')}</span>
                  <Differing text={text} spans={contradictions.map(({ here }) => here)} />
                </p>
                <p>
                  <span className="story-side">{say('story.there')}</span>
                  <Differing text={other} spans={contradictions.map(({ there }) => there)} />
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Differing({
  text,
  spans,
}: {
  readonly text: string;
  readonly spans: readonly Span[];
}): ReactElement {
  let at = 0;
  return (
    <>
      {cutSpans(text, spans).map((part) => {
        const key = at;
        at += part.text.length;
        return part.inside ? (
          <mark key={key} className="differs">
            {part.text}
          </mark>
        ) : (
          <span key={key}>{part.text}</span>
        );
      })}
    </>
  );
}
