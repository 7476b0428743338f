import { type TradeTexts, words } from './trades.ts';

/** English building blocks of the made-up jobs. */
export const tradesInEnglish: TradeTexts = {
  nurse: words(
    'Registered Nurse, Surgery|Night Nurse|Community Nurse|Paediatric Nurse|Nurse, Day Clinic',
    'Nursing, Wound care, Patient care',
    `Look after six to eight patients a shift, from admission to the way home
Change dressings, give medicines and notice early when somebody gets worse
Hand over in ten minutes, in writing and face to face
Explain to families what happens next, in words that they understand
Train one student nurse at a time, with hours set aside for it
Keep the record up to date on a tablet that works
Visit people at home who were discharged too early for comfort`,
    `A registration as a nurse, or one that is on its way
Calm when three bells ring at once
Readiness to work every third weekend
Good English, and patience with those who have none`,
  ),
  care: words(
    'Care Assistant|Live-in Carer|Support Worker, Assisted Living',
    'Patient care, First aid',
    `Help eleven residents through their mornings, without hurry
Cook, shop and walk with people who once did it alone
Notice small changes and write them down for the nurse
Plan an outing a month, however short
Be somebody's familiar face, four days a week
Give medicines that the nurse has prepared`,
    `Experience with older people, paid or in your family
A driving licence, for some of the rounds
A kind voice and a strong back
A first aid certificate, which we pay for`,
  ),
  teacher: words(
    'Teacher of Mathematics|Primary School Teacher|English Teacher for Adults|Science Teacher, Lower School',
    'Teaching, Lesson planning, English',
    `Teach twenty hours a week in classes of at most twenty-two
Plan lessons with two colleagues of your subject, not alone
Mark work so that pupils know what to do next
Speak with parents before something is a problem
Run one club of your own choosing, from chess to compost
Look after a form of your own from September`,
    `A teaching qualification for your subject
Joy in questions that are not in the book
Experience with pupils whose first language is another one
Firmness that nobody has to raise a voice for`,
  ),
  electrician: words(
    'Electrician|Maintenance Electrician|Solar Installer|Electrical Fitter, Ships',
    'Electrical installation, Wiring, Safety testing',
    `Wire new flats and old schools, from the cabinet to the last socket
Find faults with a meter and your head, in this order
Put solar panels and batteries on roofs in a team of three
Test, label and write the certificate that the inspector likes
Keep forty machines of a bottling plant running
Show an apprentice why the cover goes back on`,
    `A finished apprenticeship in electrical installation
A driving licence, and no fear of heights
Clean drawings, also when nobody looks
Readiness for one week on call in six`,
  ),
  cook: words(
    'Chef de Partie|Sous Chef|Cook, School Kitchen',
    'Cooking, Menu planning, Food safety',
    `Run the warm section for sixty covers a night
Write a menu each Thursday around what the market has
Cook three hundred lunches that children eat up
Order, store and label so that nothing is thrown away
Teach two trainees to taste before they salt
Keep the kitchen as clean at midnight as at noon`,
    `Two years in a kitchen that cooked from scratch
Certificates of food safety that are not older than you admit
Good nerves at eight in the evening
Interest in vegetables as a main thing`,
  ),
  hotel: words(
    'Receptionist|Night Porter|Housekeeping Supervisor',
    'Guest service, English, Booking systems',
    `Welcome people who have travelled all day, and let them to their rooms in four minutes
Answer mails in two languages and the phone in three
Lead eight people who make forty-two rooms a day
Settle what went wrong before the guest writes about it
Count the till at six and be right
Know where one can eat well for little`,
    `English that carries a conversation, and one more language
A friendly face at seven in the morning
Some experience with a booking system
Shifts do not frighten you`,
  ),
  shop: words(
    'Shop Assistant, Bicycles|Store Manager|Bookseller',
    'Customer service, Cash handling, English',
    `Advise people who know nothing and people who know everything
Order twice a week and keep the shelves honest
Open up two mornings a week, with the key and the coffee
Plan the rota for nine people who all want Saturday off
Repair the small things while the customer waits
Arrange a window that makes people stop`,
    `Experience in a shop, and liking it
Sums in your head, when the till is down
Two Saturdays a month
Curiosity for what we sell`,
  ),
  warehouse: words(
    'Warehouse Operative|Forklift Driver|Team Lead, Goods In',
    'Forklift, Inventory, Goods receipt',
    `Unload four lorries a shift and count what is in them
Pick orders with a scanner, to the piece
Keep aisle twelve in an order that others can follow
Move pallets by forklift, without ever being in a hurry
Lead seven people and the plan for the day
Report damage with a picture and three words`,
    `A forklift licence, or the wish to get one at our cost
Readiness for early and late shifts in turn
Boots, which we pay for
English enough for labels and jokes`,
  ),
  driver: words(
    'Delivery Driver|Bus Driver|Truck Driver, Regional',
    'Driving licence, Route planning, Customer service',
    `Bring ninety parcels a day to the right doors
Drive the same regional round, home every night
Check tyres, lights and load before each start
Help the last passenger find the right stop
Write down what the truck needs before it breaks
Unload with a lift, never with your back`,
    `The licence for the vehicle, and five points fewer than the limit
Punctuality that does not need a boss
Knowledge of the region, or an ear for the radio
A way with people at their front doors`,
  ),
  planner: words(
    'Logistics Planner|Supply Chain Analyst|Freight Coordinator',
    'Logistics, Excel, SQL, English',
    `Plan two hundred containers a day around one crane
Book ships, trains and the lorry in between
Find out why the same shipment is late each Tuesday
Keep customers informed before they call
Build the sheet that everybody trusts, and document it
Negotiate freight rates twice a year`,
    `Three years in planning or dispatch
Excel beyond sums; SQL is welcome
English with captains, Dutch or German with neighbours
A calm voice when the fog comes`,
  ),
  accountant: words(
    'Accountant|Payroll Specialist|Financial Controller|Accounts Payable Clerk',
    'Accounting, Excel, SAP, Payroll',
    `Close the books by the fifth working day, without a late night
Pay three hundred people correctly, each month
Reconcile accounts that nobody has looked at since spring
Explain figures to people who sell, build or heal
Prepare the audit so that it is boring
Replace one spreadsheet a quarter by something better`,
    `A qualification in accounting, finished or nearly
Two closings that you have led yourself
Excel and one large system
The courage to ask what an invoice was for`,
  ),
  people: words(
    'Recruiter|HR Generalist|People Partner',
    'Recruiting, Employment law, English',
    `Fill twenty roles a year and answer everybody who applied
Advise team leads before a talk, not only after it
Look after contracts, leave and the questions about both
Introduce new people so that they want to stay
Write postings that say what the job pays
Prepare the works council meeting with facts`,
    `Three years in HR, of which one with hiring
Sound knowledge of employment law
Discretion, without being asked for it
Clear writing`,
  ),
  law: words(
    'Employment Lawyer|Legal Counsel|Paralegal, Contracts|Data Protection Officer',
    'Contract law, Data protection, Legal research, English',
    `Draft and negotiate contracts with suppliers in six countries
Answer legal questions in two days and in plain words
Keep the register of processing up to date
Represent the company in proceedings, with outside counsel
Train teams before they sign something
Turn twelve templates into four`,
    `A law degree and admission to the bar, for counsels
Three years in a firm or a legal department
English contracts hold no fear for you
Judgement about what is worth a fight`,
  ),
  marketing: words(
    'Content Marketing Manager|Online Marketing Specialist|Brand Manager|Social Media Editor',
    'SEO, Content marketing, Google Analytics, Copywriting',
    `Plan what we publish for a quarter, and throw half of it away
Write pages that answer what people have asked
Run campaigns with a budget, and stop those that do nothing
Measure what a newsletter brings, beyond opens
Brief designers and photographers, and thank them
Look after our channels with wit and without haste`,
    `Two years in marketing, with something to show
A good ear for language
Figures do not bore you
Experience with a content system`,
  ),
  sales: words(
    'Account Executive|Sales Representative, North|Key Account Manager|Inside Sales Specialist',
    'Sales, CRM, Negotiation, English',
    `Win fifteen customers a year who stay for five
Listen for an hour before you show a slide
Keep the CRM so tidy that holidays are possible
Visit customers two days a week, by train where it goes
Forecast honestly, also in December
Bring back to the product team what people really asked`,
    `Experience in selling something that needs explaining
A number that you are proud of, and how it came about
English in meetings
Resilience, and a sense of humour about it`,
  ),
  support: words(
    'Customer Support Agent|Technical Support Specialist|Customer Success Manager',
    'Customer service, English, Zendesk',
    `Answer thirty questions a day, each as if it were the first
Reproduce a fault and describe it so that it is fixed
Write the help page that spares the next fifty mails
Call back when you said that you would
Show new customers the three things they need
Keep watch over the queue at lunchtime, in turn`,
    `Written English without a template in sight
Patience, the real kind
Curiosity for how things work inside
Experience in support or at a counter`,
  ),
  backend: words(
    'Backend Engineer|Senior Backend Engineer, Payments|Go Developer|Java Engineer, Claims|Python Developer',
    'PostgreSQL, Go, Python, Java, Docker',
    `Own services from the first table to the alert at night
Design interfaces that another team likes to call
Make a nightly job of four hours into one of ten minutes
Write tests that fail for a reason
Review code kindly and completely
Move the last customers off the old system
Measure before you optimise, and after`,
    `Four years with a backend language, ours or one close to it
SQL that you can explain
Experience with something that must not lose data
Willingness to be on call one week in eight`,
  ),
  frontend: words(
    'Frontend Engineer|Senior React Engineer|Web Developer, Accessibility|Mobile Engineer',
    'TypeScript, React, CSS, Accessibility',
    `Build pages that work with a keyboard, a phone and a slow line
Look after a library of forty components that three teams share
Take 300 kilobytes out of the first load
Pair with designers before there is a picture
Test with people who use a screen reader
Keep the release boring, every Tuesday`,
    `TypeScript and one framework, React for choice
HTML and CSS beyond copying
An eye for what is one pixel off, and the sense to leave it
Experience with tests in a browser`,
  ),
  data: words(
    'Data Analyst|Data Scientist, Forecasting|Machine Learning Engineer|Analytics Engineer',
    'Python, SQL, Machine learning, Statistics',
    `Answer the question behind the question
Forecast demand for eight hundred shops, two weeks ahead
Build models that a planner can overrule
Clean up definitions until two reports agree
Draw charts that need no legend
Put a model into production and watch it there`,
    `Python and SQL, daily
Statistics that you could teach
A project that changed a decision
Plain writing about uncertain things`,
  ),
  design: words(
    'Product Designer|UX Designer|Service Designer',
    'Figma, User research, Prototyping, Accessibility',
    `Talk with six users a month, and bring an engineer along
Sketch three ways before you polish one
Look after flows from the first mail to the last invoice
Write the words of the interface too
Keep the design system smaller than it wants to be
Test on the phone of the person who complains`,
    `A portfolio that shows how you got there
Three years on a product that people depend on
Figma, paper and honesty
Basics of accessibility`,
  ),
  operations: words(
    'Site Reliability Engineer|DevOps Engineer|Systems Administrator|IT Support Engineer',
    'Kubernetes, Linux, Terraform, Networking',
    `Keep forty services up, and sleep
Write the runbook after the incident, not before the audit
Move machines that were named after planets into code
Look after laptops, accounts and the questions around them
Practise restoring a backup, each quarter
Make a deploy a thing of four minutes`,
    `Linux by heart
Experience with one cloud and one cellar
Scripting in Python, Go or Bash
A calm channel in an incident`,
  ),
  civil: words(
    'Civil Engineer, Bridges|Architect|Site Manager',
    'AutoCAD, Structural engineering, Project management',
    `Plan repairs of bridges that carry thirty thousand cars a day
Draw details that a bricklayer can read in the rain
Lead a site from the first fence to the last key
Check what subcontractors have built before it is covered
Keep budget, neighbours and weather in one plan
Present alternatives to a council at seven in the evening`,
    `A degree in engineering or architecture
Three years on projects that were built
CAD, and the readiness to draw by hand
Boots in the boot`,
  ),
  laboratory: words(
    'Laboratory Technician|Quality Analyst, Food|Biologist, Water',
    'Laboratory, Quality control, Microbiology',
    `Test two hundred samples of drinking water a day
Prepare cultures and keep the book of them
Validate a method so that the auditor nods
Look after three instruments and their moods
Find out why Monday's figures differ
Train colleagues in the new balance`,
    `Training as a laboratory technician, or a degree
Clean hands and clean records
Experience with quality standards
English for manuals`,
  ),
  garden: words(
    'Gardener|Landscape Worker|Head Gardener, Botanic Garden',
    'Gardening, Plant care, Machinery',
    `Look after two parks and the people who complain about them
Plant eight hundred trees a winter
Prune roses without making enemies
Repair paths, benches and the odd fountain
Run the nursery, from seed to lorry
Lead a team of four, and a volunteer day a month`,
    `Training in gardening, or ten years of it
A driving licence with trailer, for most of it
Pleasure in weather of any kind
Names of plants, at least the common ones`,
  ),
};
