/**
 * How companies stand, for lists. `hidden` and `refused` ones are in no other but the whole list; `name_review`: an operator has
 * to look at the name, whether the company is verified or not.
 */
export const companyStates = [
  'name_review',
  'unverified',
  'verified',
  'refused',
  'hidden',
  'source',
] as const;
export type CompanyState = (typeof companyStates)[number];
