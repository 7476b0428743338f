import { colons } from '../../../../platform/kind-texts/index.ts';
import type { Language } from './language.ts';

/** It says «tú» to everybody, as all Spanish texts do. */
export const spanish: Language = {
  frame: {
    stop: 'No recibir más estos correos',
    preferences: 'Todas las preferencias',
    open: 'Abrir Rolecall',
    interview: 'Entrevista',
  },

  actions: {
    open_job: 'Ver el empleo',
    open_matches: 'Ver mis empleos',
    open_alert: 'Ver la alerta',
    save_job: 'Guardar',
    hide_job: 'No me interesa',
    open_application: 'Ver mi candidatura',
    open_applicants: 'Ver las candidaturas',
    withdraw_application: 'Retirar',
    open_profile: 'Ver tu perfil',
    search_jobs: 'Buscar empleos',
    post_job: 'Publicar un empleo',
    open_company: 'Ver la empresa',
    verify_email: 'Confirmar la dirección',
    reset_password: 'Elegir una contraseña',
    review_security: 'Revisar mi cuenta',
    open_inbox: 'Abrir la bandeja de entrada',
    open_kept_out: 'Ver lo que quedó fuera',
    open_preferences: 'Cambiar mis preferencias',
    open_link: 'Abrir',
  },

  lists: {
    jobs: 'Empleos para ti',
    applications: 'Tus candidaturas',
    recruiting: 'Candidaturas a tus empleos',
    career: 'Tu carrera',
    messages: 'Mensajes',
    digests: 'Resúmenes',
    announcements: 'Anuncios',
    account: 'Tu cuenta',
    services: 'Novedades de los servicios',
    security: 'Seguridad',
  },

  words: {
    match_reason: {
      title: 'puesto',
      skills: 'conocimientos',
      place: 'lugar',
      remote: 'teletrabajo',
      pay: 'sueldo',
      employment_type: 'tipo de contrato',
      seniority: 'experiencia',
    },
    match_heading: {
      title: 'Puesto',
      skills: 'Conocimientos',
      place: 'Lugar',
      remote: 'Se puede teletrabajar',
      pay: 'El sueldo alcanza lo que pides',
      employment_type: 'Tipo de contrato',
      seniority: 'Experiencia',
    },
    profile_part: {
      headline: 'un titular',
      skills: 'tus conocimientos',
      wanted_titles: 'los puestos que buscas',
      places: 'lugares',
      pay_floor: 'el sueldo que pides',
      employment_types: 'tipos de contrato',
      resume: 'un currículum',
    },
    employment_type: {
      full_time: 'jornada completa',
      part_time: 'media jornada',
      contract: 'por proyecto',
      temporary: 'temporal',
      internship: 'prácticas',
      volunteer: 'voluntariado',
    },
    seniority: {
      intern: 'prácticas',
      junior: 'nivel inicial',
      mid: 'nivel intermedio',
      senior: 'nivel avanzado',
      lead: 'responsable de equipo',
      director: 'dirección de área',
      executive: 'alta dirección',
    },
  },

  pay: {
    range: '{amount} {period}',
    upTo: 'hasta {amount} {period}',
    from: 'desde {amount} {period}',
    periods: {
      hour: 'por hora',
      day: 'al día',
      week: 'a la semana',
      month: 'al mes',
      year: 'al año',
    },
  },
  colon: colons.es,
  quotes: ['«', '»'],
};
