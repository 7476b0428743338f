import { type Language, languages } from './languages.ts';
import { wordsOf } from './words.ts';

/**
 * What the same occupation is called: names in English, German, French and Spanish between bars, alike ones between commas.
 * Written for this project. Only names that mean the same work stand together.
 */
const table = `
registered nurse, RN, nurse, staff nurse | Pflegefachkraft, Pflegefachfrau, Pflegefachmann, Krankenschwester, Krankenpfleger, Gesundheits- und Krankenpfleger, Pflegekraft | infirmier, infirmière, IDE | enfermero, enfermera
care assistant, healthcare assistant, HCA, nursing assistant, CNA | Pflegehelfer, Pflegeassistent, Altenpflegehelfer | aide-soignant, aide-soignante | auxiliar de enfermería
physician, doctor, medical doctor | Arzt, Ärztin | médecin | médico, médica
physiotherapist, physical therapist | Physiotherapeut | kinésithérapeute | fisioterapeuta
midwife | Hebamme | sage-femme | matrona
pharmacist | Apotheker | pharmacien | farmacéutico
dentist | Zahnarzt | dentiste | dentista, odontólogo
paramedic, EMT | Notfallsanitäter, Rettungssanitäter | ambulancier | técnico en emergencias
software engineer, software developer, SWE | Softwareentwickler, Software-Entwickler | développeur logiciel, ingénieur logiciel | desarrollador de software, ingeniero de software
frontend engineer, frontend developer, front-end engineer, front-end developer | Frontend-Entwickler | développeur front-end | desarrollador frontend
backend engineer, backend developer, back-end engineer, back-end developer | Backend-Entwickler | développeur back-end | desarrollador backend
full stack developer, full stack engineer, fullstack developer, fullstack engineer | Fullstack-Entwickler | développeur full stack | desarrollador full stack
site reliability engineer, SRE | | |
system administrator, sysadmin | Systemadministrator | administrateur système | administrador de sistemas
data scientist | | scientifique des données | científico de datos
data analyst | Datenanalyst | analyste de données | analista de datos
quality assurance engineer, QA engineer, test engineer | Testingenieur | ingénieur test | ingeniero de pruebas
product manager, PM | Produktmanager | chef de produit | jefe de producto
project manager | Projektleiter, Projektmanager | chef de projet | jefe de proyecto
human resources manager, HR manager | Personalleiter | responsable RH, responsable des ressources humaines | responsable de recursos humanos
recruiter, talent acquisition specialist | Personalreferent | chargé de recrutement | técnico de selección
accountant | Buchhalter | comptable | contable
tax adviser, tax advisor | Steuerberater | conseiller fiscal | asesor fiscal
auditor | Wirtschaftsprüfer | auditeur | auditor
lawyer, attorney, solicitor | Rechtsanwalt, Jurist | avocat, juriste | abogado
paralegal | Rechtsanwaltsfachangestellter | assistant juridique | asistente jurídico
salesperson, sales assistant, retail assistant, shop assistant | Verkäufer, Verkäuferin | vendeur, vendeuse | dependiente, vendedor
sales representative, sales rep, account executive | Vertriebsmitarbeiter, Außendienstmitarbeiter | commercial | comercial, representante de ventas
cashier | Kassierer | caissier, hôte de caisse | cajero
cook, chef | Koch, Köchin | cuisinier | cocinero
waiter, waitress, server | Kellner, Servicekraft | serveur, serveuse | camarero
baker | Bäcker | boulanger | panadero
butcher | Metzger, Fleischer | boucher | carnicero
hairdresser, hair stylist | Friseur | coiffeur | peluquero
cleaner, cleaning staff | Reinigungskraft | agent d'entretien | personal de limpieza
truck driver, lorry driver, HGV driver | Lkw-Fahrer, Berufskraftfahrer, Kraftfahrer | chauffeur poids lourd, conducteur poids lourd | camionero, conductor de camión
bus driver | Busfahrer | conducteur de bus | conductor de autobús
delivery driver, courier | Auslieferungsfahrer, Kurierfahrer | chauffeur-livreur, livreur | repartidor
forklift driver, forklift operator | Staplerfahrer, Gabelstaplerfahrer | cariste | carretillero
warehouse worker, warehouse operative, warehouse associate | Lagermitarbeiter, Lagerist | magasinier, préparateur de commandes | mozo de almacén
electrician | Elektriker, Elektroniker, Elektroinstallateur | électricien | electricista
plumber | Anlagenmechaniker SHK, Installateur | plombier | fontanero
carpenter, joiner | Schreiner, Tischler, Zimmerer | menuisier, charpentier | carpintero
bricklayer, mason | Maurer | maçon | albañil
painter | Maler, Lackierer | peintre en bâtiment | pintor
roofer | Dachdecker | couvreur | techador
welder | Schweißer | soudeur | soldador
mechanic, automotive technician, car mechanic | Kfz-Mechatroniker, Mechaniker | mécanicien | mecánico
mechanical engineer | Maschinenbauingenieur | ingénieur mécanique | ingeniero mecánico
electrical engineer | Elektroingenieur | ingénieur électrique | ingeniero eléctrico
civil engineer | Bauingenieur | ingénieur civil | ingeniero civil
architect | Architekt | architecte | arquitecto
site manager, construction manager | Bauleiter | conducteur de travaux, chef de chantier | jefe de obra
machine operator | Maschinenbediener, Anlagenführer, Maschinenführer | opérateur machine, conducteur de machine | operador de máquina, operario
teacher | Lehrer, Lehrkraft | professeur, enseignant | profesor, maestro
preschool teacher, nursery teacher, early years educator | Erzieher | éducateur de jeunes enfants | educador infantil
social worker | Sozialarbeiter, Sozialpädagoge | travailleur social, assistant social | trabajador social
customer service representative, customer support agent | Kundenberater, Kundenbetreuer | conseiller clientèle | agente de atención al cliente
administrative assistant, office assistant, secretary | Sekretär, Verwaltungsassistent, Bürokraft | assistant administratif, secrétaire | auxiliar administrativo, secretario
receptionist | Empfangsmitarbeiter, Rezeptionist | réceptionniste | recepcionista
security guard, security officer | Sicherheitsmitarbeiter, Wachmann | agent de sécurité | vigilante de seguridad
gardener, landscaper | Gärtner, Landschaftsgärtner | jardinier, paysagiste | jardinero
graphic designer | Grafikdesigner, Mediengestalter | graphiste | diseñador gráfico
copywriter | Texter | rédacteur | redactor
translator | Übersetzer | traducteur | traductor
buyer, procurement specialist, purchaser | Einkäufer | acheteur | comprador
controller, financial controller | Controller | contrôleur de gestion | controlador financiero
intern, internship | Praktikant, Praktikum | stagiaire, stage | becario, prácticas
apprentice, apprenticeship | Auszubildender, Azubi, Ausbildung | apprenti, alternance | aprendiz
`;

interface Name {
  readonly language: Language;
  readonly text: string;
}

interface Occupations {
  /** All names of the occupation that some folded words mean, in all languages. */
  find(name: string): readonly Name[];
}

export const occupations: Occupations = (() => {
  const byName = new Map<string, Name[]>();
  for (const line of table.trim().split('\n')) {
    const names = line.split('|').flatMap((column, place) =>
      column
        .split(', ')
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .map((text): Name => ({ language: languages[place] ?? 'en', text })),
    );
    for (const { text } of names) {
      const key = wordsOf(text, 6).join(' ');
      byName.set(key, [...(byName.get(key) ?? []), ...names]);
    }
  }
  return { find: (name) => byName.get(name) ?? [] };
})();
