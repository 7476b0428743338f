import { endpoint, noInput } from '../../core/endpoint.ts';
import { mailAlarmsSchema } from './schemas.ts';

export const mailAnalytics = {
  readAlarms: endpoint({
    ...noInput,
    id: 'readMailAlarms',
    method: 'GET',
    path: '/api/v1/operator/email/alarms',
    tag: 'Operator',
    summary: 'Which rates are beyond their limits, and whether mails that can wait are held back',
    access: ['operator'],
    scope: 'operations:read',
    response: mailAlarmsSchema,
  }),
  resume: endpoint({
    ...noInput,
    id: 'resumeMail',
    method: 'POST',
    path: '/api/v1/operator/email/alarms/resume',
    tag: 'Operator',
    summary: 'Let mails that were held back go on',
    description:
      'What was known by now is not judged again; what is learnt from now on may hold them back anew. Doing it again changes nothing.',
    access: ['operator'],
    scope: 'operations:write',
    response: mailAlarmsSchema,
  }),
};
