import { fingerprintOf, type Posting } from './fingerprint.ts';
import { type PackedFingerprint, packFingerprint } from './packing.ts';

/** Reads what tells the vacancies of postings. */
export function readFingerprints(postings: readonly Posting[]): PackedFingerprint[] {
  return postings.map((posting) => packFingerprint(fingerprintOf(posting)));
}
