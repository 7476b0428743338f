import type { Kind } from '@rolecall/contract';
import { createMails } from '../../mails/index.ts';
import type { MailWords } from '../../mails/words.ts';

const words: MailWords = {
  colon: ':',
  hello: 'Hola, {{ name }}:',
  match: (score) => `{{ ${score} | percent }} de compatibilidad`,
  addressHint: 'Si el botón no funciona, abra esta dirección:',
  facts: {
    when: 'Cuándo',
    where: 'Dónde',
    job: 'Puesto',
    company: 'Empresa',
    until: 'Plazo',
    by: 'Con',
    from: 'Desde',
    to: 'Hasta',
  },

  jobPosted: {
    label: 'Recién publicado',
    skills: 'Se pide {{ skills_required | slice: 0, 8 | list }}.',
  },
  jobAlert: {
    why: 'Por qué encaja con usted',
    deadline: 'Las candidaturas terminan el {{ deadline_at | date_time }}.',
  },
  jobRecommendation: {
    intro: 'De todos los empleos abiertos que aún no ha visto, estos son los que mejor encajan con usted:',
  },
  skillMatch: { label: 'Sus puntos fuertes' },
  salaryAlert: { label: 'Paga más de lo que pide' },
  deadlineReminder: {
    label: 'El plazo termina pronto',
    text: 'Ha guardado este empleo y el plazo termina pronto. Si aún le gusta, es un buen momento.',
    hint: '¿Ya no le interesa? Quítelo de sus empleos guardados y no se lo recordaremos más.',
  },

  applicationReceived: {
    subject: 'Candidatura de {{ applicant_name }} para {{ job_title }}',
    label: 'Candidatura nueva',
    hint: 'Una respuesta rápida, aunque sea breve, significa mucho para quien la espera.',
  },
  applicationConfirmation: {
    subject: 'Su candidatura para {{ job_title }} ha llegado',
    text: 'Le avisaremos de cada paso. Puede seguir o retirar su candidatura cuando quiera.',
  },
  status: {
    submitted: {
      label: 'Recibida',
      headline: 'Su candidatura para {{ job_title }} ha llegado',
      text: '{{ company_name }} tiene su candidatura. Ahora no tiene que hacer nada; le escribiremos en cuanto algo cambie.',
    },
    viewed: {
      label: 'Vista',
      headline: '{{ company_name }} ha visto su candidatura',
      text: 'En {{ company_name }} han abierto su candidatura para {{ job_title }}. El próximo paso es suyo, y le avisaremos cuando llegue.',
    },
    shortlisted: {
      label: 'Preselección',
      headline: 'Está en la preselección para {{ job_title }}',
      text: '{{ company_name }} ha preseleccionado su candidatura. Es un buen momento para releer el anuncio y pensar en lo que le gustaría preguntar.',
    },
    interview: {
      label: 'Entrevista',
      headline: '{{ company_name }} quiere conocerle',
      text: '{{ company_name }} quiere hablar con usted sobre el puesto {{ job_title }}. En cuanto haya fecha para la entrevista, la recibirá en un correo aparte.',
    },
    offer: {
      label: 'Oferta',
      headline: '{{ company_name }} le hace una oferta',
      text: 'Buenas noticias: {{ company_name }} le ofrece el puesto {{ job_title }}. ¡Enhorabuena!',
    },
    hired: {
      label: 'Contratación',
      headline: 'El puesto es suyo',
      text: 'Tiene el puesto {{ job_title }} en {{ company_name }}. ¡Enhorabuena y buen comienzo!',
    },
    rejected: {
      label: 'Esta vez no',
      headline: 'Una respuesta sobre {{ job_title }}',
      text: '{{ company_name }} ha decidido no seguir adelante con su candidatura para {{ job_title }}. Sabemos que esperaba otra cosa.',
    },
    withdrawn: {
      label: 'Retirada',
      headline: 'Ha retirado su candidatura',
      text: 'Su candidatura para {{ job_title }} en {{ company_name }} está retirada, y la empresa lo sabe. No hay nada más que hacer.',
    },
  },
  withdrawn: {
    label: 'Retirada',
    headline: '{{ applicant_name }} ha retirado su candidatura',
    text: '{{ applicant_name }} ha retirado su candidatura para {{ job_title }}. Ya no hace falta una respuesta.',
  },
  offerHint: 'Tómese el tiempo que necesite para leerla. Puede preguntar lo que quiera antes de decidir.',
  rejectionHint:
    'Dice poco de lo que usted sabe hacer. Cada día llegan empleos nuevos, y seguimos buscando los que encajan con usted.',
  interview: {
    invited: {
      label: 'Invitación a una entrevista',
      headline: 'Entrevista para {{ job_title }} en {{ company_name }}',
      text: '{{ company_name }} le invita a una entrevista.',
    },
    moved: {
      label: 'Nueva fecha',
      headline: 'Su entrevista para {{ job_title }} ha cambiado',
      text: '{{ company_name }} ha cambiado su entrevista. Ahora es así:',
    },
    cancelled: {
      label: 'Cancelada',
      headline: 'Su entrevista para {{ job_title }} está cancelada',
      text: '{{ company_name }} ha cancelado esta entrevista. No tendrá lugar:',
    },
    reminder: {
      label: 'Ya se acerca',
      applicant: 'Se acerca su entrevista en {{ company_name }}. Le deseamos mucha suerte.',
      recruiter:
        "Se acerca su entrevista con {{ applicant_name | default: 'quien ha presentado la candidatura' }}. Un último vistazo a la candidatura puede ayudar.",
    },
    calendar: (google, outlook) =>
      `Añádala a ${google} o a ${outlook}, o abra el archivo adjunto en otro calendario.`,
    calendarText:
      'El archivo adjunto se abre en cualquier calendario. Para añadir la entrevista con un enlace:',
  },
  automation: {
    label: 'Una pregunta para usted',
    text: 'Su candidatura para {{ job_title }} espera una respuesta que solo usted puede dar:',
  },
  followUp: {
    label: 'Aún sin respuesta',
    hint: 'Bastan dos o tres frases: que le sigue interesando, y cuándo puede esperar una respuesta.',
  },

  profileReminder: {
    hint: 'Son unos minutos, y con cada parte encontramos empleos que encajan mejor con usted.',
  },
  skillGap: { hint: 'Si lo conoce, añádalo a su perfil; si no, quizá merezca un vistazo.' },

  welcome: {
    subject: 'Le damos la bienvenida a Rolecall',
    text: 'Nos alegra que esté aquí. Tres pasos, y Rolecall trabaja para usted:',
    seeker: [
      'Complete su perfil: qué sabe hacer, qué busca y dónde.',
      'Elija cómo quiere enterarse de los empleos: al momento o una vez al día.',
      'Preséntese con un clic y entérese de cada paso.',
    ],
    recruiter: [
      'Presente su empresa en unas frases.',
      'Publique su primer empleo; llega a las personas adecuadas en minutos.',
      'Responda aquí a las candidaturas; quien se presenta se entera de cada paso.',
    ],
  },
  verification: {
    subject: 'Confirme su correo electrónico',
    preheader: 'Un clic, y su cuenta estará lista.',
    text: 'Confirme que la dirección {{ email }} es suya.',
    hint: 'El enlace vale 24 horas. Si no se ha registrado en Rolecall, no haga caso de este correo.',
  },
  passwordReset: {
    subject: 'Elija una contraseña nueva',
    preheader: 'El enlace vale una hora.',
    text: 'Alguien, probablemente usted, ha pedido una contraseña nueva para {{ email }}.',
    hint: 'El enlace vale una hora y una sola vez. Si no ha sido usted, no haga nada: su contraseña no cambia.',
  },
  securityAlert: {
    label: 'La seguridad de su cuenta',
    text: 'Si ha sido usted, no tiene que hacer nada. Si no, cambie su contraseña ahora y cierre todas las sesiones.',
  },
  announcement: { label: 'Novedad' },
  maintenance: { label: 'Mantenimiento' },
  chat: { text: 'Responda en Rolecall; nadie lee las respuestas a este correo.' },
  testMessage: { label: 'Funciona' },

  digest: {
    match: '{{ entry.score | percent }} de compatibilidad',
    more: "{{ more | plural: 'novedad más le espera', 'novedades más le esperan' }} en su bandeja.",
    changes: {
      heading: 'Desde el último resumen',
      closed: 'Ya no admite candidaturas.',
      deadline: 'Las candidaturas terminan el {{ change.deadline_at | date_time }}.',
      score:
        'Su compatibilidad es ahora del {{ change.score | percent }}; era del {{ change.previous_score | percent }}.',
    },
    activity: {
      heading: 'Mientras tanto',
      newJobs: "{{ activity.new_jobs | plural: 'empleo nuevo', 'empleos nuevos' }}",
      newMatches: "{{ activity.new_matches | plural: 'coincidencia nueva', 'coincidencias nuevas' }}",
      applications: "{{ activity.applications | plural: 'candidatura', 'candidaturas' }}",
      applicationChanges:
        "{{ activity.application_changes | plural: 'paso de una candidatura', 'pasos de candidaturas' }}",
    },
  },
};

/** The mails in Spanish. */
export const mails = createMails(words);

const jobs = 'Recibe este correo porque quiere enterarse de empleos por correo electrónico.';
const application = 'Recibe este correo por una candidatura que ha presentado.';
const career = 'Recibe este correo porque quiere consejos para su carrera por correo electrónico.';
const whyDigest = 'Recibe este correo porque prefiere un resumen a correos sueltos.';
const announcement = 'Recibe este correo porque tiene una cuenta en Rolecall.';

export const why: Readonly<Record<Kind, string>> = {
  job_posted: jobs,
  job_alert: 'Recibe este correo porque el empleo encaja con su perfil y quiere estas alertas por correo.',
  job_recommendation: jobs,
  match_score_calculated: jobs,
  skill_match: jobs,
  salary_alert: jobs,
  job_deadline_reminder: 'Recibe este correo porque guardó el empleo.',
  application_received: 'Recibe este correo porque el empleo es de su empresa.',
  application_confirmation: 'Recibe este correo porque ha presentado una candidatura.',
  application_status_changed: 'Recibe este correo por una candidatura que ha presentado o recibido.',
  interview_invitation: application,
  interview_reminder: application,
  offer: application,
  rejection: application,
  automation_needs_attention: application,
  follow_up: application,
  profile_reminder: career,
  skill_gap: career,
  achievement: career,
  career_insight: career,
  welcome: 'Recibe este correo una sola vez, porque se ha creado una cuenta con esta dirección.',
  email_verification: 'Recibe este correo porque alguien dio esta dirección para una cuenta en Rolecall.',
  password_reset:
    'Recibe este correo porque se ha pedido una contraseña nueva. Estos correos no se pueden desactivar.',
  security_alert: 'Recibe este correo por la seguridad de su cuenta. Estos correos no se pueden desactivar.',
  feature_announcement: announcement,
  maintenance: announcement,
  digest_hourly: whyDigest,
  digest_daily: whyDigest,
  digest_weekly: whyDigest,
  chat_message: 'Recibe este correo porque alguien le ha escrito.',
  service_message:
    'Recibe este correo porque un servicio que trabaja con Rolecall tiene novedades para usted.',
  test_message: 'Recibe este correo porque ha pedido una prueba en sus preferencias.',
};
