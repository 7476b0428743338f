import { z } from 'zod';
import { endpoint, noInput, nothing } from '../../core/endpoint.ts';
import { idSchema, pageSchema } from '../../core/primitives.ts';
import { mailboxListQuerySchema, mailboxMessageSchema, mailboxMessageSummarySchema } from './schemas.ts';

export const mailbox = {
  list: endpoint({
    ...noInput,
    id: 'listMailbox',
    method: 'GET',
    path: '/api/v1/mailbox',
    tag: 'Mailbox',
    summary: 'Mails that the development sink has received, the newest first',
    description:
      'Only where mails do not leave this machine; elsewhere, and always in production, it is not there. ' +
      'Where others can reach the server it is there for operators alone.',
    access: 'optional',
    query: mailboxListQuerySchema,
    response: pageSchema(mailboxMessageSummarySchema),
    errors: ['not_found', 'invalid_cursor'],
  }),
  read: endpoint({
    ...noInput,
    id: 'readMail',
    method: 'GET',
    path: '/api/v1/mailbox/{mail_id}',
    tag: 'Mailbox',
    summary: 'One mail',
    access: 'optional',
    params: z.object({ mail_id: idSchema }),
    response: mailboxMessageSchema,
    errors: ['not_found'],
  }),
  clear: endpoint({
    ...noInput,
    id: 'clearMailbox',
    method: 'DELETE',
    path: '/api/v1/mailbox',
    tag: 'Mailbox',
    summary: 'Empty the mailbox',
    access: 'optional',
    response: nothing,
    errors: ['not_found'],
  }),
};
