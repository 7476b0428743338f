import type { Kind } from '@rolecall/contract';
import { digestMail } from '../../digest-mail.ts';
import type { MailTemplate } from '../../language.ts';
import { jobList, mail, mailBlocks, paragraph, said } from '../../mail-builder.ts';

const { button, facts, matchReasons, plain } = mailBlocks(':');
const when = ['Cuándo', '{{ starts_at | date_time }}', 'starts_at'] as const;
const where = ['Dónde', '{{ place }}', 'place'] as const;

const digest = digestMail(
  {
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
  button,
  ':',
);

/** The mails in Spanish. */
export const mails: Readonly<Record<Kind, MailTemplate>> = {
  job_posted: plain,
  job_alert: mail(
    '{{ title }}',
    '{{ score | percent }} de compatibilidad{% if location %} · {{ location }}{% endif %}',
    matchReasons('Por qué encaja con usted', '{{ score | percent }} de compatibilidad'),
    button,
  ),
  job_recommendation: mail(
    '{{ title }}',
    '{{ message }}',
    paragraph(
      'De todos los empleos abiertos que aún no ha visto, estos son los que mejor encajan con usted:',
    ),
    jobList('{{ job.score | percent }} de compatibilidad'),
    button,
  ),
  match_score_calculated: plain,
  skill_match: plain,
  salary_alert: plain,
  job_deadline_reminder: plain,

  application_received: mail(
    'Candidatura de {{ applicant_name }} para {{ job_title }}',
    '{{ message }}',
    paragraph('{{ message }}'),
    button,
  ),
  application_confirmation: mail(
    'Su candidatura para {{ job_title }}',
    '{{ message }}',
    paragraph('Hola, {{ name }}: {{ message }}'),
    paragraph('Le avisaremos de cada paso. Aquí puede seguir su candidatura o retirarla:'),
    button,
  ),
  application_status_changed: plain,
  interview_invitation: mail(
    "{% if event == 'moved' or event == 'cancelled' %}{{ title }}{% else %}Entrevista para {{ job_title }} en {{ company_name }}{% endif %}",
    '{{ starts_at | date_time }}',
    paragraph(
      "Hola, {{ name }}: {% if event == 'moved' %}{{ company_name }} ha cambiado la fecha de su entrevista.{% elsif event == 'cancelled' %}{{ company_name }} ha cancelado su entrevista.{% else %}{{ company_name }} le invita a una entrevista.{% endif %}",
    ),
    facts(when, where),
    said('note'),
    button,
  ),
  interview_reminder: mail(
    '{{ title }}',
    '{{ starts_at | date_time }}',
    paragraph('Se acerca su entrevista para {{ job_title }}.'),
    facts(when, where),
    button,
  ),
  offer: mail(
    '{{ title }}',
    '{{ company_name }} le ofrece el puesto {{ job_title }}.',
    paragraph('Hola, {{ name }}: buenas noticias. {{ company_name }} le ofrece el puesto {{ job_title }}.'),
    said('note'),
    button,
  ),
  rejection: mail(
    '{{ title }}',
    'La respuesta de {{ company_name }}',
    paragraph('Hola, {{ name }}: {{ company_name }} ha decidido no seguir adelante con su candidatura.'),
    said('note'),
    paragraph('Cada día llegan empleos nuevos, y seguimos buscando los que encajan con usted.'),
    button,
  ),
  automation_needs_attention: mail(
    '{{ title }}',
    '{{ question }}',
    paragraph('Su candidatura para {{ job_title }} espera una respuesta que solo usted puede dar:'),
    said('question'),
    button,
  ),
  follow_up: plain,

  profile_reminder: plain,
  skill_gap: plain,
  achievement: plain,
  career_insight: plain,

  welcome: mail('Le damos la bienvenida a Rolecall', '{{ message }}', paragraph('{{ message }}'), button),
  email_verification: mail(
    'Confirme su correo electrónico',
    'Un clic, y su cuenta estará lista.',
    paragraph('Hola, {{ name }}: confirme que la dirección {{ email }} es suya.'),
    button,
    paragraph('El enlace vale 24 horas. Si no se ha registrado en Rolecall, no haga caso de este correo.'),
  ),
  password_reset: mail(
    'Elija una contraseña nueva',
    'El enlace vale una hora.',
    paragraph(
      'Hola, {{ name }}: alguien, probablemente usted, ha pedido una contraseña nueva para {{ email }}.',
    ),
    button,
    paragraph(
      'El enlace vale una hora y una sola vez. Si no ha sido usted, no haga nada: su contraseña no cambia.',
    ),
  ),
  security_alert: mail(
    '{{ title }}',
    '{{ at | date_time }}',
    facts(['Cuándo', '{{ at | date_time }}', 'at'], ['Con', '{{ client }}', 'client']),
    paragraph(
      'Si ha sido usted, no tiene que hacer nada. Si no, cambie su contraseña ahora y cierre todas las sesiones.',
    ),
    button,
  ),
  feature_announcement: plain,
  maintenance: mail(
    '{{ title }}',
    '{{ message }}',
    paragraph('{{ message }}'),
    facts(
      ['Desde', '{{ starts_at | date_time }}', 'starts_at'],
      ['Hasta', '{{ ends_at | date_time }}', 'ends_at'],
    ),
    button,
  ),
  digest_hourly: digest,
  digest_daily: digest,
  digest_weekly: digest,
  chat_message: mail('{{ title }}', '{{ excerpt }}', said('excerpt'), button),
  service_message: plain,
  test_message: plain,
};

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
