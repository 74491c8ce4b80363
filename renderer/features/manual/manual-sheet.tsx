import type { ReactElement } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useSay } from '../../strings/use-say.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { headingsOf, idOf } from './headings.ts';
import { manualIn, pictureOf } from './manual-text.ts';

/** How the parts of the manual are drawn. Other documents that it names are not in the program, so links to them are text. */
const PARTS: Components = {
  h1: () => null,
  h2: ({ children }) => (
    <h3 id={idOf(String(children))} tabIndex={-1} className="manual-heading">
      {children}
    </h3>
  ),
  h3: ({ children }) => <h4>{children}</h4>,
  a: ({ children }) => <span>{children}</span>,
  img: ({ src, alt }) => {
    const picture = typeof src === 'string' ? pictureOf(src) : undefined;
    return picture === undefined ? null : (
      <img className="manual-picture" src={picture} alt={alt ?? ''} loading="lazy" />
    );
  },
  table: ({ children }) => <table className="manual-table">{children}</table>,
};
const PLUGINS = [remarkGfm];

/** The manual in the window's language, with its contents beside it. */
export function ManualSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { say, language } = useSay();
  const text = manualIn(language);
  return (
    <SheetPage title={say('manual.title')} className="manual" onClose={onClose}>
      <div className="manual-body">
        <nav className="manual-contents" aria-label={say('manual.contents')}>
          <ol>
            {headingsOf(text).map((heading) => (
              <li key={heading.id}>
                <button type="button" className="link" onClick={() => turnTo(heading.id)}>
                  {heading.text}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <article className="manual-text">
          <Markdown remarkPlugins={PLUGINS} components={PARTS}>
            {text}
          </Markdown>
        </article>
      </div>
    </SheetPage>
  );
}

function turnTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
