import {
  band,
  companyForms,
  headline,
  kindTexts,
  mail,
  paragraph,
  quotation,
  remark,
  when,
} from '../../../../platform/kind-texts/index.ts';
import {
  calendarExtras,
  hasApplied,
  interviewCalendar,
  interviewPreheader,
  interviewTime,
  interviewWords,
  sampleInterview,
} from './parts.ts';

export const interviewInvitation = kindTexts({
  kind: 'interview_invitation',
  words: {
    en: {
      title:
        "{% if event == 'moved' %}Your interview for {{ job_title }} has moved{% elsif event == 'cancelled' %}Your interview for {{ job_title }} is cancelled{% else %}Interview for {{ job_title }}{% endif %}",
      message: `{% if event == 'cancelled' %}Your interview with {{ company_name }} on {{ starts_at | date_time }} is cancelled{% elsif event == 'moved' %}{{ company_name }} meets you on {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% else %}{{ company_name }} invites you on {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% endif %}.${remark}`,
      ...interviewWords.en,
      invited: {
        label: 'Invitation to an interview',
        headline: 'Interview for {{ job_title }} at {{ company_name }}',
        text: '{{ company_name }} invites you to an interview.',
      },
      moved: {
        label: 'New time',
        headline: 'Your interview for {{ job_title }} has moved',
        text: '{{ company_name }} has moved your interview. This is when and where it takes place now:',
      },
      cancelled: {
        label: 'Cancelled',
        headline: 'Your interview for {{ job_title }} is cancelled',
        text: 'Your interview with {{ company_name }} is cancelled. It does not take place:',
      },
    },
    de: {
      title:
        "{% if event == 'moved' %}Dein Vorstellungsgespräch wurde verlegt: {{ job_title }}{% elsif event == 'cancelled' %}Dein Vorstellungsgespräch wurde abgesagt: {{ job_title }}{% else %}Vorstellungsgespräch: {{ job_title }}{% endif %}",
      message: `{% if event == 'cancelled' %}Dein Gespräch bei {{ company_name }} ist abgesagt: {{ starts_at | date_time }}{% elsif event == 'moved' %}Dein neuer Termin bei {{ company_name }}: {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% else %}{{ company_name }} lädt dich ein: {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% endif %}.${remark}`,
      ...interviewWords.de,
      invited: {
        label: 'Einladung zum Vorstellungsgespräch',
        headline: 'Vorstellungsgespräch: {{ job_title }} bei {{ company_name }}',
        text: '{{ company_name }} lädt dich zu einem Vorstellungsgespräch ein.',
      },
      moved: {
        label: 'Neuer Termin',
        headline: 'Dein Vorstellungsgespräch für {{ job_title }} wurde verlegt',
        text: '{{ company_name }} hat dein Vorstellungsgespräch verlegt. Es findet nun so statt:',
      },
      cancelled: {
        label: 'Abgesagt',
        headline: 'Dein Vorstellungsgespräch für {{ job_title }} ist abgesagt',
        text: 'Dein Vorstellungsgespräch bei {{ company_name }} ist abgesagt. Es findet nicht statt:',
      },
    },
    fr: {
      title:
        "{% if event == 'moved' %}Votre entretien est déplacé : {{ job_title }}{% elsif event == 'cancelled' %}Votre entretien est annulé : {{ job_title }}{% else %}Entretien : {{ job_title }}{% endif %}",
      message: `{% if event == 'cancelled' %}L’entretien du {{ starts_at | date_time }} avec {{ company_name }} est annulé{% elsif event == 'moved' %}{{ company_name }} vous recevra le {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% else %}{{ company_name }} vous invite à un entretien le {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% endif %}.${remark}`,
      ...interviewWords.fr,
      invited: {
        label: 'Invitation à un entretien',
        headline: 'Entretien : {{ job_title }} chez {{ company_name }}',
        text: '{{ company_name }} vous invite à un entretien.',
      },
      moved: {
        label: 'Nouvelle date',
        headline: 'Votre entretien pour {{ job_title }} est déplacé',
        text: '{{ company_name }} a déplacé votre entretien. Voici quand et où il a lieu maintenant :',
      },
      cancelled: {
        label: 'Annulé',
        headline: 'Votre entretien pour {{ job_title }} est annulé',
        text: 'Votre entretien avec {{ company_name }} est annulé. Il n’aura pas lieu :',
      },
    },
    es: {
      title:
        "{% if event == 'moved' %}Tu entrevista para {{ job_title }} ha cambiado de fecha{% elsif event == 'cancelled' %}Tu entrevista para {{ job_title }} se ha cancelado{% else %}Entrevista para {{ job_title }}{% endif %}",
      message: `{% if event == 'cancelled' %}La entrevista del {{ starts_at | date_time }} con {{ company_name }} está cancelada{% elsif event == 'moved' %}{{ company_name }} te espera el {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% else %}{{ company_name }} te invita a una entrevista el {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% endif %}.${remark}`,
      ...interviewWords.es,
      invited: {
        label: 'Invitación a una entrevista',
        headline: 'Entrevista para {{ job_title }} en {{ company_name }}',
        text: '{{ company_name }} te invita a una entrevista.',
      },
      moved: {
        label: 'Nueva fecha',
        headline: 'Tu entrevista para {{ job_title }} ha cambiado',
        text: '{{ company_name }} ha cambiado tu entrevista. Ahora es así:',
      },
      cancelled: {
        label: 'Cancelada',
        headline: 'Tu entrevista para {{ job_title }} está cancelada',
        text: 'Tu entrevista con {{ company_name }} está cancelada. No tendrá lugar:',
      },
    },
  },
  mail: (words, { colon, greeting, button, company }) => {
    const byEvent = (part: 'headline' | 'text') =>
      `{% if event == 'moved' %}${words.moved[part]}{% elsif event == 'cancelled' %}${words.cancelled[part]}{% else %}${words.invited[part]}{% endif %}`;
    return mail(
      byEvent('headline'),
      interviewPreheader,
      when("event == 'moved'", band('warm', '◷', words.moved.label)),
      when("event == 'cancelled'", band('quiet', '■', words.cancelled.label)),
      when("event != 'moved' and event != 'cancelled'", band('good', '◷', words.invited.label)),
      headline(byEvent('headline')),
      greeting,
      paragraph(byEvent('text')),
      interviewTime(words, colon),
      ...company,
      quotation('note'),
      button,
      interviewCalendar(words, colon),
    );
  },
  why: hasApplied,
  mailExtras: calendarExtras,
  sample: { ...sampleInterview, note: 'Please bring your licence.' },
  forms: [
    ['moved', { event: 'moved', revision: 2 }],
    ['cancelled', { event: 'cancelled', revision: 3 }],
    ...companyForms,
  ],
});
