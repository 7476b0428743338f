import { band, headline, kindTexts, mail, paragraph, when } from '../../../../platform/kind-texts/index.ts';
import { hasAccount } from './why.ts';

export const featureAnnouncement = kindTexts({
  kind: 'feature_announcement',
  words: {
    en: { title: '{{ title }}', message: '{{ message }}', label: 'News' },
    de: { title: '{{ title }}', message: '{{ message }}', label: 'Neuigkeit' },
    fr: { title: '{{ title }}', message: '{{ message }}', label: 'Nouveauté' },
    es: { title: '{{ title }}', message: '{{ message }}', label: 'Novedad' },
  },
  mail: ({ label }, { button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('info', '✦', label),
      headline('{{ title }}'),
      when('message != blank', paragraph('{{ message }}')),
      button,
    ),
  why: hasAccount,
  sample: {
    title: 'Alerts by salary',
    message: 'You can now hear of jobs that pay more than you ask for.',
    action: { label: 'See how', path: '/settings/notifications' },
  },
});
