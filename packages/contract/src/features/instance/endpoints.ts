import { endpoint, noInput } from '../../core/endpoint.ts';
import { instanceSchema } from './schemas.ts';

export const instance = {
  read: endpoint({
    ...noInput,
    id: 'readInstance',
    method: 'GET',
    path: '/api/v1/instance',
    tag: 'Instance',
    summary: 'What this instance offers',
    access: 'public',
    response: instanceSchema,
  }),
};
