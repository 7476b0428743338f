import type { Locale } from '@rolecall/contract';

/** `{name}`, `{score}`, `{minimum}` and `{moment}` stand for what decided. */
const english = {
  own_job: 'You have posted it yourself.',
  no_seeker: 'Only job seekers are told of jobs.',
  applied: 'You have applied for it yourself.',
  same_vacancy: 'You were told of another posting of the same vacancy.',
  not_matched: 'It has not been compared with people yet; that takes a few minutes.',
  closed: 'It was closed before it was compared with people.',
  empty_profile: 'Your profile names neither titles nor skills, so nothing can fit.',
  deadline: 'Its deadline had passed when it was compared with people.',
  company: 'Your profile excludes the company “{name}”.',
  word: 'Your profile excludes the word “{name}”, which it contains.',
  employment_type: 'Its type of employment is none that your profile asks for.',
  remote: 'It does not fit what your profile says of remote work.',
  place: 'It is in none of the places of your profile.',
  pay: 'It states less pay than your profile asks for.',
  nothing_agrees: 'Neither its title nor its skills agree with your profile.',
  below_minimum: 'It fits you by {score} %, and you want to hear of jobs from {minimum} % on.',
  fits_by_now:
    'It fits your profile of today by {score} %. When it was compared with people, on {moment}, your profile was not like that yet.',
};

/** Why somebody has not heard of a job. Codes are stable. */
export type UntoldCode = keyof typeof english;

const languages: Readonly<Record<Locale, Readonly<Record<UntoldCode, string>>>> = {
  en: english,
  de: {
    own_job: 'Du hast sie selbst ausgeschrieben.',
    no_seeker: 'Von Stellen hören nur Stellensuchende.',
    applied: 'Du hast dich selbst darauf beworben.',
    same_vacancy: 'Du hast schon von einer anderen Ausschreibung derselben Stelle gehört.',
    not_matched: 'Sie wurde noch nicht mit Profilen verglichen; das dauert wenige Minuten.',
    closed: 'Sie wurde geschlossen, bevor sie mit Profilen verglichen wurde.',
    empty_profile: 'Dein Profil nennt weder Titel noch Fähigkeiten; so kann nichts passen.',
    deadline: 'Ihre Frist war schon vorbei, als sie mit Profilen verglichen wurde.',
    company: 'Dein Profil schließt das Unternehmen „{name}“ aus.',
    word: 'Dein Profil schließt das Wort „{name}“ aus, das darin steht.',
    employment_type: 'Ihre Art der Beschäftigung ist keine, die dein Profil nennt.',
    remote: 'Sie passt nicht zu dem, was dein Profil über Arbeit aus der Ferne sagt.',
    place: 'Sie ist an keinem der Orte deines Profils.',
    pay: 'Sie nennt weniger Gehalt, als dein Profil verlangt.',
    nothing_agrees: 'Weder Titel noch Fähigkeiten stimmen mit deinem Profil überein.',
    below_minimum: 'Sie passt zu {score} % zu dir, und du möchtest von Stellen ab {minimum} % hören.',
    fits_by_now:
      'Zu deinem heutigen Profil passt sie zu {score} %. Als sie mit Profilen verglichen wurde ({moment}), war deines noch nicht so.',
  },
  fr: {
    own_job: 'Vous l’avez publiée vous-même.',
    no_seeker: 'Seuls les candidats sont informés des offres.',
    applied: 'Vous y avez postulé vous-même.',
    same_vacancy: 'Vous avez été informé d’une autre annonce du même poste.',
    not_matched: 'Elle n’a pas encore été comparée aux profils ; cela prend quelques minutes.',
    closed: 'Elle a été fermée avant d’être comparée aux profils.',
    empty_profile: 'Votre profil ne nomme ni titre ni compétence ; rien ne peut donc correspondre.',
    deadline: 'Sa date limite était passée quand elle a été comparée aux profils.',
    company: 'Votre profil exclut l’entreprise « {name} ».',
    word: 'Votre profil exclut le mot « {name} », qui y figure.',
    employment_type: 'Son type d’emploi n’est pas de ceux que demande votre profil.',
    remote: 'Elle ne correspond pas à ce que votre profil dit du télétravail.',
    place: 'Elle n’est dans aucun des lieux de votre profil.',
    pay: 'Elle annonce un salaire inférieur à celui que demande votre profil.',
    nothing_agrees: 'Ni son titre ni ses compétences ne correspondent à votre profil.',
    below_minimum: 'Elle vous correspond à {score} %, et vous voulez être informé à partir de {minimum} %.',
    fits_by_now:
      'Elle correspond à {score} % à votre profil d’aujourd’hui. Quand elle a été comparée aux profils ({moment}), le vôtre n’était pas encore ainsi.',
  },
  es: {
    own_job: 'La publicaste tú.',
    no_seeker: 'Solo se avisa de ofertas a quienes buscan empleo.',
    applied: 'Te has inscrito en ella por tu cuenta.',
    same_vacancy: 'Se te avisó de otro anuncio del mismo puesto.',
    not_matched: 'Aún no se ha comparado con los perfiles; tarda unos minutos.',
    closed: 'Se cerró antes de compararse con los perfiles.',
    empty_profile: 'Tu perfil no nombra títulos ni aptitudes, así que nada puede encajar.',
    deadline: 'Su plazo había pasado cuando se comparó con los perfiles.',
    company: 'Tu perfil excluye la empresa «{name}».',
    word: 'Tu perfil excluye la palabra «{name}», que aparece en ella.',
    employment_type: 'Su tipo de empleo no es de los que pide tu perfil.',
    remote: 'No encaja con lo que tu perfil dice del trabajo a distancia.',
    place: 'No está en ninguno de los lugares de tu perfil.',
    pay: 'Indica menos sueldo del que pide tu perfil.',
    nothing_agrees: 'Ni su título ni sus aptitudes coinciden con tu perfil.',
    below_minimum: 'Encaja contigo al {score} %, y quieres saber de ofertas a partir del {minimum} %.',
    fits_by_now:
      'Encaja al {score} % con tu perfil de hoy. Cuando se comparó con los perfiles ({moment}), el tuyo aún no era así.',
  },
};

export function sayUntold(
  code: UntoldCode,
  about: {
    readonly locale: Locale;
    readonly timeZone: string;
    readonly name?: string | undefined;
    readonly score?: number | undefined;
    readonly minimum?: number | undefined;
    readonly matchedAt: Date | null;
  },
): string {
  const { locale, timeZone, name, score, minimum, matchedAt } = about;
  const moment =
    matchedAt === null
      ? undefined
      : new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
          dateStyle: 'medium',
          timeStyle: 'short',
          timeZone,
        }).format(matchedAt);
  const values = new Map<string, unknown>(Object.entries({ name, score, minimum, moment }));
  return languages[locale][code].replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values.get(key) ?? ''));
}
