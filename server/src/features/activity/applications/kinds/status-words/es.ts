import type { StatusWords } from './words.ts';

export const spanish: StatusWords = {
  submitted: {
    label: 'Recibida',
    headline: 'Tu candidatura para {{ job_title }} ha llegado',
    message: '{{ company_name }} ha recibido tu candidatura.',
    text: '{{ company_name }} tiene tu candidatura. Ahora no tienes que hacer nada; te escribiremos en cuanto algo cambie.',
  },
  viewed: {
    label: 'Vista',
    headline: '{{ company_name }} ha visto tu candidatura',
    message: '{{ company_name }} ha visto tu candidatura.',
    text: 'En {{ company_name }} han abierto tu candidatura para {{ job_title }}. El próximo paso es de la empresa, y te avisaremos cuando llegue.',
  },
  shortlisted: {
    label: 'Preselección',
    headline: 'Estás en la preselección para {{ job_title }}',
    message: '{{ company_name }} ha preseleccionado tu candidatura.',
    text: '{{ company_name }} ha preseleccionado tu candidatura. Es un buen momento para releer el anuncio y pensar en lo que te gustaría preguntar.',
  },
  interview: {
    label: 'Entrevista',
    headline: '{{ company_name }} quiere conocerte',
    message: '{{ company_name }} quiere conocerte en una entrevista.',
    text: '{{ company_name }} quiere hablar contigo sobre el puesto {{ job_title }}. En cuanto haya fecha para la entrevista, la recibirás en un correo aparte.',
  },
  offer: {
    label: 'Oferta',
    headline: '{{ company_name }} te hace una oferta',
    message: '{{ company_name }} te hace una oferta.',
    text: 'Buenas noticias: {{ company_name }} te ofrece el puesto {{ job_title }}. ¡Enhorabuena!',
  },
  hired: {
    label: 'Contratación',
    headline: 'El puesto es tuyo',
    message: 'El puesto en {{ company_name }} es tuyo. ¡Enhorabuena!',
    text: 'Tienes el puesto {{ job_title }} en {{ company_name }}. ¡Enhorabuena y buen comienzo!',
  },
  rejected: {
    label: 'Esta vez no',
    headline: 'Una respuesta sobre {{ job_title }}',
    message: '{{ company_name }} ha decidido no seguir adelante con tu candidatura.',
    text: '{{ company_name }} ha decidido no seguir adelante con tu candidatura para {{ job_title }}. Sabemos que esperabas otra cosa.',
  },
  withdrawn: {
    label: 'Retirada',
    headline: 'Has retirado tu candidatura',
    message: 'Has retirado tu candidatura.',
    text: 'Tu candidatura para {{ job_title }} en {{ company_name }} está retirada, y la empresa lo sabe. No hay nada más que hacer.',
  },
  withdrawnByApplicant: {
    label: 'Retirada',
    headline: '{{ applicant_name }} ha retirado su candidatura',
    message: 'Se ha retirado la candidatura para {{ job_title }}.',
    text: '{{ applicant_name }} ha retirado su candidatura para {{ job_title }}. Ya no hace falta una respuesta.',
  },
};
