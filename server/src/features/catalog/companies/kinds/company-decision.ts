import { companyDecisions } from '@rolecall/contract';
import {
  band,
  headline,
  kindTexts,
  mail,
  paragraph,
  quotation,
  sampleJob,
  soft,
  when,
} from '../../../../platform/kind-texts/index.ts';

export const companyDecision = kindTexts({
  kind: 'company_decision',
  words: {
    en: {
      title: `{% case decision %}
{%- when 'verified' %}{{ company_name }} is verified
{%- when 'name_waits' %}The name {{ company_name }} is looked at first
{%- when 'name_confirmed' %}The name {{ company_name }} is confirmed
{%- when 'withdrawn' %}{{ company_name }} is not verified any more
{%- when 'refused' %}{{ company_name }} was refused
{%- when 'hidden' %}The jobs of {{ company_name }} are hidden
{%- when 'shown' %}The jobs of {{ company_name }} are shown again
{%- when 'silenced' %}Nobody is told of new jobs of {{ company_name }}
{%- when 'held' %}The jobs of {{ company_name }} are held
{%- when 'released' %}The jobs of {{ company_name }} are released
{%- when 'rule_lifted' %}A rule for the jobs of {{ company_name }} has ended
{%- when 'record_missing' %}The DNS record of {{ company_name }} is gone
{%- when 'lapsed' %}{{ company_name }} is not verified any more
{%- endcase %}`,
      message: `{% case decision %}
{%- when 'verified' %}Its jobs lose their mark, and what has waited is told now.
{%- when 'name_waits' %}Its domain is proven. The operator has a look before that counts, since the name could be mistaken for another or the mailbox could be a customer’s. You are told then.
{%- when 'name_confirmed' %}The operator has looked at the name. Nothing changes for its jobs.
{%- when 'withdrawn' %}Its jobs are marked again. Prove the domain anew, or ask the operator.
{%- when 'refused' %}Nobody but you sees its jobs. The operator has to confirm the company before that changes.
{%- when 'hidden' %}The operator has taken them out of sight.
{%- when 'shown' %}The operator has put them back in sight.
{%- when 'silenced' %}They are found and marked. They are told once the company is verified.
{%- when 'held' %}Nobody but you and the operator sees them until the company is verified.
{%- when 'released' %}People whose profile fits are told of them, with the mark “Unverified”.
{%- when 'rule_lifted' %}They are treated like those of any unverified company.
{%- when 'record_missing' %}Put it back within 14 days, or the company is unverified then.
{%- when 'lapsed' %}Its DNS record was gone for 14 days. Prove the domain anew.
{%- endcase %}`,
      label: 'About your company',
      given: 'The operator gives this reason:',
    },
    de: {
      title: `{% case decision %}
{%- when 'verified' %}{{ company_name }} ist bestätigt
{%- when 'name_waits' %}Der Name {{ company_name }} wird erst angesehen
{%- when 'name_confirmed' %}Der Name {{ company_name }} ist bestätigt
{%- when 'withdrawn' %}{{ company_name }} ist nicht mehr bestätigt
{%- when 'refused' %}{{ company_name }} wurde abgelehnt
{%- when 'hidden' %}Die Stellen von {{ company_name }} sind ausgeblendet
{%- when 'shown' %}Die Stellen von {{ company_name }} sind wieder sichtbar
{%- when 'silenced' %}Auf neue Stellen von {{ company_name }} wird niemand hingewiesen
{%- when 'held' %}Die Stellen von {{ company_name }} werden zurückgehalten
{%- when 'released' %}Die Stellen von {{ company_name }} sind freigegeben
{%- when 'rule_lifted' %}Eine Regel für die Stellen von {{ company_name }} gilt nicht mehr
{%- when 'record_missing' %}Der DNS-Eintrag von {{ company_name }} ist weg
{%- when 'lapsed' %}{{ company_name }} ist nicht mehr bestätigt
{%- endcase %}`,
      message: `{% case decision %}
{%- when 'verified' %}Die Stellen verlieren ihren Hinweis, und was gewartet hat, wird jetzt bekannt gemacht.
{%- when 'name_waits' %}Die Domain ist nachgewiesen. Bevor das zählt, sieht der Betreiber es sich an, denn man könnte den Namen verwechseln oder das Postfach könnte das eines Kunden sein. Du erfährst es dann.
{%- when 'name_confirmed' %}Der Betreiber hat sich den Namen angesehen. Für die Stellen ändert sich nichts.
{%- when 'withdrawn' %}Die Stellen tragen wieder den Hinweis. Weise die Domain neu nach, oder frag den Betreiber.
{%- when 'refused' %}Nur du siehst die Stellen noch. Erst wenn der Betreiber die Firma bestätigt, ändert sich das.
{%- when 'hidden' %}Der Betreiber hat sie ausgeblendet.
{%- when 'shown' %}Der Betreiber hat sie wieder eingeblendet.
{%- when 'silenced' %}Man findet sie mit einem Hinweis. Bekannt gemacht werden sie, sobald die Firma bestätigt ist.
{%- when 'held' %}Nur du und der Betreiber sehen sie, bis die Firma bestätigt ist.
{%- when 'released' %}Wer zu ihnen passt, erfährt davon, mit dem Hinweis „Nicht bestätigt“.
{%- when 'rule_lifted' %}Sie werden wie die jeder unbestätigten Firma behandelt.
{%- when 'record_missing' %}Stell ihn in den nächsten 14 Tagen wieder her, sonst ist die Firma dann nicht mehr bestätigt.
{%- when 'lapsed' %}Der DNS-Eintrag war 14 Tage lang weg. Weise die Domain neu nach.
{%- endcase %}`,
      label: 'Zu deiner Firma',
      given: 'Der Betreiber nennt diesen Grund:',
    },
    fr: {
      title: `{% case decision %}
{%- when 'verified' %}{{ company_name }} est vérifiée
{%- when 'name_waits' %}Le nom {{ company_name }} est d’abord examiné
{%- when 'name_confirmed' %}Le nom {{ company_name }} est confirmé
{%- when 'withdrawn' %}{{ company_name }} n’est plus vérifiée
{%- when 'refused' %}{{ company_name }} a été refusée
{%- when 'hidden' %}Les offres de {{ company_name }} sont masquées
{%- when 'shown' %}Les offres de {{ company_name }} sont de nouveau visibles
{%- when 'silenced' %}Personne n’est averti des nouvelles offres de {{ company_name }}
{%- when 'held' %}Les offres de {{ company_name }} sont retenues
{%- when 'released' %}Les offres de {{ company_name }} sont libérées
{%- when 'rule_lifted' %}Une règle pour les offres de {{ company_name }} a pris fin
{%- when 'record_missing' %}L’enregistrement DNS de {{ company_name }} a disparu
{%- when 'lapsed' %}{{ company_name }} n’est plus vérifiée
{%- endcase %}`,
      message: `{% case decision %}
{%- when 'verified' %}Ses offres perdent leur mention, et ce qui attendait est annoncé maintenant.
{%- when 'name_waits' %}Son domaine est prouvé. L’opérateur l’examine avant que cela compte, car le nom pourrait être confondu avec un autre ou la boîte être celle d’un client. Vous serez averti.
{%- when 'name_confirmed' %}L’opérateur a examiné le nom. Rien ne change pour ses offres.
{%- when 'withdrawn' %}Ses offres portent de nouveau la mention. Prouvez le domaine à nouveau ou demandez à l’opérateur.
{%- when 'refused' %}Vous êtes seul à voir ses offres. L’opérateur doit confirmer l’entreprise pour que cela change.
{%- when 'hidden' %}L’opérateur les a masquées.
{%- when 'shown' %}L’opérateur les affiche de nouveau.
{%- when 'silenced' %}On les trouve, avec une mention. Elles seront annoncées quand l’entreprise sera vérifiée.
{%- when 'held' %}Vous et l’opérateur êtes seuls à les voir avant que l’entreprise soit vérifiée.
{%- when 'released' %}Les personnes dont le profil correspond en sont averties, avec la mention « Non vérifiée ».
{%- when 'rule_lifted' %}Elles sont traitées comme celles de toute entreprise non vérifiée.
{%- when 'record_missing' %}Remettez-le en place sous 14 jours, sinon l’entreprise ne sera plus vérifiée.
{%- when 'lapsed' %}Son enregistrement DNS a été absent pendant 14 jours. Prouvez le domaine à nouveau.
{%- endcase %}`,
      label: 'Votre entreprise',
      given: 'L’opérateur donne cette raison :',
    },
    es: {
      title: `{% case decision %}
{%- when 'verified' %}{{ company_name }} está verificada
{%- when 'name_waits' %}Primero se revisa el nombre {{ company_name }}
{%- when 'name_confirmed' %}El nombre {{ company_name }} está confirmado
{%- when 'withdrawn' %}{{ company_name }} ya no está verificada
{%- when 'refused' %}{{ company_name }} ha sido rechazada
{%- when 'hidden' %}Los empleos de {{ company_name }} están ocultos
{%- when 'shown' %}Los empleos de {{ company_name }} vuelven a verse
{%- when 'silenced' %}No se avisa a nadie de los empleos nuevos de {{ company_name }}
{%- when 'held' %}Los empleos de {{ company_name }} están retenidos
{%- when 'released' %}Los empleos de {{ company_name }} se han liberado
{%- when 'rule_lifted' %}Ha terminado una regla para los empleos de {{ company_name }}
{%- when 'record_missing' %}Ha desaparecido el registro DNS de {{ company_name }}
{%- when 'lapsed' %}{{ company_name }} ya no está verificada
{%- endcase %}`,
      message: `{% case decision %}
{%- when 'verified' %}Sus empleos pierden la marca, y lo que esperaba se anuncia ahora.
{%- when 'name_waits' %}Su dominio está demostrado. El operador lo revisa antes de que cuente, porque el nombre podría confundirse con otro o el buzón ser el de un cliente. Te avisaremos.
{%- when 'name_confirmed' %}El operador ha revisado el nombre. Nada cambia para sus empleos.
{%- when 'withdrawn' %}Sus empleos vuelven a llevar la marca. Demuestra el dominio otra vez o pregunta al operador.
{%- when 'refused' %}Solo tú ves sus empleos. Hasta que el operador confirme la empresa no cambiará.
{%- when 'hidden' %}El operador los ha ocultado.
{%- when 'shown' %}El operador los muestra de nuevo.
{%- when 'silenced' %}Se encuentran, con una marca. Se anunciarán cuando la empresa esté verificada.
{%- when 'held' %}Solo tú y el operador los veis hasta que la empresa esté verificada.
{%- when 'released' %}Quien encaja recibe aviso, con la marca «No verificada».
{%- when 'rule_lifted' %}Se tratan como los de cualquier empresa no verificada.
{%- when 'record_missing' %}Vuelve a ponerlo en 14 días o la empresa dejará de estar verificada.
{%- when 'lapsed' %}Su registro DNS faltó durante 14 días. Demuestra el dominio otra vez.
{%- endcase %}`,
      label: 'Sobre tu empresa',
      given: 'El operador da este motivo:',
    },
  },
  mail: ({ label, given }, { button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('info', '●', label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      when('reason != blank', soft(given)),
      quotation('reason'),
      button,
    ),
  why: {
    en: 'You get this mail because you act for the company.',
    de: 'Du bekommst diese Mail, weil du für die Firma handelst.',
    fr: 'Vous recevez cet e-mail parce que vous agissez pour l’entreprise.',
    es: 'Recibes este correo porque actúas por la empresa.',
  },
  sample: {
    company_id: sampleJob.company_id,
    company_name: sampleJob.company_name,
    decision: 'refused',
    reason: 'The company has no office at this address.',
  },
  forms: companyDecisions
    .filter((decision) => decision !== 'refused')
    .map((decision) => [decision, { decision, reason: '' }] as const),
});
