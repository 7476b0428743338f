import {
  band,
  facts,
  headline,
  kindTexts,
  mail,
  paragraph,
  when,
} from '../../../../platform/kind-texts/index.ts';
import { hasAccount } from './why.ts';

export const maintenance = kindTexts({
  kind: 'maintenance',
  words: {
    en: { title: '{{ title }}', message: '{{ message }}', label: 'Maintenance', from: 'From', to: 'Until' },
    de: { title: '{{ title }}', message: '{{ message }}', label: 'Wartung', from: 'Von', to: 'Bis' },
    fr: { title: '{{ title }}', message: '{{ message }}', label: 'Maintenance', from: 'Du', to: 'Au' },
    es: {
      title: '{{ title }}',
      message: '{{ message }}',
      label: 'Mantenimiento',
      from: 'Desde',
      to: 'Hasta',
    },
  },
  mail: ({ label, from, to }, { colon, button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('warm', '!', label),
      headline('{{ title }}'),
      when('message != blank', paragraph('{{ message }}')),
      facts(
        colon,
        [from, '{{ starts_at | date_time }}', 'starts_at'],
        [to, '{{ ends_at | date_time }}', 'ends_at'],
      ),
      button,
    ),
  why: hasAccount,
  sample: {
    title: 'Maintenance on Sunday',
    message: 'Rolecall will be away for about an hour.',
    starts_at: '2026-09-06T04:00:00.000Z',
    ends_at: '2026-09-06T05:00:00.000Z',
  },
});
