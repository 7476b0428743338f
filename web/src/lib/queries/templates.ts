import type { TemplateSlot } from '@rolecall/contract';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';

export const templateQueries = {
  all: () => queryOptions({ queryKey: ['templates', 'all'], queryFn: () => client.templates.list() }),
  one: (slot: TemplateSlot) =>
    queryOptions({
      queryKey: ['templates', 'one', slot.kind, slot.channel, slot.locale],
      queryFn: () => client.templates.read({ params: slot }),
    }),
  version: (slot: TemplateSlot, version: number) =>
    queryOptions({
      queryKey: ['templates', 'version', slot.kind, slot.channel, slot.locale, version],
      queryFn: () => client.templates.readVersion({ params: { ...slot, version } }),
    }),
};
