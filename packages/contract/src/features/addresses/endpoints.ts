import { endpoint, noInput } from '../../core/endpoint.ts';
import { addressCheckRequestSchema, addressCheckSchema } from './schemas.ts';

export const auth = {
  checkAddress: endpoint({
    ...noInput,
    id: 'checkAddress',
    method: 'POST',
    path: '/api/v1/auth/address-check',
    tag: 'Authentication',
    summary: 'What is remarkable about an address, before somebody signs up with it',
    description: 'A hint for the person. It does not tell whether there is an account.',
    access: 'public',
    body: addressCheckRequestSchema,
    response: addressCheckSchema,
  }),
};
