const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words between the words that matter, in our languages, folded. */
export const stopWords = list(
  'of the and for a an in at on to by with from as or our your und oder der die das den dem des fur im am als mit bei zum zur von ein eine einen einem einer ' +
    'de la le les du des et ou pour avec un une au aux chez sur l d y o e en el los las del al para con una por su u da do',
);

export const workplaceWords = list(
  'remote remoto remotely hybrid hybride hibrido onsite homeoffice wfh teletravail teletrabajo distanciel virtual anywhere',
);

/** What boards add to titles to be seen. */
export const noiseWords = list(
  'apply now today hiring urgent urgently immediate immediately start starting wanted needed new job jobs vacancy position opening opportunity gesucht dringend sofort ab neu stelle ' +
    'stellenangebot job suchen wir recherche recrute recrutement offre emploi poste inscribete urge incorporacion inmediata oferta empleo vacante bonus sign signing relocation quereinsteiger ' +
    'available working divers gn genders gender usd eur hr hour hourly',
);

/** Other ways to write a word, folded. */
export const spellings: ReadonlyMap<string, string> = new Map(
  (
    'mgr=manager;mngr=manager;eng=engineer;engr=engineer;dev=developer;vp=vice president;svp=senior vice president;admin=administrator;asst=assistant;assoc=associate;' +
    'acct=account;exec=executive;rep=representative;coord=coordinator;tech=technician;mfg=manufacturing;qa=quality assurance;hr=human resources;ux/ui=ux ui;fullstack=full stack;' +
    'ecommerce=e commerce;ops=operations;sw=software;swe=software engineer;sde=software engineer;sre=site reliability engineer;ml=machine learning;ai=artificial intelligence;' +
    'mitarbeiterin=mitarbeiter;fachkraft=fachkraft;gmbh=;sysadmin=system administrator'
  )
    .split(';')
    .map((entry) => {
      const [word = '', spelling = ''] = entry.split('=');
      return [word, spelling] as const;
    })
    .filter(([, spelling]) => spelling !== ''),
);

const levelWords: ReadonlyMap<string, string> = new Map(
  (
    'intern:intern interns internship praktikant praktikantin praktikum stagiaire stage stagiere becario becaria practicas practicante pasante;' +
    'trainee:trainee traineeship volontar volontariat;' +
    'student:werkstudent werkstudentin werkstudierende werkstudierender student studentische hilfskraft etudiant estudiante;' +
    'apprentice:azubi azubis auszubildende auszubildender auszubildenden ausbildung lehrling apprentice apprenticeship apprenti apprentie apprentissage alternance alternant alternante aprendiz;' +
    'junior:junior jr debutant debutante berufseinsteiger berufsanfanger entry graduate;' +
    'mid:mid intermediate midlevel;' +
    'senior:senior sr snr confirme confirmee experimente;' +
    'staff:staff;principal:principal;distinguished:distinguished;lead:lead leitende leitender leitend teamlead;head:head jefe jefa;' +
    'director:director directeur directrice direktor directora;chief:chief;executive:vp svp evp president;' +
    'deputy:deputy stellvertretende stellvertretender stellvertretung stv adjoint adjointe;assistant:assistant ayudante aide;associate:associate;group:group;' +
    'n1:i 1;n2:ii 2;n3:iii 3;n4:iv 4;n5:v 5;n6:vi 6'
  )
    .split(';')
    .flatMap((entry) => {
      const [level = '', words = ''] = entry.split(':');
      return words.split(' ').map((word) => [word, level] as const);
    }),
);

/**
 * The level that a word of a title tells; null for all others. Jobs of two levels are two jobs, however alike their texts.
 *
 * @param count how many words the title has: one that stands alone is the job itself ('Director')
 */
export function levelOf(word: string, count: number, index: number): string | null {
  const level = levelWords.get(word);
  if (level === undefined || count === 1) return null;
  // 'i' and 'v' as the first word are no numerals.
  return index === 0 && /^n\d$/.test(level) ? null : level;
}

interface Phrase {
  readonly words: readonly string[];
  readonly means: string;
}

/** The longest of each meaning come first. */
const hourPhrases: readonly Phrase[] = (
  'time:full=full time,fulltime,ft,vollzeit,voll zeit,temps plein,temps complet,jornada completa,tiempo completo,completa jornada;' +
  'time:part=part time,parttime,pt,teilzeit,teil zeit,temps partiel,media jornada,jornada parcial,tiempo parcial,minijob,mini job,midijob,aushilfe;' +
  'time:per_diem=per diem,prn,on call,vacataire;' +
  'shift:day=day shift,days shift,dayshift,tagschicht,equipe de jour,de jour,turno de dia,jour;' +
  'shift:night=night shift,nights shift,nightshift,overnight shift,overnight,nachtschicht,nachtdienst,nachtwache,equipe de nuit,de nuit,turno de noche,turno noche,nocturno,nocturna,nights,night;' +
  'shift:evening=evening shift,evenings,evening,spatschicht,spatdienst,equipe du soir,turno de tarde,turno tarde;' +
  'shift:morning=morning shift,morning,fruhschicht,fruhdienst,equipe du matin,turno de manana,turno manana;' +
  'shift:weekend=weekend shift,weekends,weekend,wochenende,week end,fin de semana,fines de semana;' +
  'shift:1st=1st shift,first shift;shift:2nd=2nd shift,second shift;shift:3rd=3rd shift,third shift;' +
  'term:temporary=temporary,temp,seasonal,befristet,aushilfsweise,cdd,temporal,saisonnier,interim;' +
  'term:permanent=permanent,unbefristet,festanstellung,cdi,indefinido;' +
  'term:freelance=freelance,freelancer,freiberuflich,freiberufler,independant,autonomo,contractor'
)
  .split(';')
  .flatMap((entry) => {
    const [means = '', phrases = ''] = entry.split('=');
    return phrases.split(',').map((phrase) => ({ words: phrase.split(' '), means }));
  })
  .sort((a, b) => b.words.length - a.words.length);

const phrasesByWord: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  hourPhrases,
  ({ words }) => words[0] ?? '',
);

/**
 * Hours that a title states when they are not the usual ones: a copy that does not state them is a posting of another
 * vacancy. 'Full time' may be left out.
 */
export const isUnusual = (hour: string): boolean => !usualHours.has(hour);

const usualHours = list('time:full shift:day shift:1st shift:morning term:permanent');

/** Takes hours, shifts and terms out of the words of a title. */
export function readHours(words: readonly string[]): {
  readonly hours: readonly string[];
  readonly rest: string[];
} {
  const hours = new Set<string>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = phrasesByWord
      .get(words[at] ?? '')
      ?.find((phrase) => phrase.words.every((word, offset) => words[at + offset] === word));
    if (found === undefined) {
      rest.push(words[at] ?? '');
      at += 1;
    } else {
      hours.add(found.means);
      at += found.words.length;
    }
  }
  return { hours: [...hours].sort(), rest };
}
