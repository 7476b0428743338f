import { endpoint, noInput } from '../../core/endpoint.ts';
import { profileSchema, profileUpdateSchema } from './schemas.ts';

export const me = {
  readProfile: endpoint({
    ...noInput,
    id: 'readProfile',
    method: 'GET',
    path: '/api/v1/me/profile',
    tag: 'Account',
    summary: 'The profile',
    access: 'signed_in',
    scope: 'profile:read',
    response: profileSchema,
  }),
  updateProfile: endpoint({
    ...noInput,
    id: 'updateProfile',
    method: 'PATCH',
    path: '/api/v1/me/profile',
    tag: 'Account',
    summary: 'Change the profile; fields that are left out stay',
    access: 'signed_in',
    scope: 'profile:write',
    body: profileUpdateSchema,
    response: profileSchema,
  }),
};
