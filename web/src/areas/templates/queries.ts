import type { TemplateSample, TemplateSlot } from '@rolecall/contract';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';

export const templateQueries = {
  all: () => queryOptions({ queryKey: ['templates', 'all'], queryFn: () => client.templates.list() }),
  one: (slot: TemplateSlot) =>
    queryOptions({
      queryKey: ['templates', 'one', slot.kind, slot.channel, slot.locale],
      queryFn: () => client.templates.read({ params: slot }),
    }),
  samples: () =>
    queryOptions({ queryKey: ['templates', 'samples'], queryFn: () => client.templates.samples() }),
  /** The mail of a sample as it is in force. */
  mail: (slot: TemplateSlot, { name, reader, payload }: TemplateSample) =>
    queryOptions({
      queryKey: ['templates', 'mail', slot.kind, slot.locale, name],
      queryFn: async () => (await client.templates.preview({ params: slot, body: { payload, reader } })).mail,
    }),
  version: (slot: TemplateSlot, version: number) =>
    queryOptions({
      queryKey: ['templates', 'version', slot.kind, slot.channel, slot.locale, version],
      queryFn: () => client.templates.readVersion({ params: { ...slot, version } }),
    }),
};
