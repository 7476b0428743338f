export { createTemplatePreviews, type TemplatePreviews, type TrialMails } from './previews.ts';
export {
  announcePublished,
  createTemplateRefresher,
  type TemplateRefresher,
} from './refresher.ts';
export { createTemplates, type Templates } from './templates.ts';
