import type { Language } from './employers.ts';

/** What every posting of a language has, whatever the trade. */
export interface Phrases {
  readonly tasks: string;
  readonly asks: string;
  readonly offers: string;
  /** Behind a title, as it is usual. */
  readonly everybody: string;
  readonly part: (hours: number) => string;
  readonly remote: string;
  readonly hybrid: string;
  readonly benefits: readonly string[];
  readonly closing: readonly string[];
}

export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    tasks: 'What you will do',
    asks: 'What you bring',
    offers: 'What you get',
    everybody: '',
    part: (hours) => `This is a part-time job of ${hours} hours a week.`,
    remote: 'Remote: you work from wherever you like in the country, and we meet twice a year.',
    hybrid: 'Two days a week we are all in; the others you choose.',
    benefits: [
      'Thirty days of holiday, and nobody asks what for',
      'A rota that is out four weeks ahead',
      'A pension that we pay into from the first day',
      'A yearly ticket for bus and train',
      'A budget for courses, with the days to use it',
      'Lunch that is cooked here',
      'Overtime is paid or taken off, as you like',
      'A bicycle by lease, or a parking place',
      'Time off when a child is ill, without a form',
      'A mentor for the first half year',
    ],
    closing: [
      'Send us three sentences about you; a cover letter is not needed.',
      'You hear from us within a week, whatever the answer.',
      'Come by for a trial day, which is paid.',
      'Questions? Ring us before you write.',
    ],
  },
  de: {
    tasks: 'Deine Aufgaben',
    asks: 'Das bringst du mit',
    offers: 'Das bekommst du',
    everybody: ' (m/w/d)',
    part: (hours) => `Teilzeit mit ${hours} Stunden in der Woche.`,
    remote: 'Homeoffice, ganz remote: du arbeitest, wo du magst; zweimal im Jahr treffen wir uns.',
    hybrid: 'An zwei Tagen sind alle im Haus, die anderen wählst du.',
    benefits: [
      'Dreißig Tage Urlaub, dazu Heiligabend und Silvester',
      'Dienstpläne, die vier Wochen vorher stehen',
      'Betriebliche Altersvorsorge ab dem ersten Tag',
      'Ein Deutschlandticket',
      'Budget und Tage für Fortbildungen',
      'Mittagessen aus der eigenen Küche',
      'Überstunden werden bezahlt oder abgebummelt',
      'Ein Rad zum Leasen oder ein Parkplatz',
      'Freie Tage, wenn ein Kind krank ist, ohne Formular',
      'Eine Patin oder einen Paten für das erste halbe Jahr',
    ],
    closing: [
      'Drei Sätze über dich genügen, ein Anschreiben brauchen wir nicht.',
      'Du hörst binnen einer Woche von uns, so oder so.',
      'Komm zu einem Probetag vorbei, er wird bezahlt.',
      'Fragen? Ruf gern vorher an.',
    ],
  },
  fr: {
    tasks: 'Vos missions',
    asks: 'Votre profil',
    offers: 'Ce que nous offrons',
    everybody: ' (H/F)',
    part: (hours) => `Temps partiel de ${hours} heures par semaine.`,
    remote:
      'Télétravail complet (remote) : vous travaillez d’où vous voulez, et nous nous retrouvons deux fois par an.',
    hybrid: 'Deux jours par semaine tout le monde est là, les autres sont à vous.',
    benefits: [
      'Des plannings connus quatre semaines à l’avance',
      'Une mutuelle prise en charge à 80 %',
      'Des titres-restaurant ou une vraie cantine',
      'Le forfait mobilité, vélo compris',
      'Un budget de formation et les jours pour l’utiliser',
      'Les heures supplémentaires payées ou récupérées, à votre choix',
      'Un treizième mois',
      'Des jours pour enfant malade, sans formulaire',
      'Une place en crèche quand c’est possible',
      'Un tuteur pendant les six premiers mois',
    ],
    closing: [
      'Trois phrases suffisent, pas de lettre de motivation.',
      'Vous aurez une réponse sous une semaine, quelle qu’elle soit.',
      'Venez passer une journée d’essai, elle est payée.',
      'Une question ? Appelez-nous avant d’écrire.',
    ],
  },
  es: {
    tasks: 'Qué harás',
    asks: 'Qué traes',
    offers: 'Qué te damos',
    everybody: ' (H/M)',
    part: (hours) => `Media jornada de ${hours} horas por semana.`,
    remote: 'Teletrabajo completo (remote): trabajas desde donde quieras y nos vemos dos veces al año.',
    hybrid: 'Dos días por semana estamos todos; los demás los eliges tú.',
    benefits: [
      'Veintiséis días laborables de vacaciones',
      'Turnos publicados con cuatro semanas',
      'Seguro médico desde el primer día',
      'Abono de transporte',
      'Dinero y días para formación',
      'Comida hecha en casa',
      'Las horas extra se pagan o se libran',
      'Jornada intensiva en julio y agosto',
      'Días por hijo enfermo, sin papeles',
      'Alguien que te acompaña los seis primeros meses',
    ],
    closing: [
      'Bastan tres frases sobre ti; no hace falta carta.',
      'Te contestamos en una semana, sea lo que sea.',
      'Ven a un día de prueba, se paga.',
      '¿Dudas? Llámanos antes de escribir.',
    ],
  },
};
