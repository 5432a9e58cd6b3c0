import { createForms } from '../forms.ts';

const { counted } = createForms('en');

/** How an article is set, and how much of it is left. */
export const reading = {
  label: 'Text and colours',
  theme: 'Colours',
  font: 'Font',
  textSize: 'Text size',
  lineHeight: 'Line spacing',
  measure: 'Line length',
  paragraphSpacing: 'Paragraph spacing',
  justified: 'Justify lines',
  script: 'Chinese is shown in',
  reset: 'Reset',
  smaller: 'less',
  larger: 'more',
  fonts: { serif: 'Serif', sans: 'Sans serif', system: 'System' },
  scripts: {
    published: 'As published',
    'zh-Hans': 'Simplified',
    'zh-Hant-TW': 'Traditional (Taiwan)',
    'zh-Hant-HK': 'Traditional (Hong Kong)',
  },
  step: (name: string, direction: string) => `${name}: ${direction}`,
  left: (minutes: number) => `${counted(minutes, 'minute', 'minutes')} left`,
};
