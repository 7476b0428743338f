import { kinds, type TemplateChannel } from '@rolecall/contract';
import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { sampleOf } from './samples.ts';

/** What every mail can name. */
const mailSample = {
  title: 'Title',
  message: 'Message',
  name: 'Ada Lovelace',
  action_label: 'Open',
  action_url: 'https://rolecall.example/notifications',
  base_url: 'https://rolecall.example',
} as const;

/** What a template is filled in with when it is checked: the sample of its kind first, which lacks nothing. */
export function viewsOf(texts: KindTexts, channel: TemplateChannel): Readonly<Record<string, unknown>>[] {
  const added = channel === 'email' ? { ...mailSample, ...texts.mailExtras?.sample } : {};
  return payloadsOf(texts).map((payload) => ({ ...payload, ...added }));
}

/** The sample, and what is left of it without each thing that a payload of the kind may lack. */
function payloadsOf(texts: KindTexts): Readonly<Record<string, unknown>>[] {
  const sample = sampleOf(texts);
  const { payload: schema } = kinds[texts.kind];
  const lacking = Object.keys(sample).flatMap((field) => {
    const { [field]: _, ...rest } = sample;
    return [rest, { ...rest, [field]: null }, { ...rest, [field]: '' }, { ...rest, [field]: [] }];
  });
  return [sample, ...lacking.filter((payload) => schema.safeParse(payload).success)];
}
