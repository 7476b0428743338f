import type { JsonResume } from '@rolecall/contract';

/** A made-up person with the words of their language. Table of data. */
export interface LabelledPerson {
  readonly language: 'en' | 'de' | 'fr' | 'es';
  readonly resume: JsonResume;
}

export const people: readonly LabelledPerson[] = [
  {
    language: 'en',
    resume: {
      basics: {
        name: 'Margaret Oyelaran',
        label: 'Backend Engineer',
        email: 'margaret.oyelaran@example.com',
        phone: '+44 20 7946 0123',
        url: 'https://oyelaran.example.com',
        summary:
          'Backend engineer with nine years in payments. I like small services, boring databases and clear on-call rules.',
        location: { city: 'Leeds', countryCode: 'GB' },
        profiles: [{ network: 'GitHub', username: 'moyelaran', url: 'https://github.com/moyelaran' }],
      },
      work: [
        {
          name: 'Harbour Payments Ltd',
          position: 'Senior Backend Engineer',
          location: 'Leeds',
          startDate: '2019-03',
          highlights: [
            'Cut settlement time from 9 hours to 40 minutes',
            'Led the move of 14 services to Kubernetes',
          ],
        },
        {
          name: 'Northgate Insurance',
          position: 'Software Developer',
          location: 'Manchester',
          startDate: '2015-09',
          endDate: '2019-02',
          highlights: ['Built the claims API used by 30 brokers', 'Introduced contract tests'],
        },
      ],
      education: [
        {
          institution: 'University of Sheffield',
          studyType: 'Bachelor',
          area: 'Computer Science',
          startDate: '2012-09',
          endDate: '2015-07',
        },
      ],
      skills: [{ name: 'Languages', keywords: ['Go', 'TypeScript', 'SQL'] }],
      languages: [{ language: 'English', fluency: 'Native' }],
      certificates: [],
      projects: [],
    },
  },
  {
    language: 'de',
    resume: {
      basics: {
        name: 'Henning Brandhorst',
        label: 'Elektroniker für Betriebstechnik',
        email: 'h.brandhorst@example.de',
        phone: '+49 341 5550187',
        url: 'https://brandhorst.example.de',
        summary:
          'Elektroniker mit elf Jahren Erfahrung in der Instandhaltung. Ich arbeite gern im Team und plane vorausschauend.',
        location: { city: 'Leipzig', countryCode: 'DE' },
        profiles: [
          {
            network: 'XING',
            username: 'Henning_Brandhorst',
            url: 'https://www.xing.com/profile/Henning_Brandhorst',
          },
        ],
      },
      work: [
        {
          name: 'Elbland Automation GmbH',
          position: 'Elektroniker Instandhaltung',
          location: 'Leipzig',
          startDate: '2017-01',
          highlights: ['Stillstandszeiten um 22 % gesenkt', 'Vier Auszubildende betreut'],
        },
        {
          name: 'Stadtwerke Halle',
          position: 'Servicetechniker',
          location: 'Halle',
          startDate: '2013-08',
          endDate: '2016-12',
          highlights: ['Wartung von 120 Anlagen', 'Rufbereitschaft organisiert'],
        },
      ],
      education: [
        {
          institution: 'Berufsschule Leipzig',
          studyType: 'Ausbildung',
          area: 'Elektronik',
          startDate: '2010-09',
          endDate: '2013-07',
        },
      ],
      skills: [{ name: 'Technik', keywords: ['SPS', 'EPLAN', 'Messtechnik'] }],
      languages: [{ language: 'Deutsch', fluency: 'Muttersprache' }],
      certificates: [],
      projects: [],
    },
  },
  {
    language: 'fr',
    resume: {
      basics: {
        name: 'Clémence Dubourg',
        label: 'Responsable marketing',
        email: 'clemence.dubourg@example.fr',
        phone: '+33 6 55 50 12 34',
        url: 'https://dubourg.example.fr',
        summary:
          'Responsable marketing depuis dix ans dans le commerce de détail. Je construis des campagnes mesurables avec de petites équipes.',
        location: { city: 'Nantes', countryCode: 'FR' },
        profiles: [
          {
            network: 'LinkedIn',
            username: 'clemence-dubourg',
            url: 'https://www.linkedin.com/in/clemence-dubourg',
          },
        ],
      },
      work: [
        {
          name: 'Maison Kerlann SAS',
          position: 'Responsable marketing',
          location: 'Nantes',
          startDate: '2018-06',
          highlights: ['Hausse de 35 % des ventes en ligne', 'Équipe de 6 personnes'],
        },
        {
          name: 'Groupe Vercors',
          position: 'Chargée de communication',
          location: 'Grenoble',
          startDate: '2014-02',
          endDate: '2018-05',
          highlights: ['Lancement de 3 marques', 'Refonte du site'],
        },
      ],
      education: [
        {
          institution: 'Université de Nantes',
          studyType: 'Master',
          area: 'Marketing',
          startDate: '2011-09',
          endDate: '2013-07',
        },
      ],
      skills: [{ name: 'Outils', keywords: ['Google Analytics', 'SEO', 'Photoshop'] }],
      languages: [{ language: 'Français', fluency: 'Langue maternelle' }],
      certificates: [],
      projects: [],
    },
  },
  {
    language: 'es',
    resume: {
      basics: {
        name: 'Nuria Bastida Roldán',
        label: 'Enfermera de urgencias',
        email: 'nuria.bastida@example.es',
        phone: '+34 655 501 234',
        url: 'https://bastida.example.es',
        summary:
          'Enfermera con ocho años en urgencias y cuidados intensivos. Me gusta formar a quienes empiezan y mejorar los protocolos.',
        location: { city: 'Zaragoza', countryCode: 'ES' },
        profiles: [
          { network: 'LinkedIn', username: 'nuriabastida', url: 'https://www.linkedin.com/in/nuriabastida' },
        ],
      },
      work: [
        {
          name: 'Hospital del Ebro',
          position: 'Enfermera de urgencias',
          location: 'Zaragoza',
          startDate: '2020-04',
          highlights: ['Triaje de 60 pacientes por turno', 'Formación de 8 residentes'],
        },
        {
          name: 'Clínica Montearagón',
          position: 'Enfermera',
          location: 'Huesca',
          startDate: '2016-10',
          endDate: '2020-03',
          highlights: ['Protocolo de medicación nuevo', 'Coordinación de 5 auxiliares'],
        },
      ],
      education: [
        {
          institution: 'Universidad de Zaragoza',
          studyType: 'Grado',
          area: 'Enfermería',
          startDate: '2012-09',
          endDate: '2016-06',
        },
      ],
      skills: [{ name: 'Cuidados', keywords: ['Triaje', 'Reanimación', 'Curas'] }],
      languages: [{ language: 'Español', fluency: 'Lengua materna' }],
      certificates: [],
      projects: [],
    },
  },
];
