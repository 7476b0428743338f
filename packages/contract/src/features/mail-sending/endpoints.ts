import { z } from 'zod';
import { endpoint, noInput } from '../../core/endpoint.ts';
import { mailSendingSchema } from './schemas.ts';

const provider = { params: z.object({ provider: z.string().regex(/^[a-z\d][a-z\d-]{0,39}$/) }) };

export const mailSending = {
  read: endpoint({
    ...noInput,
    id: 'readMailSending',
    method: 'GET',
    path: '/api/v1/operator/email/sending',
    tag: 'E-mail',
    summary: 'How the mail providers are doing, and what waits for whom',
    access: ['operator'],
    scope: 'operations:read',
    response: mailSendingSchema,
  }),
  pause: endpoint({
    ...noInput,
    ...provider,
    id: 'pauseMailProvider',
    method: 'POST',
    path: '/api/v1/operator/email/providers/{provider}/pause',
    tag: 'E-mail',
    summary: 'Give no mail to a provider until it is resumed',
    access: ['operator'],
    scope: 'operations:write',
    response: mailSendingSchema,
    errors: ['not_found'],
  }),
  resume: endpoint({
    ...noInput,
    ...provider,
    id: 'resumeMailProvider',
    method: 'POST',
    path: '/api/v1/operator/email/providers/{provider}/resume',
    tag: 'E-mail',
    summary: 'Give mails to a provider again that was paused',
    access: ['operator'],
    scope: 'operations:write',
    response: mailSendingSchema,
    errors: ['not_found'],
  }),
  closeBreaker: endpoint({
    ...noInput,
    ...provider,
    id: 'closeMailProviderBreaker',
    method: 'POST',
    path: '/api/v1/operator/email/providers/{provider}/close-breaker',
    tag: 'E-mail',
    summary: 'Try a provider again now that is left alone because it failed',
    access: ['operator'],
    scope: 'operations:write',
    response: mailSendingSchema,
    errors: ['not_found'],
  }),
};
