import { endpoint, noInput } from '../endpoint.ts';
import { instanceSchema } from '../operations.ts';

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
