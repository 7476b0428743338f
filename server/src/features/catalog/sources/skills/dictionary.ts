/**
 * Well-known skills as jobs show them, one a line; other ways to write one follow after `=`. Words are compared
 * without regard to case.
 */
const unambiguous = `
.NET = dotnet = .net core
A/B testing = ab testing
ABAP
Accounts payable
Accounts receivable
Adobe Photoshop = photoshop
Agile
Airflow = apache airflow
Android
Angular = angularjs
Ansible
API design
AutoCAD
AWS = amazon web services
Azure = microsoft azure
Bash
BigQuery
Bookkeeping
Budgeting
Business development
C# = csharp
C++ = cpp
Cassandra
Change management
CI/CD = ci cd = continuous integration
ClickHouse
Cloud computing
COBOL
Computer vision
Copywriting
CPR
CRM
CSS = css3
Cybersecurity
Data analysis = data analytics
Data engineering
Data modeling = data modelling
Data science
Data visualization = data visualisation
Databricks
Datadog
dbt
Deep learning
DevOps
Distributed systems
Django
Docker
Elasticsearch
Elixir
Embedded systems
Erlang
ETL
FastAPI
Figma
Financial analysis
Financial modeling = financial modelling
Firebase
Flask
Flink = apache flink
Flutter
Forecasting
FPGA
GCP = google cloud = google cloud platform
GDPR
Git
GitHub Actions
GitLab
Go = golang
Google Analytics
Grafana
GraphQL
gRPC
Hadoop
Haskell
Helm
HTML = html5
HubSpot
Illustrator = adobe illustrator
InDesign = adobe indesign
Information security
iOS
Java
JavaScript = ecmascript
Jenkins
Jest
Jira
Kafka = apache kafka
Kotlin
Kubernetes = k8s
Laravel
Linux
LLM = llms = large language models
Looker
Machine learning
Market research
MATLAB
Microservices
Excel = microsoft excel = ms excel
MongoDB
MySQL
Natural language processing = nlp
Negotiation
Network security
Next.js = nextjs
Node.js = nodejs
NoSQL
NumPy
Objective-C
OpenTelemetry
Oracle
Pandas
Payroll
Penetration testing
Perl
PHP
Playwright
PostgreSQL = postgres
Power BI = powerbi
Procurement
Product management
Program management
Project management
Prometheus
Prompt engineering
PySpark
Python
PyTorch
QuickBooks
RabbitMQ
React = react.js = reactjs
React Native
Redis
Redshift = amazon redshift
Redux
Regulatory affairs
REST APIs = rest api = restful = restful apis
Risk management
Ruby
Ruby on Rails = rails
Salesforce
SAP
Scala
scikit-learn = sklearn
Scrum
Selenium
SEO = search engine optimization
ServiceNow
Shopify
Six Sigma
SketchUp
Snowflake
SolidWorks
Spark = apache spark
Splunk
Spring Boot
SQL
SQL Server = mssql
Stakeholder management
Statistics
Supply chain
Svelte
SwiftUI
Tableau
Tailwind CSS = tailwind
TensorFlow
Terraform
Threat modeling = threat modelling
TypeScript
UI design
Unity
Unreal Engine
User research
UX design
Vue.js = vue = vuejs
WebRTC
WordPress
Zendesk
`;

/**
 * Usual words that are skills too. They count in this very spelling and only next to another skill; what the list
 * above says of the same word holds for its other spellings.
 */
const ambiguous = `
Ada
C
Chef
Dart
Excel
Express
Go
Lean
Puppet
R
Rust
Sketch
Swift
Vault
`;

export interface SkillEntry {
  readonly name: string;
  readonly ambiguous: boolean;
}

/** Every spelling in lower case, its words separated by single spaces, with its skill. */
export function readDictionary(): ReadonlyMap<string, SkillEntry> {
  const entries = new Map<string, SkillEntry>();
  for (const line of linesOf(unambiguous)) {
    const [name = '', ...others] = line.split(' = ');
    for (const spelling of [name, ...others]) entries.set(keyOf(spelling), { name, ambiguous: false });
  }
  for (const name of linesOf(ambiguous)) entries.set(keyOf(name), { name, ambiguous: true });
  return entries;
}

function keyOf(spelling: string): string {
  return spelling.toLowerCase().replaceAll(/[/-]/g, ' ');
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
