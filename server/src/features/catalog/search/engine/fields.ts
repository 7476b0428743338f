/** The fields of a document by their bits in a posting. */
export const fieldBits = { title: 1, company: 2, skills: 4, text: 8 } as const;
export const headlineBits = fieldBits.title | fieldBits.company | fieldBits.skills;
export const allFieldBits = headlineBits | fieldBits.text;

/**
 * How BM25F weighs a field. The lengths are fixed and not those of the collection, so that no document changes how others
 * are found, and an index that grew is the same as one that was made anew.
 */
const fieldWeights = {
  title: { weight: 8, usualLength: 4, lengthShare: 0.5 },
  company: { weight: 4, usualLength: 2, lengthShare: 0.2 },
  skills: { weight: 4, usualLength: 8, lengthShare: 0.3 },
  text: { weight: 1, usualLength: 300, lengthShare: 0.5 },
} as const;
export type Field = keyof typeof fieldWeights;
const saturation = 1.2;

/** What one occurrence in a field of this length weighs. */
export function occurrenceWeight(field: Field, length: number): number {
  const { weight, usualLength, lengthShare } = fieldWeights[field];
  return weight / (1 - lengthShare + (lengthShare * length) / usualLength);
}

/** What a word counts in a document, out of what its occurrences weigh. */
export const impactFor = (weight: number): number =>
  Math.max(1, Math.round((127 * weight) / (saturation + weight)));
