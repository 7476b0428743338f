import { z } from 'zod';
import { endpoint, noInput, nothing, streamedFileSchema } from '../../core/endpoint.ts';

export const privacy = {
  export: endpoint({
    ...noInput,
    id: 'exportData',
    method: 'GET',
    path: '/api/v1/me/export',
    tag: 'Account',
    summary: 'Everything that is kept of the account, as a JSON file',
    description:
      'The file is written while it is read, however much there is. A `security_alert` tells the person of it.',
    access: 'signed_in',
    response: streamedFileSchema,
  }),
  erase: endpoint({
    ...noInput,
    id: 'eraseAccount',
    method: 'DELETE',
    path: '/api/v1/me',
    tag: 'Account',
    summary: 'Delete the account and everything that is kept of it',
    description:
      'Every session, API key and link ends at once; the rest is deleted within minutes. It cannot be undone. It needs the password, or a proof of any kind at most ten minutes ago.',
    access: 'signed_in',
    body: z.object({ password: z.string().min(1).max(200).optional() }),
    response: nothing,
    status: 202,
    errors: ['invalid_credentials', 'last_operator', 'reauthentication_required', 'too_many_attempts'],
    rateLimit: 'credentials',
  }),
};
