import { headline, kindTexts, mail, paragraph, steps, when } from '../../../../platform/kind-texts/index.ts';

export const welcome = kindTexts({
  kind: 'welcome',
  words: {
    en: {
      title: 'Welcome to Rolecall, {{ name }}',
      message:
        "{% if role == 'recruiter' %}Post your first job; you hear of every application here.{% else %}Say what you are looking for, and the right jobs come to you.{% endif %}",
      subject: 'Welcome to Rolecall',
      text: 'It is good to have you here. Three steps, and Rolecall works for you:',
      seeker: [
        'Complete your profile: what you can do, what you look for, and where.',
        'Choose how you want to hear of jobs: at once, or once a day.',
        'Apply with a click, and hear of every step.',
      ],
      recruiter: [
        'Confirm your company by a mail to an address of its domain.',
        'Post your first job; it reaches the right people within minutes.',
        'Answer applications here; applicants hear of each step.',
      ],
    },
    de: {
      title: 'Willkommen bei Rolecall, {{ name }}',
      message:
        "{% if role == 'recruiter' %}Schreib deine erste Stelle aus. Von jeder Bewerbung erfährst du hier.{% else %}Sag, was du suchst, und die richtigen Jobs kommen zu dir.{% endif %}",
      subject: 'Willkommen bei Rolecall',
      text: 'Schön, dass du da bist. Drei Schritte, und Rolecall arbeitet für dich:',
      seeker: [
        'Vervollständige dein Profil: was du kannst, was du suchst, und wo.',
        'Wähle, wie du von Jobs erfahren möchtest: sofort oder einmal am Tag.',
        'Bewirb dich mit einem Klick und erfahre von jedem Schritt.',
      ],
      recruiter: [
        'Bestätige deine Firma mit einer Mail an eine Adresse ihrer Domain.',
        'Schreib deinen ersten Job aus; er erreicht die Richtigen in wenigen Minuten.',
        'Beantworte Bewerbungen hier; wer sich beworben hat, erfährt von jedem Schritt.',
      ],
    },
    fr: {
      title: 'Bienvenue sur Rolecall, {{ name }}',
      message:
        "{% if role == 'recruiter' %}Publiez votre première offre : chaque candidature vous sera annoncée ici.{% else %}Dites-nous ce que vous cherchez, et les bonnes offres viendront à vous.{% endif %}",
      subject: 'Bienvenue sur Rolecall',
      text: 'Merci de nous rejoindre. Trois étapes, et Rolecall travaille pour vous :',
      seeker: [
        'Complétez votre profil : ce que vous savez faire, ce que vous cherchez, et où.',
        'Choisissez comment entendre parler des offres : tout de suite, ou une fois par jour.',
        'Postulez d’un clic, et suivez chaque étape.',
      ],
      recruiter: [
        'Confirmez votre entreprise par un e-mail à une adresse de son domaine.',
        'Publiez votre première offre ; elle atteint les bonnes personnes en quelques minutes.',
        'Répondez ici aux candidatures ; chaque étape est annoncée à qui a postulé.',
      ],
    },
    es: {
      title: 'Te damos la bienvenida a Rolecall, {{ name }}',
      message:
        "{% if role == 'recruiter' %}Publica tu primer empleo; aquí te enterarás de cada candidatura.{% else %}Dinos qué buscas, y los empleos adecuados te llegarán.{% endif %}",
      subject: 'Te damos la bienvenida a Rolecall',
      text: 'Nos alegra que estés aquí. Tres pasos, y Rolecall trabaja para ti:',
      seeker: [
        'Completa tu perfil: qué sabes hacer, qué buscas y dónde.',
        'Elige cómo quieres enterarte de los empleos: al momento o una vez al día.',
        'Preséntate con un clic y entérate de cada paso.',
      ],
      recruiter: [
        'Confirma tu empresa con un correo a una dirección de su dominio.',
        'Publica tu primer empleo; llega a las personas adecuadas en minutos.',
        'Responde aquí a las candidaturas; quien se presenta se entera de cada paso.',
      ],
    },
  },
  mail: ({ subject, text, recruiter, seeker }, { button }) =>
    mail(
      subject,
      '{{ message }}',
      headline('{{ title }}'),
      paragraph(text),
      when("role == 'recruiter'", steps(...recruiter)),
      when("role != 'recruiter'", steps(...seeker)),
      button,
    ),
  why: {
    en: 'You get this mail once, because an account was made with this address.',
    de: 'Du bekommst diese Mail einmal, weil mit dieser Adresse ein Konto angelegt wurde.',
    fr: 'Vous recevez cet e-mail une seule fois, parce qu’un compte a été créé avec cette adresse.',
    es: 'Recibes este correo una sola vez, porque se ha creado una cuenta con esta dirección.',
  },
  sample: { name: 'Ada Lovelace', role: 'job_seeker' },
  forms: [['recruiter', { role: 'recruiter' }]],
});
