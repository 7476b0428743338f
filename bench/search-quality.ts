/**
 * How good the first ten results are, on a small set that was written for it before anything was tuned: nDCG@10 of the search
 * index, of PostgreSQL's full text as the product asks it, and of plain BM25 over words as they stand.
 *
 *     npm run bench:search-quality        # PostgreSQL at TEST_POSTGRES_URL or 127.0.0.1:5432
 */
import pg from 'pg';
import { createCollection } from '../server/src/features/catalog/search/engine/collection.ts';
import { findSynonyms } from '../server/src/features/catalog/search/engine/concepts.ts';
import { toDocument } from '../server/src/features/catalog/search/engine/document.ts';
import { createSearcher } from '../server/src/features/catalog/search/engine/search.ts';
import { findPostgres } from '../server/src/testing/services.ts';
import { toRequest } from './search/engine.ts';

interface Posting {
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly skills: readonly string[];
  readonly text: string;
}

/** Title; company; skills between commas; text. The place of a line names the posting. */
const postings: readonly Posting[] = `
Registered Nurse (ICU); Lakeside Hospital; Patient care, Triage; You will care for patients in intensive care and work with our doctors.
Pflegefachkraft (m/w/d); Klinik am See; Pflegedokumentation; Du pflegst unsere Patienten und arbeitest mit dem Team auf der Station.
Staff Nurse - Night Shift; Meadow Care; ; We are looking for a nurse who is with our residents at night.
Infirmière diplômée d'État; Hôpital du Lac; Soins; Vous travaillez avec nos équipes pour les patients de la ville.
Senior Backend Engineer; Fennwick; Go, PostgreSQL; You build services in Go and own what you ship. We support our customers.
Software Developer (Java); Oakline; Java, Spring; You write Java for our payment platform with a team of six.
Softwareentwickler Backend; Nordlicht GmbH; Java; Du entwickelst mit uns Dienste und bist für die Qualität verantwortlich.
Softwareentwicklerin Frontend; Nordlicht GmbH; React, TypeScript; Du baust Oberflächen mit React und TypeScript und bist bei uns im Team.
Frontend Engineer; Brightpath; React, TypeScript; You make our web application a joy to use.
Site Reliability Engineer; Cloudberry; Kubernetes, Terraform; You keep our clusters running and are on call with the team.
Data engineer/scientist; Quantia; Python, SQL; You build pipelines and models for our analysts.
Data Analyst; Quantia; SQL, Excel; You answer questions of the business with data.
Machine Learning Engineer; Vellum AI; Python, PyTorch; You train models and bring them to production.
UX/UI Designer; Brightpath; Figma; You design flows and test them with our users.
Graphic Designer; Papermill; Illustrator; You design posters, and support our marketing.
Customer Support Agent; Helpwell; ; It is you who answers our customers by phone and mail.
IT Support Specialist; Helpwell; Windows, Active Directory; You help our colleagues with their computers.
Sales Representative; Marlow Tools; Negotiation; You visit customers in the north and sell our tools.
Account Executive; Fennwick; Salesforce; You win new customers for our platform.
Key Account Manager; Marlow Tools; SAP; You look after our largest customers.
Go-to-Market Manager; Vellum AI; ; You plan how our product comes to customers.
Product Manager; Oakline; Roadmaps; You decide with engineers what we build next.
Projektleiter Bau; Hochtal Bau AG; Bauleitung; Du leitest unsere Baustellen und bist für die Kosten verantwortlich.
Bauleiter Hochbau; Steinweg; AutoCAD; Du führst die Baustelle und das Team vor Ort.
Civil Engineer; Riverworks; AutoCAD; You plan bridges and dams.
Elektroniker für Betriebstechnik; Motorenwerk; ; Du wartest unsere Anlagen und bist mit dem Team im Schichtdienst.
Electrician; Brightline Electric; Wiring; You install and repair wiring in homes.
Welder (MIG/TIG); Ironside; Welding; You weld frames for trailers.
Lkw-Fahrer Nahverkehr; Spedition Weber; Führerschein CE; Du fährst für uns und bist abends zu Hause.
HGV Driver Class 1; Northway Logistics; ; You drive nights between our depots.
Forklift Operator; Northway Logistics; Forklift; You load trucks in our warehouse.
Lagermitarbeiter; Spedition Weber; ; Du packst und verlädst Waren und bist im Team.
Warehouse Associate; Bluebox; ; You pick and pack orders.
Buchhalter; Steuerhaus; DATEV; Du buchst für unsere Mandanten und bist mit dem Team in der Stadt.
Accountant; Ledgerly; Excel, SAP; You close the books each month.
Comptable; Cabinet Dubois; Sage; Vous tenez les comptes de nos clients avec les équipes de la ville.
Contable; Gestoría Sol; ; Trabajas con las cuentas de los clientes para la empresa.
Cocinero; Restaurante Mar; ; Trabajas en la cocina con el equipo para los clientes.
Cook; The Copper Pan; ; You cook lunch for eighty guests.
Vendeuse en boulangerie; Maison Petit; ; Vous accueillez nos clients et vous êtes avec les équipes de la boutique.
Verkäufer Bäckerei; Backhaus; ; Du verkaufst Brot und bist früh auf den Beinen, mit uns im Team.
Teacher of Mathematics; Hill School; ; You teach maths to pupils of eleven and older.
Recruiter; Peopleworks; LinkedIn; You find engineers for our customers.
Paralegal; Hart & Stone; ; You prepare files for our lawyers.
C++ Developer; Ironside; C++; You program our controllers.
C# Developer; Ledgerly; C#, .NET; You extend our accounting software.
Node.js Developer; Cloudberry; Node.js; You write services.
`
  .trim()
  .split('\n')
  .map((line, at) => {
    const [title = '', company = '', skills = '', ...text] = line.split(';').map((part) => part.trim());
    return {
      id: String(at + 1),
      title,
      company,
      skills: skills.split(',').flatMap((skill) => (skill.trim() === '' ? [] : [skill.trim()])),
      text: text.join(';'),
    };
  });

/** What is asked, and the postings that answer it. */
const questions: readonly (readonly [string, readonly number[]])[] = [
  ['nurse', [1, 2, 3, 4]],
  ['RN', [1, 2, 3, 4]],
  ['pflegefachkraft', [2, 1, 3, 4]],
  ['night nurse', [3]],
  ['nursing', [1, 3]],
  ['registred nurse', [1, 2, 3, 4]],
  ['software engineer', [5, 6, 7, 8]],
  ['java developer', [6, 7]],
  ['entwickler', [7, 8]],
  ['softwareentwickler', [7, 8, 6]],
  ['software-entwickler java', [7, 6]],
  ['frontend', [8, 9]],
  ['frontend developer', [8, 9]],
  ['react typescript', [8, 9]],
  ['SRE', [10]],
  ['kuberntes', [10]],
  ['data scientist', [11]],
  ['data', [11, 12]],
  ['machine lerning', [13]],
  ['ux designer', [14]],
  ['designer', [14, 15]],
  ['customer support', [16]],
  ['IT support', [17]],
  ['sales rep', [18, 19]],
  ['account manager', [20]],
  ['go engineer', [5]],
  ['product managers', [22]],
  ['construction manager', [23, 24]],
  ['bauleiter', [24]],
  ['bauleitung', [23]],
  ['autocad', [24, 25]],
  ['electrician', [27, 26]],
  ['elektriker', [26, 27]],
  ['welding', [28]],
  ['truck driver', [29, 30]],
  ['lkw fahrer', [29, 30]],
  ['forklift driver', [31]],
  ['warehouse worker', [32, 33]],
  ['accountant', [35, 34, 36, 37]],
  ['buchhalter', [34, 35]],
  ['acountant excel', [35]],
  ['cook', [39, 38]],
  ['cocinera', [38, 39]],
  ['vendeur', [40]],
  ['verkäuferin', [41]],
  ['verkaufer backerei', [41]],
  ['maths teacher', [42]],
  ['teecher', [42]],
  ['c++', [45]],
  ['c# developer', [46]],
  ['nodejs', [47]],
  ['recruiting', [43]],
];

/** With binary gains. */
function ndcg(found: readonly string[], wanted: readonly number[]): number {
  const gain = (place: number) => 1 / Math.log2(place + 2);
  const relevant = new Set(wanted.map(String));
  const reached = found
    .slice(0, 10)
    .reduce((sum, id, place) => sum + (relevant.has(id) ? gain(place) : 0), 0);
  return reached / wanted.reduce((sum, _, place) => sum + gain(place), 0);
}

function index(): (words: string) => string[] {
  const collection = createCollection();
  for (const posting of postings) {
    collection.put(
      toDocument([
        {
          ...posting,
          vacancy: posting.id,
          companyId: posting.company,
          department: null,
          places: [],
          workplace: null,
          employmentType: null,
          seniority: null,
          sourceId: null,
          payAnnual: null,
          payCurrency: null,
          publishedAt: 0,
          updatedAt: 0,
        },
      ]),
    );
  }
  const searcher = createSearcher(collection, findSynonyms);
  return (q) =>
    searcher.search({ ...toRequest({ q }, false), read: ['en', 'de', 'fr', 'es'] }).jobs.map(({ id }) => id);
}

function plainBm25(): (words: string) => string[] {
  const wordsOf = (text: string) =>
    Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}+#]+/gu), ([word]) => word);
  const documents = postings.map(({ id, title, company, skills, text }) => ({
    id,
    words: wordsOf([title, company, ...skills, text].join(' ')),
  }));
  const usual = documents.reduce((sum, { words }) => sum + words.length, 0) / documents.length;
  return (q) => {
    const scores = documents.map(({ id, words }) => {
      const score = wordsOf(q).reduce((sum, word) => {
        const frequency = documents.filter((other) => other.words.includes(word)).length;
        const count = words.filter((other) => other === word).length;
        const rarity = Math.log(1 + (documents.length - frequency + 0.5) / (frequency + 0.5));
        return sum + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * words.length) / usual));
      }, 0);
      return { id, score };
    });
    return scores
      .filter(({ score }) => score > 0)
      .toSorted((one, other) => other.score - one.score)
      .map(({ id }) => id);
  };
}

async function fullText(client: pg.Client, q: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with jobs as (
       select id, setweight(to_tsvector('english', title) || to_tsvector('simple', title), 'A') ||
         setweight(to_tsvector('simple', company), 'B') || setweight(to_tsvector('simple', skills), 'B') ||
         setweight(to_tsvector('english', text), 'D') as search
       from jsonb_to_recordset($1::jsonb) as t (id text, title text, company text, skills text, text text)
     ), asked as (select websearch_to_tsquery('english', $2) || websearch_to_tsquery('simple', $2) as query)
     select id from jobs, asked where search @@ query order by ts_rank(search, query) desc limit 10`,
    [JSON.stringify(postings.map((posting) => ({ ...posting, skills: posting.skills.join(' ') }))), q],
  );
  return rows.map(({ id }) => id);
}

const server = await findPostgres();
const client = server === undefined ? null : new pg.Client({ connectionString: server });
await client?.connect();
const ways = { index: index(), bm25: plainBm25() };
const sums = { index: 0, postgres: 0, bm25: 0 };
for (const [q, wanted] of questions) {
  const reached = {
    index: ndcg(ways.index(q), wanted),
    postgres: client === null ? 0 : ndcg(await fullText(client, q), wanted),
    bm25: ndcg(ways.bm25(q), wanted),
  };
  for (const way of ['index', 'postgres', 'bm25'] as const) sums[way] += reached[way];
  if (reached.index < 1) process.stdout.write(`${q}: ${reached.index.toFixed(2)}\n`);
}
await client?.end();
const mean = (sum: number) => (sum / questions.length).toFixed(3);
process.stdout.write(
  `nDCG@10 of ${questions.length} questions: index ${mean(sums.index)}, ` +
    `PostgreSQL ${client === null ? 'not there' : mean(sums.postgres)}, plain BM25 ${mean(sums.bm25)}\n`,
);
