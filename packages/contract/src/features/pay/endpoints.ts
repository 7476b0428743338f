import { endpoint, noInput } from '../../core/endpoint.ts';
import { referenceRatesSchema } from './schemas.ts';

export const pay = {
  readRates: endpoint({
    ...noInput,
    id: 'readReferenceRates',
    method: 'GET',
    path: '/api/v1/pay/rates',
    tag: 'Jobs',
    summary: 'The rates that pay in other currencies is compared by',
    access: 'public',
    response: referenceRatesSchema,
  }),
};
