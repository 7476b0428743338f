import { z } from 'zod';

/** Roles that a provider can give. A recruiter's comes with a company, which it knows nothing of. */
export const givenRoleSchema = z.enum(['operator', 'job_seeker']);
export type GivenRole = z.infer<typeof givenRoleSchema>;

/** Who has this value of the claim has this role; `*`: everybody else. */
export interface RoleRule {
  readonly value: string;
  readonly role: GivenRole;
}

const everybodyElse = '*';
const maximumRules = 50;

/** Reads `admins=operator,*=job_seeker`; undefined: it is no such list. */
export function parseRoles(text: string): RoleRule[] | undefined {
  const rules: RoleRule[] = [];
  for (const pair of text.split(',')) {
    const middle = pair.lastIndexOf('=');
    const value = pair.slice(0, Math.max(0, middle)).trim();
    const role = givenRoleSchema.safeParse(pair.slice(middle + 1).trim());
    if (value === '' || !role.success) return undefined;
    rules.push({ value, role: role.data });
  }
  return rules.length <= maximumRules ? rules : undefined;
}

/** The role that the first fitting rule gives; undefined: none fits. */
export function roleOf(
  claims: Readonly<Record<string, unknown>>,
  claim: string,
  rules: readonly RoleRule[],
): GivenRole | undefined {
  const values = valuesOf(claims, claim);
  return rules.find(({ value }) => value === everybodyElse || values.includes(value))?.role;
}

/** Claims such as `https://example.org/roles` have dots in their name, so the whole name is looked for first. */
function valuesOf(claims: Readonly<Record<string, unknown>>, claim: string): readonly unknown[] {
  let found: unknown = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  if (found === undefined) {
    found = claims;
    for (const part of claim.split('.'))
      found = isObject(found) && Object.hasOwn(found, part) ? found[part] : undefined;
  }
  return Array.isArray(found) ? found : [found];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
