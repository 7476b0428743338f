import type { StatusWords } from './words.ts';

export const spanish: StatusWords = {
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
  withdrawnByApplicant: {
    label: 'Retirada',
    headline: '{{ applicant_name }} ha retirado su candidatura',
    text: '{{ applicant_name }} ha retirado su candidatura para {{ job_title }}. Ya no hace falta una respuesta.',
  },
};
