import { foldedWords } from './words.ts';

/** Words by which titles, employers, schools and degrees are told apart; stems end in `*`. Folded. */
const lexicons = {
  title:
    'engineer* ingenieur* developer* entwickler* developp* desarrollador* programmer* programmier* architect* architekt* arquitect* manager* leiter* leitung director* direkt* directeur directrice responsable* chef cheffe head lead teamlead* consultant* berater* consultor* conseill* analyst* analista* analytic* designer* gestalter* disenador* diseñador* nurse* pfleg* krankenschwester* infirm* enfermer* teacher* lehrer* profesor* professeur* enseignant* lecturer* dozent* researcher* forscher* chercheu* investigador* scientist* wissenschaft* scientifique* cientific* assistant* assistent* asistente* intern internship praktik* stagiaire stage becari* practicas werkstudent* apprentice* auszubild* azubi apprenti* aprendiz* trainee* technician* techniker* technicien* tecnic* administrator* administrateur* administrador* administrativ* accountant* buchhalt* comptable* contable* clerk* sachbearbeiter* kauffrau kaufmann* verkaufer* vendeu* vendedor* sales salesperson representative* vertreter* commercial* comercial* coordinator* koordinator* coordinat* coordinador* supervisor* superviseu* officer* referent* specialist* spezialist* specialiste* especialista* expert* experto* founder* grunder* fondat* fundador* ceo cto cfo coo president* geschaftsfuhr* owner* inhaber* editor* redakteu* redact* journalist* writer* author* autor* cook* koch kochin cuisini* cociner* chef waiter* kellner* serveu* camarer* driver* fahrer* chauffeu* conductor* mechanic* mechatronik* mechanik* mecanic* electrician* elektriker* electric* carpenter* tischler* schreiner* menuisi* carpinter* plumber* installateu* plombier* fontaner* doctor* arzt arztin medecin* medico* pharmacist* apothek* pharmaci* farmac* lawyer* anwalt anwaltin rechtsanwalt* avocat* abogad* juriste* controller* controleu* buyer* einkauf* acheteu* comprador* planner* disponent* logisti* operator* operateu* operari* worker* arbeiter* ouvri* obrer* marketing* recruiter* recruteu* reclutador* hr* owner* scrum* product* projekt* project* tester* qa devops sre fullstack frontend backend volunteer* freiwillig* benevol* voluntari* tutor* freelance* freiberufl* independant* autonom* associate* partner* member mitarbeiter* employee* employe* emplead* secretary* sekret* secretaire* secretari* receptionist* rezeption* receptionniste* recepcionista* educator* erzieher* educat* therapist* therapeut* therapeute* terapeut* psycholog* social* caregiver* betreuer* auxiliar* aide gerente* jefe jefa encargad* gestor* chargé charge chargee cadre meister*',
  employer:
    'gmbh ag kg ohg ug mbh se sa sas sarl sl slu srl inc llc ltd plc corp corporation company co group gruppe groupe grupo holding solutions systems technologies technology tech labs software consulting services industries bank banque banco hospital klinik* krankenhaus clinic* clinique* hopital university universitat* hochschule institute institut studio* agency agentur agence agencia foundation stiftung fondation fundacion verein association asociacion partners verlag werke werk club hotel restaurant logistics international global airlines energy media digital networks',
  school:
    'university universitat* universite* universidad* universita* uni college school* schule* hochschule* fachhochschule* gymnasium* akademie* academy academie* academia ecole* lycee* escuela* instituto* institut* institute* iut ifsi inspe staps faculty fakultat* faculte* facultad* polytechni* politecni* tu fh eth mit hec insa ensi* iese esade berufsschule* berufskolleg* realschule* colegio* centro iae cfa greta ies campus',
  degree:
    'bachelor* master* msc bsc ba bs ma ms mba phd ph doctor* doktor* promotion doctorat* doctorado* diplom* diploma* diplome* licence* licencia* grado* graduado* grad ingenieria bts dut but cap bac baccalaureat* abitur* matura fachabitur* mittlere staatsexamen* magister* magistere* beng meng llb llm associate* degree* certificate* gcse a-levels abschluss* hochschulreife* ausbildung* lehre gesell* meister* tecnico* superior bachillerato* fp ciclo formation minor major abgeschlossen* ingenieur* high',
} as const;

type LexiconName = keyof typeof lexicons;

interface Lexicon {
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
}

const read = (text: string): Lexicon => {
  const all = text.split(' ');
  return {
    words: new Set(all.filter((word) => !word.endsWith('*'))),
    stems: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
};

const loaded: Readonly<Record<LexiconName, Lexicon>> = {
  title: read(lexicons.title),
  employer: read(lexicons.employer),
  school: read(lexicons.school),
  degree: read(lexicons.degree),
};

const longestCounted = 12;

/** How many of the words of a short text belong to a kind of name. */
export function countOf(name: LexiconName, text: string): number {
  const { words, stems } = loaded[name];
  let count = 0;
  for (const word of foldedWords(text).slice(0, longestCounted)) {
    if (
      words.has(word) ||
      stems.some((stem) => word.startsWith(stem) || (stem.length > 6 && word.endsWith(stem)))
    ) {
      count += 1;
    }
  }
  return count;
}
