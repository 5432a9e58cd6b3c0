import type { ReadingAppearance, Settings, Theme } from '#preload/contract/settings-types.ts';

type Colors = Readonly<Record<'paper' | 'raised' | 'line' | 'ink' | 'ink-second' | 'ink-third' | 'seal' | 'mark', string>>;

/** Those of the other themes are the stylesheet's own. */
const themeColors: Partial<Record<Theme, Colors>> = {
  sepia: {
    paper: '#f6ecd6',
    raised: '#faf2e0',
    line: '#dccba6',
    ink: '#33291a',
    'ink-second': '#54462f',
    'ink-third': '#5f5138',
    seal: '#9b2c1f',
    mark: '#f0cf72',
  },
  black: {
    paper: '#000000',
    raised: '#141414',
    line: '#2c2c2c',
    ink: '#d2d0cc',
    'ink-second': '#b0aea9',
    'ink-third': '#989691',
    seal: '#e2705f',
    mark: '#5c4a14',
  },
  contrast: {
    paper: 'light-dark(#ffffff, #000000)',
    raised: 'light-dark(#ffffff, #000000)',
    line: 'light-dark(#595959, #a6a6a6)',
    ink: 'light-dark(#000000, #ffffff)',
    'ink-second': 'light-dark(#000000, #ffffff)',
    'ink-third': 'light-dark(#262626, #d9d9d9)',
    seal: 'light-dark(#8a1207, #ff9d8d)',
    mark: 'light-dark(#ffe04d, #6b5400)',
  },
};

const scripts = {
  'zh-Hans': ['SC', "'PingFang SC', 'Microsoft YaHei UI'", "'Songti SC', STSong, SimSun"],
  'zh-Hant': ['TC', "'PingFang TC', 'Microsoft JhengHei UI'", "'Songti TC', PMingLiU"],
} as const;

/** The fonts of a choice for one Chinese script; for all other text the stylesheet's own order is kept. */
function chineseFamily(font: ReadingAppearance['font'], script: keyof typeof scripts): string {
  const [region, sans, serif] = scripts[script];
  if (font === 'system') return 'system-ui';
  return font === 'sans'
    ? `var(--sans-latin), ${sans}, 'Noto Sans CJK ${region}', 'Source Han Sans ${region}', sans-serif`
    : `${serif}, 'Noto Serif CJK ${region}', 'Source Han Serif ${region}', 'Noto Serif ${region}', serif`;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * The reader's own stylesheet, which comes after the application's: nothing but custom properties and, where lines are set to
 * the reader's wish, `text-align`.
 */
export function readingStyle({ theme, reading }: Pick<Settings, 'theme' | 'reading'>): string {
  const colors = Object.entries(themeColors[theme] ?? {}).map(([name, color]) => `--${name}: ${color};`);
  const { font, textSize, lineHeight, measure, paragraphSpacing, isJustified } = reading;
  const root = [
    ...colors,
    `--text-size: ${round(textSize)}px;`,
    `--line-height: ${round(lineHeight)};`,
    `--measure: ${round(measure)}em;`,
    `--paragraph-space: ${round(paragraphSpacing)}em;`,
    ...(font === 'serif' ? [] : [`--serif: ${font === 'sans' ? 'var(--sans)' : 'system-ui'};`]),
  ];
  const chinese =
    font === 'serif'
      ? ''
      : `:lang(zh) { --serif: ${chineseFamily(font, 'zh-Hans')}; }
:is(:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK)) { --serif: ${chineseFamily(font, 'zh-Hant')}; }
`;
  const lines =
    isJustified === null
      ? ''
      : `.body :is(p, li, dd):is(:lang(zh), *) { text-align: ${isJustified ? 'justify' : 'start'}; text-justify: auto; hyphens: auto; }
`;
  return `:root { ${root.join(' ')} }
${chinese}${lines}`;
}
