import { fold } from './folding.ts';

/** Names of countries in our languages and as feeds abbreviate them, folded, with their codes. */
export const countries: ReadonlyMap<string, string> = readCountries();

function readCountries(): Map<string, string> {
  const found = new Map<string, string>();
  const codes =
    'ad ae af al am ar at au az ba bd be bg bh bo br by ca ch ci cl cm cn co cr cu cy cz de dk do dz ec ee eg es et ' +
    'fi fr gb ge gh gr gt hk hn hr hu id ie il in iq ir is it jm jo jp ke kh kr kw kz lb li lk lt lu lv ma mc md me mk ' +
    'mt mx my ng ni nl no np nz om pa pe ph pk pl pr pt py qa ro rs ru sa se sg si sk sn sv th tn tr tw tz ua ug us uy uz ve vn za';
  for (const language of ['en', 'de', 'fr', 'es']) {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of codes.split(' ')) found.set(wordsOf(names.of(code.toUpperCase()) ?? code), code);
  }
  const others =
    'us=usa,u s,u s a,united states of america,the united states;gb=uk,u k,great britain,england,scotland,wales,northern ireland,' +
    'grossbritannien,england uk;ae=uae,dubai uae;nl=the netherlands,holland;cz=czech republic,tschechische republik;' +
    'kr=south korea,korea,republic of korea,korea republic of;de=deu,brd;at=aut;ch=che;fr=fra;es=esp;it=ita;ca=can;in=ind;' +
    'vn=vnm,viet nam;cn=prc,p r china,mainland china;tr=turkey,turkei;tw=taiwan;ru=russia;br=brasil;mx=mexiko';
  for (const entry of others.split(';')) {
    const [code = '', names = ''] = entry.split('=');
    for (const name of names.split(',')) found.set(name, code);
  }
  return found;
}

/** Folded words with one space between them. */
export function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

export interface Region {
  readonly country: string;
  readonly code: string;
}

const regionNames =
  'us:al=alabama,ak=alaska,az=arizona,ar=arkansas,ca=california,co=colorado,ct=connecticut,de=delaware,fl=florida,ga=georgia,' +
  'hi=hawaii,id=idaho,il=illinois,in=indiana,ia=iowa,ks=kansas,ky=kentucky,la=louisiana,me=maine,md=maryland,ma=massachusetts,' +
  'mi=michigan,mn=minnesota,ms=mississippi,mo=missouri,mt=montana,ne=nebraska,nv=nevada,nh=new hampshire,nj=new jersey,' +
  'nm=new mexico,ny=new york,nc=north carolina,nd=north dakota,oh=ohio,ok=oklahoma,or=oregon,pa=pennsylvania,ri=rhode island,' +
  'sc=south carolina,sd=south dakota,tn=tennessee,tx=texas,ut=utah,vt=vermont,va=virginia,wa=washington,wv=west virginia,' +
  'wi=wisconsin,wy=wyoming,dc=district of columbia;' +
  'ca:ab=alberta,bc=british columbia,mb=manitoba,nb=new brunswick,nl=newfoundland,ns=nova scotia,on=ontario,qc=quebec,sk=saskatchewan;' +
  'au:nsw=new south wales,qld=queensland,vic=victoria,act=australian capital territory,tas=tasmania;' +
  'in:ka=karnataka,mh=maharashtra,tg=telangana,ts=telengana,gj=gujarat,hr=haryana,up=uttar pradesh,kl=kerala;' +
  'de:bw=baden wurttemberg,by=bayern,he=hessen,ni=niedersachsen,nw=nordrhein westfalen,rp=rheinland pfalz,sn=sachsen,st=sachsen anhalt,sh=schleswig holstein,th=thuringen,bb=brandenburg,mv=mecklenburg vorpommern,bv=bavaria;' +
  'es:an=andalucia,ar=aragon,ct=cataluna,cl=catalonia,pv=pais vasco,ga=galicia,cv=comunidad valenciana,cm=comunidad de madrid;' +
  'fr:ile=ile de france,ara=auvergne rhone alpes,bre=bretagne,occ=occitanie,naq=nouvelle aquitaine,hdf=hauts de france,pdl=pays de la loire,paca=provence alpes cote d azur;' +
  'gb:gl=greater london,gm=greater manchester,wm=west midlands;' +
  'ch:zh=kanton zurich;br:sp=sao paulo state,rj=rio de janeiro state;mx:cdmx=ciudad de mexico';

/** Regions by their names. */
export const regions: ReadonlyMap<string, Region> = readRegions(false);
/** Regions by the codes that stand behind a city or before it. */
export const regionCodes: ReadonlyMap<string, Region> = readRegions(true);

function readRegions(byCode: boolean): Map<string, Region> {
  const found = new Map<string, Region>();
  for (const group of regionNames.split(';')) {
    const [country = '', list = ''] = group.split(':');
    for (const entry of list.split(',')) {
      const [code = '', name = ''] = entry.split('=');
      const isCodeUsed = country === 'us' || country === 'ca' || country === 'au';
      if (!byCode) found.set(name, { country, code });
      else if (isCodeUsed && !found.has(code)) found.set(code, { country, code });
    }
  }
  return found;
}

const cityNames: Readonly<Record<string, string>> = {
  de:
    'berlin,hamburg,munchen,munich,koln,cologne,frankfurt,frankfurt am main,stuttgart,dusseldorf,dortmund,essen,leipzig,bremen,dresden,hannover,hanover,nurnberg,nuremberg,' +
    'duisburg,bochum,wuppertal,bielefeld,bonn,munster,mannheim,karlsruhe,augsburg,wiesbaden,monchengladbach,gelsenkirchen,aachen,braunschweig,kiel,chemnitz,halle,magdeburg,' +
    'freiburg,freiburg im breisgau,krefeld,mainz,lubeck,erfurt,rostock,kassel,hagen,potsdam,saarbrucken,hamm,ludwigshafen,oldenburg,osnabruck,leverkusen,heidelberg,darmstadt,' +
    'solingen,regensburg,paderborn,ingolstadt,wurzburg,wolfsburg,ulm,heilbronn,gottingen,pforzheim,reutlingen,koblenz,jena,trier,erlangen,konstanz,tubingen,bamberg,bayreuth,' +
    'passau,landshut,rosenheim,cottbus,schwerin,giessen,marburg,siegen,aalen,goppingen,heidenheim,walldorf,gutersloh,neuss,furth,esslingen,ludwigsburg',
  at: 'wien,vienna,graz,linz,salzburg,innsbruck,klagenfurt,villach,wels,dornbirn,bregenz',
  ch: 'zurich,zuerich,genf,geneve,geneva,basel,bern,berne,lausanne,winterthur,luzern,st gallen,lugano,zug,biel',
  fr:
    'paris,lyon,marseille,toulouse,nice,nantes,strasbourg,montpellier,bordeaux,lille,rennes,reims,le havre,saint etienne,toulon,grenoble,dijon,angers,nimes,villeurbanne,clermont ferrand,' +
    'le mans,aix en provence,brest,tours,amiens,limoges,annecy,perpignan,metz,besancon,orleans,rouen,mulhouse,caen,nancy,la defense,puteaux,courbevoie,sophia antipolis,valence,pau,poitiers,bayonne',
  es:
    'madrid,barcelona,valencia,sevilla,seville,zaragoza,malaga,murcia,palma,palma de mallorca,las palmas,bilbao,alicante,cordoba,valladolid,vigo,gijon,granada,elche,oviedo,' +
    'cartagena,jerez,sabadell,pamplona,almeria,san sebastian,donostia,santander,castellon,castellon de la plana,burgos,albacete,salamanca,logrono,badajoz,tarragona,lleida,leon,cadiz,girona,vitoria',
  pt: 'lisboa,lisbon,porto,oporto,braga,coimbra,faro',
  it: 'roma,rome,milano,milan,napoli,naples,torino,turin,bologna,firenze,florence,genova,venezia,verona,padova',
  gb: 'london,manchester,birmingham,leeds,glasgow,edinburgh,liverpool,bristol,sheffield,cardiff,belfast,nottingham,leicester,coventry,reading,newcastle upon tyne,brighton,oxford,milton keynes,doncaster,southampton,aberdeen',
  ie: 'dublin,cork,galway,limerick',
  nl: 'amsterdam,rotterdam,den haag,the hague,utrecht,eindhoven,groningen,delft,tilburg',
  be: 'brussels,bruxelles,brussel,antwerp,antwerpen,gent,ghent,liege,namur,leuven,charleroi,bruges',
  lu: 'luxembourg',
  dk: 'copenhagen,kobenhavn,aarhus,odense,aalborg',
  se: 'stockholm,goteborg,gothenburg,malmo,uppsala',
  no: 'oslo,bergen,trondheim,stavanger',
  fi: 'helsinki,espoo,tampere,turku',
  pl: 'warszawa,warsaw,krakow,cracow,wroclaw,gdansk,poznan,lodz,katowice',
  cz: 'praha,prague,brno,ostrava',
  sk: 'bratislava,kosice',
  hu: 'budapest',
  ro: 'bucharest,bucuresti,cluj,cluj napoca,iasi,timisoara',
  bg: 'sofia,plovdiv',
  gr: 'athens,thessaloniki',
  hr: 'zagreb',
  rs: 'belgrade',
  ua: 'kyiv,kiev,lviv,kharkiv',
  tr: 'istanbul,ankara,izmir',
  il: 'tel aviv,jerusalem,haifa',
  ae: 'dubai,abu dhabi',
  sa: 'riyadh,jeddah',
  qa: 'doha',
  eg: 'cairo',
  za: 'johannesburg,cape town,durban,pretoria',
  ke: 'nairobi',
  ng: 'lagos,abuja',
  in: 'bangalore,bengaluru,hyderabad,mumbai,pune,delhi,new delhi,chennai,gurgaon,gurugram,noida,kolkata,ahmedabad,kochi,coimbatore',
  cn: 'beijing,shanghai,shenzhen,guangzhou,hangzhou,chengdu,suzhou',
  hk: 'hong kong',
  tw: 'taipei,hsinchu',
  jp: 'tokyo,osaka,kyoto,yokohama,fukuoka,nagoya,sapporo',
  kr: 'seoul,busan',
  sg: 'singapore',
  my: 'kuala lumpur,penang',
  th: 'bangkok',
  vn: 'hanoi,ho chi minh city,da nang',
  ph: 'manila,makati,taguig,taguig city,cebu,quezon city,mabalacat',
  id: 'jakarta',
  au: 'sydney,melbourne,brisbane,perth,adelaide,canberra',
  nz: 'auckland,wellington,christchurch',
  br: 'sao paulo,rio de janeiro,brasilia,belo horizonte,curitiba,porto alegre,recife',
  ar: 'buenos aires',
  cl: 'santiago',
  co: 'bogota,medellin,cali',
  pe: 'lima',
  mx: 'mexico city,ciudad de mexico,guadalajara,monterrey,queretaro,tijuana',
  cr: 'san jose costa rica',
  ca: 'toronto,montreal,vancouver,ottawa,calgary,edmonton,winnipeg,quebec city,halifax,waterloo,mississauga,kitchener',
  us:
    'new york,new york city,nyc,los angeles,chicago,houston,phoenix,philadelphia,san antonio,san diego,dallas,austin,san francisco,sf,seattle,denver,boston,atlanta,miami,minneapolis,detroit,' +
    'portland,las vegas,nashville,charlotte,raleigh,pittsburgh,salt lake city,orlando,tampa,sacramento,palo alto,mountain view,sunnyvale,menlo park,santa clara,redwood city,san mateo,bellevue,redmond,' +
    'boulder,brooklyn,cincinnati,cleveland,columbus,indianapolis,kansas city,milwaukee,baltimore,st louis,saint louis,jacksonville,fort worth,el paso,memphis,louisville,oakland,irvine,scottsdale,plano,arlington,boise',
};

/** The country that is meant by a city without one: the best known of its name. */
export const cityCountries: ReadonlyMap<string, string> = new Map(
  Object.entries(cityNames).flatMap(([country, names]) =>
    names.split(',').map((name) => [name, country] as const),
  ),
);

const otherCityNames =
  'munich=munchen;cologne=koln;hanover=hannover;nuremberg=nurnberg;frankfurt am main=frankfurt;freiburg im breisgau=freiburg;vienna=wien;geneve=genf;geneva=genf;berne=bern;' +
  'zuerich=zurich;seville=sevilla;palma de mallorca=palma;castellon de la plana=castellon;donostia=san sebastian;lisbon=lisboa;oporto=porto;rome=roma;milan=milano;naples=napoli;turin=torino;' +
  'florence=firenze;the hague=den haag;bruxelles=brussels;brussel=brussels;antwerpen=antwerp;ghent=gent;kobenhavn=copenhagen;gothenburg=goteborg;warsaw=warszawa;cracow=krakow;' +
  'prague=praha;bucuresti=bucharest;kiev=kyiv;bengaluru=bangalore;gurugram=gurgaon;new delhi=delhi;ciudad de mexico=mexico city;new york city=new york;nyc=new york;sf=san francisco;' +
  'saint louis=st louis;taguig city=taguig;cluj=cluj napoca';

const canonicalCities: ReadonlyMap<string, string> = new Map(
  otherCityNames.split(';').map((entry) => {
    const [other = '', name = ''] = entry.split('=');
    return [other, name] as const;
  }),
);

/** One name for each city that has several. */
export const canonicalCity = (name: string): string => canonicalCities.get(name) ?? name;
