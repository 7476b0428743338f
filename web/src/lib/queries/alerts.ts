import type { AlertConditions } from '@rolecall/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';

export const alertQueries = {
  all: () => queryOptions({ queryKey: ['alerts', 'all'], queryFn: () => client.alerts.list() }),
  preview: (conditions: AlertConditions) =>
    queryOptions({
      queryKey: ['alerts', 'preview', conditions],
      queryFn: () => client.alerts.preview({ body: conditions }),
      placeholderData: keepPreviousData,
    }),
  findings: (id: string) =>
    queryOptions({
      queryKey: ['alerts', 'findings', id],
      queryFn: () => client.alerts.findings({ params: { alert_id: id } }),
    }),
};
