import type { Kind } from '@rolecall/contract';
import type { InboxTemplate } from '../../language.ts';

const aJob = '{{ job_title }} en {{ company_name }}';
const remark = '{% if note != blank %} {{ note | quote }}{% endif %}';
const counted = "{{ entries.size | plus: more | plural: 'novedad para usted', 'novedades para usted' }}";

/** What the inbox says in Spanish. */
export const inbox: Readonly<Record<Kind, InboxTemplate>> = {
  job_posted: {
    title: aJob,
    message: 'Recién publicado{% if location %}, {{ location }}{% else %}.{% endif %}',
  },
  job_alert: {
    title: aJob,
    message:
      "{{ score | percent }} de compatibilidad{% if reasons.size > 0 %} por {{ reasons | map: 'code' | slice: 0, 3 | words: 'match_reason' | list }}{% endif %}{% if location %} · {{ location }}{% endif %}",
  },
  job_recommendation: {
    title: "{{ jobs.size | plural: 'empleo para usted', 'empleos para usted' }}",
    message:
      '{% for job in jobs limit: 3 %}{{ job.job_title }} en {{ job.company_name }}{% unless forloop.last %}; {% endunless %}{% endfor %}{% if jobs.size > 3 %}; {{ jobs.size | minus: 3 | number }} más{% endif %}',
  },
  match_score_calculated: {
    title: aJob,
    message:
      'Compatibilidad{% if previous_score %} actual{% endif %}: {{ match_score | percent }}{% if previous_score %}; antes, {{ previous_score | percent }}{% endif %}.',
  },
  skill_match: {
    title: aJob,
    message: 'Piden lo que usted sabe: {{ skills | slice: 0, 5 | list }}',
  },
  salary_alert: {
    title: aJob,
    message: 'Pagan más de lo que usted pide: {{ pay | pay }}.',
  },
  job_deadline_reminder: {
    title: `Solicítelo pronto: ${aJob}`,
    message: 'Usted guardó este empleo. El plazo termina el {{ deadline_at | date_time }}.',
  },

  application_received: {
    title: 'Candidatura de {{ applicant_name }}',
    message: 'Una nueva candidatura para {{ job_title }}.',
  },
  application_confirmation: {
    title: 'Su candidatura ha llegado',
    message: '{{ company_name }} ha recibido su candidatura para {{ job_title }}.',
  },
  application_status_changed: {
    title:
      "{% if audience == 'recruiter' %}{{ applicant_name }} ha retirado su candidatura{% else %}Novedades sobre {{ job_title }}{% endif %}",
    message: `{% if audience == 'recruiter' %}Se ha retirado la candidatura para {{ job_title }}.{% else %}{% case new_status %}
{%- when 'submitted' %}{{ company_name }} ha recibido su candidatura.
{%- when 'viewed' %}{{ company_name }} ha visto su candidatura.
{%- when 'shortlisted' %}{{ company_name }} ha preseleccionado su candidatura.
{%- when 'interview' %}{{ company_name }} quiere conocerle en una entrevista.
{%- when 'offer' %}{{ company_name }} le hace una oferta.
{%- when 'hired' %}El puesto en {{ company_name }} es suyo. ¡Enhorabuena!
{%- when 'rejected' %}{{ company_name }} ha decidido no seguir adelante con su candidatura.
{%- when 'withdrawn' %}Ha retirado su candidatura.
{%- endcase %}{% endif %}${remark}`,
  },
  interview_invitation: {
    title:
      "{% if event == 'moved' %}Su entrevista para {{ job_title }} ha cambiado de fecha{% elsif event == 'cancelled' %}Su entrevista para {{ job_title }} se ha cancelado{% else %}Entrevista para {{ job_title }}{% endif %}",
    message: `{% if event == 'cancelled' %}{{ company_name }} ha cancelado la entrevista del {{ starts_at | date_time }}{% elsif event == 'moved' %}{{ company_name }} le espera el {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% else %}{{ company_name }} le invita a una entrevista el {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% endif %}.${remark}`,
  },
  interview_reminder: {
    title:
      "{% if hours_before == 1 %}En una hora{% else %}Pronto{% endif %}: {% if audience == 'recruiter' %}su entrevista con {{ applicant_name | default: 'una persona candidata' }}{% else %}su entrevista en {{ company_name }}{% endif %}",
    message: '{{ job_title }}, {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}',
  },
  offer: {
    title: 'Una oferta de {{ company_name }}',
    message: `{{ company_name }} le ofrece el puesto {{ job_title }}.${remark}`,
  },
  rejection: {
    title: 'Novedades sobre {{ job_title }}',
    message: `{{ company_name }} ha decidido no seguir adelante con su candidatura.${remark}`,
  },
  automation_needs_attention: {
    title: 'Su candidatura en {{ company_name }} le necesita',
    message: '{{ question }}',
  },
  follow_up: {
    title: '{{ company_name }} aún no ha respondido',
    message:
      "Presentó su candidatura para {{ job_title }} hace {{ days | plural: 'día', 'días' }}. Una consulta amable puede ayudar.",
  },

  profile_reminder: {
    title: 'Un perfil más completo, mejores empleos',
    message: "A su perfil todavía le falta: {{ missing | words: 'profile_part' | list }}.",
  },
  skill_gap: {
    title: '¿Conoce {{ skill }}?',
    message:
      "{{ jobs | plural: 'empleo que encaja con usted pide', 'empleos que encajan con usted piden' }} {{ skill }}, que no figura en su perfil.",
  },
  achievement: {
    title: `{% case achievement %}
{%- when 'profile_complete' %}Su perfil está completo
{%- when 'first_application' %}Su primera candidatura está en camino
{%- when 'ten_applications' %}Diez candidaturas
{%- when 'first_interview' %}Su primera entrevista
{%- when 'first_offer' %}Su primera oferta
{%- endcase %}`,
    message: '¡Bien hecho!',
  },
  career_insight: {
    title:
      '{% if change_percent >= 0 %}{{ skill }} tiene mucha demanda{% else %}{{ skill }} tiene menos demanda{% endif %}',
    message:
      "Un {{ change_percent | abs | percent }} {% if change_percent >= 0 %}más{% else %}menos{% endif %} de empleos que hace {{ days | plural: 'día', 'días' }}.",
  },

  welcome: {
    title: 'Le damos la bienvenida a Rolecall, {{ name }}',
    message:
      "{% if role == 'recruiter' %}Publique su primer empleo; aquí se enterará de cada candidatura.{% else %}Díganos qué busca, y los empleos adecuados le llegarán.{% endif %}",
  },
  email_verification: {
    title: 'Confirme su correo electrónico',
    message: 'Confirme que la dirección {{ email }} es suya.',
  },
  password_reset: {
    title: 'Elija una contraseña nueva',
    message: 'Alguien, probablemente usted, ha pedido una contraseña nueva.',
  },
  security_alert: {
    title: `{% case event %}
{%- when 'password_changed' %}Se ha cambiado su contraseña
{%- when 'new_sign_in' %}Nuevo inicio de sesión en su cuenta
{%- when 'api_key_created' %}Se ha creado una clave de API
{%- when 'email_changed' %}Se ha cambiado su correo electrónico
{%- when 'data_exported' %}Se han exportado sus datos
{%- endcase %}`,
    message:
      'El {{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. Si no ha sido usted, cambie su contraseña ahora.',
  },
  feature_announcement: { title: '{{ title }}', message: '{{ message }}' },
  maintenance: { title: '{{ title }}', message: '{{ message }}' },
  digest_hourly: { title: 'La última hora en Rolecall', message: counted },
  digest_daily: { title: 'Su día en Rolecall', message: counted },
  digest_weekly: { title: 'Su semana en Rolecall', message: counted },
  chat_message: { title: 'Mensaje de {{ from_name }}', message: '{{ excerpt }}' },
  service_message: { title: '{{ title }}', message: '{{ message }}' },
  test_message: {
    title: 'Esto es una prueba',
    message:
      "La ha pedido en sus preferencias. {% if channel == 'inbox' %}Lo que se envía a su bandeja de entrada llega bien.{% else %}También se ha enviado por correo.{% endif %}",
  },
};
