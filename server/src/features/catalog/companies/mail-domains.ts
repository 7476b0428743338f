import freeDomains from 'email-providers/all.json' with { type: 'json' };

/** Where anybody gets a mailbox, an alias or a page, beside the list: such a domain is no company's, whoever shows it. */
const moreFreeDomains = `
  appleid.com duck.com mozmail.com simplelogin.com simplelogin.co simplelogin.fr slmail.me aleeas.com dralias.com 8shield.net
  passmail.net passmail.com passinbox.com passfwd.com silomails.com slmails.com anonaddy.com anonaddy.me addy.io addymail.com
  erine.email 33mail.com spamgourmet.com burnermail.io mailfence.com startmail.com my-startmail.com opayq.com blur.com
  tutanota.com tutanota.de tuta.io tuta.com tutamail.com keemail.me fastmail.com fastmail.fm hey.com pm.me proton.me
  protonmail.ch skiff.com posteo.de posteo.net posteo.org posteo.at posteo.eu mailbox.org runbox.com runbox.no countermail.com
  hushmail.com hushmail.me disroot.org riseup.net systemli.org autistici.org inventati.org so36.net immerda.ch nadir.org
  dismail.de mailo.com ctemplar.com kolabnow.com soverin.net thexyz.com zohomail.com zohomail.eu migadu.com inbox.eu inbox.lv
  inbox.lt inbox.ee inbox.ru azet.sk post.sk pobox.sk centrum.cz seznam.cz email.cz post.cz volny.cz o2.pl wp.pl onet.pl
  onet.eu op.pl interia.pl interia.eu poczta.fm gmail.com.br googlemail.co.uk wordpress.com onmicrosoft.com telefonica.net
  naver.com daum.net hanmail.net qq.com 163.com 126.com yeah.net sina.com sohu.com foxmail.com aliyun.com rediffmail.com
  uol.com.br bol.com.br terra.com.br ig.com.br abv.bg mail.bg ukr.net i.ua bigmir.net freemail.hu citromail.hu net.hr
  live.at live.be live.ca live.ch live.cn live.cl live.co.uk live.co.za live.com live.com.ar live.com.au live.com.mx live.com.pt live.de
  live.dk live.fi live.fr live.hk live.ie live.in live.it live.jp live.nl live.no live.ru live.se wanadoo.nl wanadoo.es tele2.it
  swissonline.ch kabelbw.de unity-mail.de ok.de pec.it legalmail.it arubapec.it ptmail.com
  siol.net ymail.com rocketmail.com myyahoo.com bluewin.ch gmx.li web.de email.de mail.dk jubii.dk ofir.dk getmail.no
`;
const free: ReadonlySet<string> = new Set([...freeDomains, ...wordsOf(moreFreeDomains)]);
/** Names of such under whichever end: 'gmx.ch', 'yahoo.com.br'. */
const freeNames: ReadonlySet<string> = new Set(
  wordsOf(
    'gmail googlemail hotmail outlook yahoo ymail rocketmail gmx msn protonmail tutanota icloud aol yandex hushmail fastmail mailfence',
  ),
);

/** Whether anybody gets a mailbox at a registered domain. */
export const isFreeDomain = (domain: string): boolean =>
  free.has(domain) || freeNames.has(domain.slice(0, domain.indexOf('.')));

/**
 * Companies and bodies that give mailboxes of their own domain to customers, members or students: telephone and cable companies,
 * learned societies, universities. The domain is theirs all the same.
 */
const sharedDomains = wordsOf(`
  vodafone.de vodafone.com vodafone.it vodafone.es vodafone.pt vodafone.nl vodafone.ie vodafone.co.uk vodafonemail.de o2.de
  o2online.de o2.co.uk o2mail.de telekom.de t-online.de magenta.de 1und1.de unitybox.de unitymedia.de kabelmail.de arcor.de
  netcologne.de ewetel.net ewe.net mnet-online.de m-net.de osnanet.de htp-tel.de pyur.com tele2.de versatel.de
  magenta.at a1.net a1.at aon.at chello.at upcmail.at utanet.at inode.at kabsi.at liwest.at drei.at
  swisscom.com swisscom.ch bluewin.ch sunrise.ch hispeed.ch upc.ch quickline.ch salt.ch green.ch
  orange.fr orange.com orange.es orange.pl wanadoo.fr sfr.fr free.fr bbox.fr bouyguestelecom.fr numericable.fr laposte.net
  neuf.fr cegetel.net
  telefonica.com telefonica.es movistar.es ono.com jazztel.es euskaltel.com euskalnet.net telecable.es
  iol.pt sapo.pt meo.pt nos.pt netcabo.pt clix.pt
  tim.it alice.it tin.it libero.it virgilio.it fastweb.it fastwebnet.it tiscali.it aruba.it wind.it windtre.it iol.it
  proximus.be skynet.be belgacom.be telenet.be voo.be scarlet.be orange.be
  kpn.com kpnmail.nl planet.nl hetnet.nl xs4all.nl ziggo.nl home.nl upcmail.nl casema.nl quicknet.nl tele2.nl solcon.nl
  telia.com telia.se telia.no telia.fi telia.dk telia.ee telenor.no telenor.se telenor.dk online.no tele2.se bredband.net
  comhem.se bahnhof.se tdc.dk yousee.dk stofanet.dk elisa.fi elisanet.fi kolumbus.fi saunalahti.fi dnainternet.net dna.fi
  sonera.com pp.inet.fi netti.fi altibox.no
  bt.com btinternet.com btconnect.com sky.com virginmedia.com talktalk.net talktalk.co.uk plus.net zen.co.uk eircom.net
  eir.ie virginmedia.ie three.co.uk ee.co.uk
  otenet.gr cosmote.gr forthnet.gr hol.gr wind.gr cytanet.com.cy
  upc.cz upcmail.cz o2.cz t-mobile.cz t-mobile.de t-mobile.com t-mobile.pl t-mobile.hu t-mobile.at upc.pl netia.pl play.pl
  plus.pl vectra.pl telekom.sk telekom.hu t-online.hu upcmail.hu digi.ro rdslink.ro romtelecom.ro telekom.ro t-com.hr
  t-com.me vip.hr iskon.hr a1.hr a1.si a1.bg t-2.net amis.net telemach.si sbb.rs mts.rs starman.ee hot.ee neti.ee telia.lt
  takas.lt tet.lv superonline.com ttmail.com turktelekom.com.tr
  comcast.com comcast.net xfinity.com att.com att.net verizon.com verizon.net cox.com cox.net charter.com charter.net
  spectrum.com rr.com centurylink.com centurylink.net frontier.com frontiernet.net optimum.net optonline.net earthlink.net
  windstream.net mediacom.com mchsi.com suddenlink.net rogers.com bell.ca bell.net shaw.ca telus.com telus.net videotron.ca
  videotron.com cogeco.ca sasktel.net
  telstra.com bigpond.com optus.com.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net xtra.co.nz spark.co.nz
  vodafone.co.nz orcon.net.nz jio.com airtel.in airtel.com bsnl.in bsnl.co.in singtel.com singnet.com.sg starhub.com
  starhub.net.sg docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com
  claro.com.br vivo.com.br oi.com.br telmex.com prodigy.net.mx
  ieee.org acm.org computer.org ams.org rsc.org acs.org theiet.org vdi.de gi.de alumni.com
  ethz.ch epfl.ch uzh.ch unibas.ch kit.edu lmu.de tum.de rwth-aachen.de fau.de ntnu.no kth.se chalmers.se lu.se uu.se su.se
  ku.dk dtu.dk au.dk helsinki.fi aalto.fi uva.nl tudelft.nl kuleuven.be ugent.be uclouvain.be polimi.it unibo.it uniroma1.it
  ub.edu upm.es ucm.es uam.es sorbonne-universite.fr polytechnique.fr
`);
const shared: ReadonlySet<string> = new Set(sharedDomains);

/** Ends under which schools and universities are, whose students have mailboxes there. */
const academic = /\.(?:edu|edu\.[a-z]{2}|ac\.[a-z]{2})$/;
/** How universities of countries without such an end are called. */
const university = /^(?:uni|univ|tu|fh)-/;

/**
 * Names of mailboxes that nobody but who runs a domain gets: those to which certificates for it are mailed (CA/Browser Forum,
 * Baseline Requirements 3.2.2.4.4), after RFC 2142.
 */
const runners: ReadonlySet<string> = new Set([
  'admin',
  'administrator',
  'webmaster',
  'hostmaster',
  'postmaster',
]);

/** Whether the mailboxes of a domain are known to be those of others than its owner's people. */
export const isSharedDomain = (domain: string): boolean =>
  shared.has(domain) || academic.test(domain) || university.test(domain);

/** Whether who reads a mailbox runs the domain, wherever it is. */
export const isRunnersMailbox = (address: string): boolean =>
  runners.has(address.slice(0, address.lastIndexOf('@')));

function wordsOf(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}
