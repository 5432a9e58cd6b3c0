/** Numbers, sizes and plurals of one language, made once for a catalogue file. */
export interface Forms {
  readonly number: (value: number) => string;
  /** A size in decimal units, as download sizes are usually given. */
  readonly size: (bytes: number) => string;
  /** A length of time as people say it: seconds, then minutes, then hours, without fractions. */
  readonly duration: (seconds: number) => string;
  /** What the language of a BCP 47 tag is called; without its script and place, which are written and not heard. */
  readonly languageName: (tag: string) => string;
  /** `1 article`, `2 articles`: the number is formatted and put before the form. Languages without plurals pass one form. */
  readonly counted: (count: number, one: string, other: string) => string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export const createForms = (locale: string): Forms => {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const number = (value: number): string => numbers.format(value);
  const size = (bytes: number): string => {
    const exponent = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
    const value = bytes / 1_000 ** exponent;
    const unit = units[exponent] ?? 'byte';
    const maximumFractionDigits = value < 100 && exponent > 1 ? 1 : 0;
    const unitDisplay = exponent === 0 ? 'long' : 'short';
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(value);
  };
  const counted = (count: number, one: string, other: string): string =>
    `${number(count)} ${plurals.select(count) === 'one' ? one : other}`;
  const languageName = (tag: string): string => {
    const [primary = ''] = tag.split('-');
    // An archive may call a language what is no name of one.
    return /^[a-z]{2,3}$/iu.test(primary) ? (new Intl.DisplayNames(locale, { type: 'language' }).of(primary) ?? tag) : tag;
  };
  const duration = (seconds: number): string => {
    const [value, unit] =
      seconds < 55
        ? [Math.ceil(seconds / 5) * 5, 'second']
        : seconds < 5_400
          ? [seconds / 60, 'minute']
          : [seconds / 3_600, 'hour'];
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);
  };
  return { number, size, duration, counted, languageName };
};
