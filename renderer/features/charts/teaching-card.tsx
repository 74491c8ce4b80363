import type { ReactElement, ReactNode } from 'react';

interface TeachingCardProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Stands where a figure cannot be drawn yet, and says what it takes. */
export function TeachingCard({ title, children }: TeachingCardProps): ReactElement {
  return (
    <section className="card">
      <h2>{title}</h2>
      <p className="card-lead">{children}</p>
    </section>
  );
}
