/**
 * Legal forms by which names of one company differ. They are written in small letters without dots, and found however they are
 * spaced: 'S. à r. l.', 'GmbH & Co. KG', 'S.A. de C.V.'. Words that names have for themselves ('Stiftung', 'PC', 'Trust') are
 * no forms here: two names that differ by one only could be taken for each other (`likeness.ts`).
 */
export const moreLegalForms: readonly string[] = listOf(`
  haftungsbeschränkt
  ggmbh, gug, gag, gemeinnützige gmbh, gesmbh, ges mbh, gesellschaft mbh, gesellschaft mit beschränkter haftung
  gemeinnützige gesellschaft mit beschränkter haftung, gmbh i g, i gr, ig, in gründung, i l, in liquidation, i ins
  unternehmergesellschaft, aktiengesellschaft, europäische gesellschaft, societas europaea, invag, reit ag
  kommanditgesellschaft, kommanditgesellschaft auf aktien, offene handelsgesellschaft, gesellschaft bürgerlichen rechts
  partg, partgmbb, partnerschaftsgesellschaft, partnerschaft mbb, mbb, ek, ekfm, ekfr, eingetragener kaufmann
  eingetragene kauffrau, eg, eingetragene genossenschaft, eingetragener verein, egbr, ewiv, og, offene gesellschaft, keg, oeg
  kollektivgesellschaft
  gmbh u co kg, gmbh und co kg, gmbh & co kg, ag & co kg, ug & co kg, se & co kgaa, gmbh & co ohg, mbh u co kg, u co kg, co kg
  pvt, private, private limited, pte, pty, sdn bhd, bhd, tbk, limited liability company, limited liability partnership
  limited partnership, public limited company, pllc, lllp, pjsc, ojsc, cjsc, jsc, ulc, incorporée, dac, clg, cpt
  incorporation, company limited, fze, fzco, fzc, fz llc, wll, saog, saoc
  s à r l, sàrl, eurl, sasu, selarl, selas, snc, scop, scop sa, scop sarl, scic, scp, scs, sca, gie, geie, eirl
  société anonyme, société à responsabilité limitée, société par actions simplifiée, société en nom collectif
  société par actions simplifiée unipersonnelle, entreprise unipersonnelle à responsabilité limitée, société civile
  société coopérative, société coopérative et participative, société en commandite, société en commandite par actions
  rl, ltée, limitée, scrl, srlcr, sàrl s, sprl, bvba, cvba, vof, besloten vennootschap, naamloze vennootschap
  commanditaire vennootschap, coöperatieve vennootschap, coöperatie ua
  slu, slne, sll, slp, slpu, sau, scoop, sccl, scoopv, s coop, s coop and, sociedad anónima, sociedad limitada
  sociedad limitada unipersonal, sociedad anónima unipersonal, sociedad de responsabilidad limitada, sociedad cooperativa
  sociedad anónima de capital variable, sociedad laboral, s de rl, s de rl de cv, sa de cv, sab de cv, sapi de cv, sofom, cv
  eireli, ltda, limitada, sociedade limitada, sociedade anónima, lda, unipessoal, unipessoal lda, sgps, sgps sa
  srls, sapa, scarl, scrl, soc coop, società per azioni, società a responsabilità limitata, società cooperativa
  publ, ab publ, asa, aps, ivs, amba, a s, ehf, aktiebolag, handelsbolag, kommanditbolag, aktieselskab
  anpartsselskab, aksjeselskap, allmennaksjeselskap, osakeyhtiö, julkinen osakeyhtiö, oyj abp, abp, oü, osaühing, aktsiaselts
  sia, uab, akciju sabiedrība
  sp, sp z oo, z, oo, zoo, sp z o o, sp j, sp k, spzoo, spółka z ograniczoną odpowiedzialnością, spółka akcyjna
  spółka jawna, spółka komandytowa, spol s r o, spol sro, s r o, akciová společnost, v o s, o s, d o o, j d o o, jdoo
  zrt, nyrt, kkt, korlátolt felelősségű társaság, s r l d, ood, eood, ead, ead, еоод, оод, еад, ооо, оао, зао, пао
  тоо, тов, прат, гмбх, кг, аг, гмбх & ко кг, ко кг, лтд, инк, ллс
  общество с ограниченной ответственностью, акционерное общество
  επε, ε π ε, ικε, ι κ ε, ανώνυμη εταιρεία, ltd şti, şti, a ş, aş, anonim şirketi, limited şirketi
  株式会社, 有限会社, 合同会社, 合資会社, 一般社団法人, 株, 有, 有限公司, 股份有限公司, 有限责任公司, 주식회사, 유한회사, 주, kabushiki kaisha
  godo kaisha, gk, yk, בעמ, שממ, شمم
`);

/** Forms that stand in front of a name and begin none of their own. */
export const formsInFront: readonly string[] = listOf(`
  株式会社, 有限会社, 合同会社, 合資会社, 一般社団法人, 株, 有, 주식회사, 유한회사, 주, ооо, оао, зао, пао, тоо, тов, прат
  общество с ограниченной ответственностью, акционерное общество, the, gmbh, ggmbh, aktiengesellschaft, société anonyme
  société à responsabilité limitée, sàrl, sarl, eurl, sasu, llc, ltd, uab, sia, spol s r o, гмбх, еоод, оод
`);

/** Forms of the far East, which stand beside a name without a space. */
export const gluedForms =
  /株式会社|有限会社|合同会社|合資会社|一般社団法人|股份有限公司|有限责任公司|有限公司|주식회사|유한회사/gu;

function listOf(forms: string): string[] {
  return forms.split(/[,\n]/).flatMap((form) => form.trim() || []);
}
