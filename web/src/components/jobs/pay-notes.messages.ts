import { defineMessages } from '@rolecall/contract';

/** What the page of a job says of its pay beside the amount. */
export const payNotesMessages = defineMessages({
  en: {
    read: 'The pay was read from the text of the posting: “{evidence}”.',
    gross: 'Before taxes.',
    net: 'After taxes.',
    payments: '{count:number} payments a year.',
    converted: 'About {pay}, by the rate of the European Central Bank of {date}.',
    law_in_posting: 'This posting should state pay here: the law of {place} asks for it.',
    law_before_interview:
      'This posting states no pay. Under the pay transparency rules of the EU you should be told the pay, or its range, before the interview ({place}).',
    law_employees: 'It holds for employers with {count:number} people or more.',
  },
  de: {
    read: 'Das Gehalt wurde aus dem Text der Anzeige gelesen: „{evidence}“.',
    gross: 'Vor Steuern.',
    net: 'Nach Steuern.',
    payments: '{count:number} Zahlungen im Jahr.',
    converted: 'Etwa {pay}, nach dem Kurs der Europäischen Zentralbank vom {date}.',
    law_in_posting: 'Diese Anzeige sollte hier das Gehalt nennen: Das Gesetz verlangt es ({place}).',
    law_before_interview:
      'Diese Anzeige nennt kein Gehalt. Nach den Regeln der EU zur Lohntransparenz solltest du das Gehalt oder seine Spanne vor dem Gespräch erfahren ({place}).',
    law_employees: 'Das gilt für Arbeitgeber ab {count:number} Beschäftigten.',
  },
  fr: {
    read: 'La rémunération a été lue dans le texte de l’offre : « {evidence} ».',
    gross: 'Avant impôts et cotisations.',
    net: 'Montant net.',
    payments: '{count:number} versements par an.',
    converted: 'Environ {pay}, au cours de la Banque centrale européenne du {date}.',
    law_in_posting: 'Cette offre devrait indiquer la rémunération ici : la loi le demande ({place}).',
    law_before_interview:
      'Cette offre n’indique pas de rémunération. Selon les règles de l’UE sur la transparence salariale, vous devriez connaître la rémunération ou sa fourchette avant l’entretien ({place}).',
    law_employees: 'Cela vaut pour les employeurs d’au moins {count:number} personnes.',
  },
  es: {
    read: 'El salario se ha leído del texto de la oferta: «{evidence}».',
    gross: 'Antes de impuestos.',
    net: 'Después de impuestos.',
    payments: '{count:number} pagas al año.',
    converted: 'Unos {pay}, al tipo del Banco Central Europeo del {date}.',
    law_in_posting: 'Esta oferta debería indicar aquí el salario: la ley lo pide ({place}).',
    law_before_interview:
      'Esta oferta no indica salario. Según las normas de la UE sobre transparencia salarial, deberías conocer el salario o su banda antes de la entrevista ({place}).',
    law_employees: 'Vale para empleadores con {count:number} personas o más.',
  },
});
