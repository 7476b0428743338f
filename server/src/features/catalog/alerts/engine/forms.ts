import type { StrictUnit } from '../../search/index.ts';
import type { ReadAlert } from '../conditions.ts';
import type { Atoms } from './atoms.ts';

/** What all of an alternative's words ask for: atoms that have to be there, and phrases that have to stand. */
export interface Conjunction {
  readonly atoms: readonly number[];
  /** Lists of atoms. */
  readonly phrases: readonly (readonly number[])[];
}

/** What must not be there; any of these. */
export type Exclusion =
  | { readonly kind: 'atoms'; readonly atoms: readonly number[] }
  | { readonly kind: 'phrase'; readonly atoms: readonly number[] };

/** What is looked at last, since few searches have it. */
export interface Details {
  readonly excluded: readonly Exclusion[];
  readonly companyIds: readonly string[];
  readonly sourceIds: readonly string[];
  readonly withoutCompanies: readonly string[];
}

/** Alternatives that can be answered at all. */
export function conjunctionsOf({ words, languages }: ReadAlert, atoms: Atoms): Conjunction[] {
  if (words.alternatives === null) return [{ atoms: [0], phrases: [] }];
  return words.alternatives.flatMap((units) => {
    const wanted = new Set<number>();
    const phrases: number[][] = [];
    for (const unit of units) {
      if (unit.kind === 'never') return [];
      if (unit.kind === 'word') wanted.add(atoms.word(unit.word, languages));
      else if (unit.kind === 'either') wanted.add(atoms.bound(unit.words, unit.joined, languages));
      else {
        const own = unit.words.map((word) => atoms.word(word, languages));
        for (const atom of own) wanted.add(atom);
        if (unit.kind === 'phrase') phrases.push(own);
      }
    }
    return [{ atoms: [...wanted].toSorted((one, other) => one - other), phrases }];
  });
}

export function detailsOf(alert: ReadAlert, atoms: Atoms): Details | null {
  const excluded = alert.words.excluded.flatMap((unit) => exclusionOf(unit, alert, atoms));
  const { companyIds, sourceIds, withoutCompanies } = alert;
  if (excluded.length + companyIds.length + sourceIds.length + withoutCompanies.length === 0) return null;
  return {
    excluded,
    companyIds: companyIds.toSorted(),
    sourceIds: sourceIds.toSorted(),
    withoutCompanies: withoutCompanies.toSorted(),
  };
}

function exclusionOf(unit: StrictUnit, { languages }: ReadAlert, atoms: Atoms): Exclusion[] {
  switch (unit.kind) {
    case 'never':
      return [];
    case 'word':
      return [{ kind: 'atoms', atoms: [atoms.word(unit.word, languages)] }];
    case 'either':
      return [{ kind: 'atoms', atoms: [atoms.bound(unit.words, unit.joined, languages)] }];
    case 'all':
      return [{ kind: 'atoms', atoms: unit.words.map((word) => atoms.word(word, languages)) }];
    case 'phrase':
      return [{ kind: 'phrase', atoms: unit.words.map((word) => atoms.word(word, languages)) }];
  }
}
