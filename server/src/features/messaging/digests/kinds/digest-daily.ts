import { kindTexts } from '../../../../platform/kind-texts/index.ts';
import { digestMail } from './digest-mail.ts';
import { digestExtras, sampleDigest } from './samples.ts';
import { digestWords, wantsDigests } from './words.ts';

export const digestDaily = kindTexts({
  kind: 'digest_daily',
  words: {
    en: { title: 'Your day at Rolecall', ...digestWords.en },
    de: { title: 'Dein Tag bei Rolecall', ...digestWords.de },
    fr: { title: 'Votre journée sur Rolecall', ...digestWords.fr },
    es: { title: 'Tu día en Rolecall', ...digestWords.es },
  },
  mail: digestMail,
  why: wantsDigests,
  mailExtras: digestExtras,
  sample: sampleDigest('daily', '2026-08-31T12:00:00.000Z'),
});
