import { defineModule } from '../../../composition/module.ts';
import { mailSettings } from './settings.ts';

export const mailSettingsModule = defineModule({ name: 'mail/settings', settings: [mailSettings] });
