import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import { normalise } from '#classifier/core/normalise.ts';
import { createUnitText } from '#classifier/core/unit-text.ts';
import { listDigest, normalisedDigest } from '#classifier/store/digest.ts';
import type { PackedText } from './packed-texts.ts';

/** A list that is to be stored: each headline once, and the digest of the list as it came. */
export interface UniqueHeadlines {
  readonly digest: string;
  readonly texts: readonly string[];
  readonly packed: readonly PackedText[];
  readonly digests: readonly string[];
  /** What the source says of each; null where it says nothing of any. */
  readonly details: readonly (HeadlineDetails | null)[] | null;
  /** Places in the list as it came, from 1. */
  readonly positions: readonly number[];
}

/**
 * Leaves out headlines that differ from an earlier one in width, case or script alone; what is said of the first holds. Goes
 * through a long list once for each thing that it makes, which takes half as long as all of them in one go.
 */
export function uniqueHeadlines(
  listed: readonly string[],
  said: readonly (HeadlineDetails | null)[] | null = null,
): UniqueHeadlines {
  const scratch = createUnitText();
  const packed = listed.map((raw): PackedText => {
    const { text, hidden } = normalise(raw, scratch);
    return { text, hidden: hidden.length > 0 };
  });
  const digests = packed.map(({ text }) => normalisedDigest(text));
  const first = firstPlaces(digests);
  const pick = <Value>(values: readonly Value[]): readonly Value[] =>
    first.length === values.length ? values : first.map((place) => values[place] as Value);
  return {
    digest: listDigest(digests),
    texts: pick(listed),
    packed: pick(packed),
    digests: pick(digests),
    details: said && pick(said),
    positions: first.map((place) => place + 1),
  };
}

/** The places of digests that do not stand before. */
function firstPlaces(digests: readonly string[]): readonly number[] {
  const met = new Set<string>();
  const places: number[] = [];
  digests.forEach((digest, place) => {
    if (met.size < met.add(digest).size) places.push(place);
  });
  return places;
}
