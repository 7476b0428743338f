import { kindTexts } from '../../../../platform/kind-texts/index.ts';
import { digestMail } from './digest-mail.ts';
import { digestExtras, sampleDigest } from './samples.ts';
import { digestWords, wantsDigests } from './words.ts';

export const digestHourly = kindTexts({
  kind: 'digest_hourly',
  words: {
    en: { title: 'The last hour at Rolecall', ...digestWords.en },
    de: { title: 'Die letzte Stunde bei Rolecall', ...digestWords.de },
    fr: { title: 'La dernière heure sur Rolecall', ...digestWords.fr },
    es: { title: 'La última hora en Rolecall', ...digestWords.es },
  },
  mail: digestMail,
  why: wantsDigests,
  mailExtras: digestExtras,
  sample: sampleDigest('hourly', '2026-09-01T11:00:00.000Z'),
});
