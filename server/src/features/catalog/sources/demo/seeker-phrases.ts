import type { Language } from './employers.ts';

/** What made-up job seekers say of themselves. */
interface SeekerPhrases {
  readonly headline: (title: string, years: number) => string;
  readonly summaries: readonly string[];
}

export const phrasesOfSeekers: Readonly<Record<Language, SeekerPhrases>> = {
  en: {
    headline: (title, years) => `${title}, ${years === 1 ? 'one year' : `${years} years`} in the trade`,
    summaries: [
      'I like a team that talks to each other and a plan that holds until Friday.',
      'Looking for steady work close to home, and people who explain why.',
      'I have trained two newcomers and would like to go on doing that.',
      'Back after two years abroad, and glad to learn how you do it.',
      'Careful, punctual, and not afraid of a busy day.',
    ],
  },
  de: {
    headline: (title, years) => `${title}, ${years === 1 ? 'ein Jahr' : `${years} Jahre`} im Beruf`,
    summaries: [
      'Ich mag ein Team, das miteinander redet, und einen Plan, der bis Freitag hält.',
      'Ich suche eine feste Stelle in der Nähe, bei Leuten, die erklären, warum.',
      'Ich habe zwei Auszubildende begleitet und möchte das weiter tun.',
      'Nach zwei Jahren im Ausland zurück und neugierig, wie ihr arbeitet.',
      'Sorgfältig, pünktlich, und auch an vollen Tagen ruhig.',
    ],
  },
  fr: {
    headline: (title, years) => `${title}, ${years === 1 ? 'un an' : `${years} ans`} de métier`,
    summaries: [
      'J’aime une équipe qui se parle et un planning qui tient jusqu’au vendredi.',
      'Je cherche un poste stable près de chez moi, avec des gens qui expliquent.',
      'J’ai formé deux débutants et j’aimerais continuer.',
      'De retour après deux ans à l’étranger, curieuse de votre façon de faire.',
      'Soin, ponctualité, et du calme les jours chargés.',
    ],
  },
  es: {
    headline: (title, years) => `${title}, ${years === 1 ? 'un año' : `${years} años`} en el oficio`,
    summaries: [
      'Me gusta un equipo que se habla y un plan que dura hasta el viernes.',
      'Busco un trabajo estable cerca de casa, con gente que explica el porqué.',
      'He formado a dos personas nuevas y me gustaría seguir haciéndolo.',
      'De vuelta tras dos años fuera, con ganas de aprender cómo trabajáis.',
      'Cuidado, puntualidad y calma en los días de mucho trabajo.',
    ],
  },
};
