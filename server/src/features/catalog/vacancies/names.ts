import { normalizeCompanyName } from '../companies/index.ts';
import { foldUmlauts } from './folding.ts';

/**
 * Whose name stands at a posting. A name proves that two postings are of one employer only where it is an employer's:
 * agencies post for many, marketplaces show what others post, and some say nothing.
 */
export type Poster = 'employer' | 'agency' | 'marketplace' | 'unnamed';

export interface CompanyFacts {
  readonly poster: Poster;
  /** The name without its legal form. */
  readonly key: string;
  /** Also without what groups add to their name, such as 'Group', 'Technologies' or a country. */
  readonly looseKey: string;
}

/** Names and words in the form that `readCompany` gives them. */
const list = (text: string): ReadonlySet<string> => new Set(text.split(',').map(foldUmlauts));

const unnamed = list(
  'confidential,confidential company,company confidential,confidential client,confidential employer,anonymous,undisclosed,private advertiser,hidden,not disclosed,n a,na,unknown,' +
    'vertraulich,anonym,ungenannt,chiffre,confidentiel,entreprise confidentielle,societe confidentielle,anonyme,client confidentiel,confidencial,empresa confidencial,empresa anonima,importante empresa,empresa lider',
);
const marketplaces = list(
  'jobs via dice,dice,jobot marketplace,talentcom,talent,stepstone,stepstone partner,indeed,linkedin,monster,ziprecruiter,adzuna,jooble,glassdoor,lensa,get it,remoteok,remote ok,we work remotely,' +
    'remotive,arbeitnow,efinancialcareers,clearancejobs,jobs for humanity,jobleads,xing,infojobs,infoempleo,tecnoempleo,apec,hellowork,meteojob,france travail,pole emploi,' +
    'bundesagentur fur arbeit,himalayas,wellfound,angellist,welcome to the jungle,builtin,built in,themuse,the muse,careerbuilder,simplyhired,kununu,jobware,stellenanzeigende,joblift,talents by stepstone',
);
const agencies = list(
  'adecco,randstad,hays,manpower,manpowergroup,robert half,robert walters,michael page,page personnel,pagegroup,kelly services,kelly,aerotek,kforce,teksystems,insight global,cybercoders,jobot,' +
    'apex systems,allegis,experis,gulp,dis,persona service,hofmann,i k hofmann,tempton,timepartner,brunel,ferchau,amadeus fire,synergie,proman,crit,start people,eurofirms,nortempo,gi group,' +
    'harnham,motion recruitment,akkodis,actalent,beacon hill,vaco,trueblue,peopleready,express employment professionals,nigel frank,jefferson frank,oscar associates,computer futures,' +
    'sthree,huxley,real staffing,experteer,spring professional,modis,lhh,badenoch and clark,walters people,expectra,lynx rh,fed finance,approach people,reed,morgan mckinley,' +
    'orion group,volt,robert half technology,piper companies,collabera,mastech digital,artech,diversant,pyramid consulting,judge group,the judge group,russell tobin,talentbridge,unique personal,' +
    'bindan,zeitfracht personal,arwa,office people,trenkwalder,piening,pluss,temporis,partnaire,adequat,samsic emploi,iman temporing,flexiplan,synergie tt,marlex,claire joster',
);
const agencyWords = list(
  'recruiting,recruitment,recruiters,recruiter,staffing,headhunting,headhunters,personaldienstleistung,personaldienstleistungen,personaldienstleister,personalservice,personalmanagement,personalvermittlung,' +
    'personalberatung,zeitarbeit,leiharbeit,interim,recrutement,recruteurs,seleccion,ett,jobvermittlung,arbeitsvermittlung,trabajo temporal,talentsolutions,rrhh,manpower,adecco,randstad,hays',
);
const agencyPhrases: readonly string[] = [
  'talent solutions',
  'executive search',
  'search partners',
  'employment agency',
  'travail temporaire',
  'trabajo temporal',
  'recursos humanos',
  'human capital',
  'talent acquisition',
  'persona service',
];

/** Legal forms that stand in names of employers beside those that every company is found by. */
const forms = list(
  'ggmbh,gug,gag,eg,gemeinnutzige,gemeinnutziger,lp,pc,pa,pllc,scop,scic,sca,sau,slu,sll,sca,coop,asbl,vzw,stiftung burgerlichen rechts,mbb,partg',
);
const formWords = list('gmbh,ag,co,kg,and,inc,llc,ltd,se,sa,sas,sarl,sl,srl,bv,nv,plc,corp,limited,mbh');
const extensions = list(
  'group,gruppe,groupe,grupo,holding,holdings,international,technologies,technology,worldwide,global,deutschland,germany,france,espana,spain,iberia,uk,usa,us,america,americas,' +
    'europe,emea,schweiz,switzerland,suisse,osterreich,austria,italia,italy,nederland,belgium,canada,india,careers,jobs',
);
/** 'und', 'et', 'y' and '&' are one. */
const joints = list('and,und,et,y,e,u');

/** Reads the name at a posting. */
export function readCompany(name: string): CompanyFacts {
  const words = normalizeCompanyName(name)
    .split(' ')
    .map((word) => (joints.has(word) ? 'and' : foldUmlauts(word)));
  if (words[0] === 'the' && words.length > 1) words.shift();
  const kept = withoutLast(words, (word) => forms.has(word) || formWords.has(word));
  const key = kept.join(' ');
  const looseKey = withoutLast(kept, (word) => extensions.has(word))
    .join(' ')
    .replace(/^(?:groupe|grupo) (?=.)/, '');
  return { poster: posterOf(key, looseKey, kept), key, looseKey };
}

function withoutLast(words: readonly string[], isLeftOut: (word: string) => boolean): readonly string[] {
  let end = words.length;
  while (end > 1 && isLeftOut(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end);
}

function posterOf(key: string, looseKey: string, words: readonly string[]): Poster {
  const isIn = (names: ReadonlySet<string>) => names.has(key) || names.has(looseKey);
  if (key === '' || isIn(unnamed)) return 'unnamed';
  if (isIn(marketplaces) || key.startsWith('jobs via ')) return 'marketplace';
  const isAgency =
    isIn(agencies) ||
    words.some((word) => agencyWords.has(word)) ||
    agencyPhrases.some((phrase) => key.includes(phrase));
  return isAgency ? 'agency' : 'employer';
}

/** How the names at two postings are to each other. */
export type CompanyRelation = 'same' | 'nearly' | 'same_agency' | 'unknown' | 'different';

export function compareCompanies(a: CompanyFacts, b: CompanyFacts): CompanyRelation {
  if (a.poster === 'employer' && b.poster === 'employer') {
    if (a.key === b.key) return 'same';
    return a.looseKey === b.looseKey ? 'nearly' : 'different';
  }
  if (a.poster === 'agency' && b.poster === 'agency' && a.looseKey === b.looseKey) return 'same_agency';
  // An agency may post for the employer, and who is unnamed may be anybody: only the text can tell.
  return 'unknown';
}
