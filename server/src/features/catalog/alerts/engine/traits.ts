import { employmentTypes, seniorities, workplaces } from '@rolecall/contract';
import type { SearchDocument } from '../../search/index.ts';
import type { ReadAlert } from '../conditions.ts';

/**
 * Workplaces, types and levels as bits. Each of the three has one bit more, which every vacancy has: an alert that does not ask
 * has only this bit, one that asks has only those that it asks for.
 */
const groups = [workplaces, employmentTypes, seniorities] as const;

const layout = groups.map((values, place) => {
  const shift = groups.slice(0, place).reduce((sum, { length }) => sum + length + 1, 0);
  return { shift, any: 1 << (shift + values.length), all: ((1 << (values.length + 1)) - 1) << shift };
});

const [workplaceBits, typeBits, seniorityBits] = layout.map(({ all }) => all);
export const traitGroups = [workplaceBits ?? 0, typeBits ?? 0, seniorityBits ?? 0] as const;

function bitsOf(
  wanted: readonly [readonly string[], readonly string[], readonly string[]],
  withAny: (count: number) => boolean,
): number {
  let mask = 0;
  for (const [place, values] of groups.entries()) {
    const { shift = 0, any = 0 } = layout[place] ?? {};
    const own = wanted[place] ?? [];
    for (const [number, value] of values.entries()) if (own.includes(value)) mask |= 1 << (shift + number);
    if (withAny(own.length)) mask |= any;
  }
  return mask;
}

export const traitsOfAlert = ({ workplaces: at, employmentTypes: types, seniorities: levels }: ReadAlert) =>
  bitsOf([at, types, levels], (count) => count === 0);

export const traitsOfVacancy = (document: SearchDocument): number =>
  bitsOf([document.workplaces, document.employmentTypes, document.seniorities], () => true);

const remoteBit = 1 << workplaces.indexOf('remote');
const otherWorkplaces = traitGroups[0] & ~remoteBit;

/** Whether an alert only looks for remote work. */
export const isRemoteOnly = (mask: number): boolean =>
  (mask & remoteBit) !== 0 && (mask & otherWorkplaces) === 0;
export const isRemote = (mask: number): boolean => (mask & remoteBit) !== 0;
