import { defineMessages } from '@rolecall/contract';

/** Why somebody has heard nothing of a job. Keys are stable: they are the codes of the answers. */
export const absenceMessages = defineMessages({
  en: {
    own_job: 'You have posted it yourself.',
    no_seeker: 'Only job seekers are told of jobs.',
    applied: 'You have applied for it yourself.',
    same_vacancy: 'You were told of another posting of the same vacancy.',
    not_matched: 'It has not been compared with people yet; that takes a few minutes.',
    unverified_company: 'Its company has not proven who it is, so nobody was told of it.',
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
    below_minimum:
      'It fits you by {score:number} %, and you want to hear of jobs from {minimum:number} % on.',
    fits_by_now:
      'It fits your profile of today by {score:number} %. When it was compared with people, on {moment:date_time}, your profile was not like that yet.',
  },
  de: {
    own_job: 'Du hast sie selbst ausgeschrieben.',
    no_seeker: 'Von Stellen hören nur Stellensuchende.',
    applied: 'Du hast dich selbst darauf beworben.',
    same_vacancy: 'Du hast schon von einer anderen Ausschreibung derselben Stelle gehört.',
    not_matched: 'Sie wurde noch nicht mit Profilen verglichen; das dauert wenige Minuten.',
    unverified_company:
      'Die Firma hat noch nicht nachgewiesen, wer sie ist. Darum hat niemand von der Stelle gehört.',
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
    below_minimum:
      'Sie passt zu {score:number} % zu dir, und du möchtest von Stellen ab {minimum:number} % hören.',
    fits_by_now:
      'Zu deinem heutigen Profil passt sie zu {score:number} %. Als sie mit Profilen verglichen wurde ({moment:date_time}), war deines noch nicht so.',
  },
  fr: {
    own_job: 'Vous l’avez publiée vous-même.',
    no_seeker: 'Seuls les candidats sont informés des offres.',
    applied: 'Vous y avez postulé vous-même.',
    same_vacancy: 'Vous avez été informé d’une autre annonce du même poste.',
    not_matched: 'Elle n’a pas encore été comparée aux profils ; cela prend quelques minutes.',
    unverified_company: 'L’entreprise n’a pas encore prouvé son identité ; personne n’en a donc été informé.',
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
    below_minimum:
      'Elle vous correspond à {score:number} %, et vous voulez être informé à partir de {minimum:number} %.',
    fits_by_now:
      'Elle correspond à {score:number} % à votre profil d’aujourd’hui. Quand elle a été comparée aux profils ({moment:date_time}), le vôtre n’était pas encore ainsi.',
  },
  es: {
    own_job: 'La publicaste tú.',
    no_seeker: 'Solo se avisa de ofertas a quienes buscan empleo.',
    applied: 'Te has inscrito en ella por tu cuenta.',
    same_vacancy: 'Se te avisó de otro anuncio del mismo puesto.',
    not_matched: 'Aún no se ha comparado con los perfiles; tarda unos minutos.',
    unverified_company: 'La empresa aún no ha demostrado quién es, así que no se ha avisado a nadie.',
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
    below_minimum:
      'Encaja contigo al {score:number} %, y quieres saber de ofertas a partir del {minimum:number} %.',
    fits_by_now:
      'Encaja al {score:number} % con tu perfil de hoy. Cuando se comparó con los perfiles ({moment:date_time}), el tuyo aún no era así.',
  },
});
