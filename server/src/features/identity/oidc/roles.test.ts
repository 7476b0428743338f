import { expect, it } from 'vitest';
import { parseRoles, roleOf } from './roles.ts';

const rules = parseRoles('admins=operator, *=job_seeker') ?? [];

it.each([
  [{ roles: ['admins', 'staff'] }, 'roles', 'operator'],
  [{ roles: 'admins' }, 'roles', 'operator'],
  [{ roles: ['staff'] }, 'roles', 'job_seeker'],
  [{}, 'roles', 'job_seeker'],
  [{ realm_access: { roles: ['admins'] } }, 'realm_access.roles', 'operator'],
  [{ 'https://example.org/roles': ['admins'] }, 'https://example.org/roles', 'operator'],
  [{ realm_access: 'admins' }, 'realm_access.roles', 'job_seeker'],
  [{}, 'constructor.name', 'job_seeker'],
])('of %j the claim %s gives the role %s', (claims, claim, role) => {
  expect(roleOf(claims, claim, rules)).toBe(role);
});

it('nobody has a role by no rule', () => {
  expect(roleOf({ roles: ['staff'] }, 'roles', parseRoles('admins=operator') ?? [])).toBeUndefined();
});

it.each(['admins', 'admins=', '=operator', 'admins=king', 'admins=recruiter', ''])(
  '%j is no list of rules',
  (text) => {
    expect(parseRoles(text)).toBeUndefined();
  },
);
