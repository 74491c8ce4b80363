/** What a source says of a headline besides its text; null where it says nothing. */
export interface HeadlineDetails {
  /** Who published it. */
  readonly source: string | null;
  /** Absolute, http or https. */
  readonly url: string | null;
  /** ISO 8601: with Z where the source named a zone, without where it did not, a day alone where it gave a day. */
  readonly publishedAt: string | null;
  /** The source's own name of it. */
  readonly id: string | null;
  /** Everything else that the source says, as a JSON object. */
  readonly metadata: string | null;
}
