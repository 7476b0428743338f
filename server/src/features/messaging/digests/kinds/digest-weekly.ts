import { kindTexts } from '../../../../platform/kind-texts/index.ts';
import { digestMail } from './digest-mail.ts';
import { digestExtras, sampleDigest } from './samples.ts';
import { digestWords, wantsDigests } from './words.ts';

export const digestWeekly = kindTexts({
  kind: 'digest_weekly',
  words: {
    en: { title: 'Your week at Rolecall', ...digestWords.en },
    de: { title: 'Deine Woche bei Rolecall', ...digestWords.de },
    fr: { title: 'Votre semaine sur Rolecall', ...digestWords.fr },
    es: { title: 'Tu semana en Rolecall', ...digestWords.es },
  },
  mail: digestMail,
  why: wantsDigests,
  mailExtras: digestExtras,
  sample: sampleDigest('weekly', '2026-08-25T12:00:00.000Z'),
});
