/** Contrast of colours as WCAG 2 reckons it, and the custom properties of a stylesheet. */

type Rgb = readonly [red: number, green: number, blue: number];

/** Of `#rrggbb`; throws for anything else, so that a colour that cannot be judged is noticed. */
function rgbOf(color: string): Rgb {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(color) ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`${color} is no plain colour`);
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

function luminance(color: string): number {
  const [red, green, blue] = rgbOf(color).map((value) => {
    const share = value / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** From 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

export type Properties = ReadonlyMap<string, string>;

/** The custom properties that rules with exactly this selector set outside of at-rules, the later over the earlier. */
export function propertiesOf(css: string, selector: string): Properties {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/@media[^{]*\{[\s\S]*?\n\}/gu, '');
  const found = new Map<string, string>();
  for (const [, heads = '', body = ''] of bare.matchAll(/([^{}]+)\{([^{}]*)\}/gu)) {
    if (heads.trim() !== selector) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/gu)) found.set(name, value.trim());
  }
  return found;
}

/** What stands in the braces of an at-rule. */
export function atRule(css: string, condition: string): string {
  const start = css.indexOf(condition);
  if (start === -1) throw new Error(`no ${condition} in the stylesheet`);
  return css.slice(css.indexOf('{', start) + 1, css.indexOf('\n}', start));
}

/** A colour in one scheme: `light-dark()` is resolved, and a property that is the name of another followed. */
export function colorIn(properties: Properties, name: string, scheme: 'light' | 'dark'): string {
  const value = properties.get(name);
  if (value === undefined) throw new Error(`no colour is called --${name}`);
  const [, light, dark] = /^light-dark\(([^,]+),\s*([^)]+)\)$/u.exec(value) ?? [];
  return (scheme === 'light' ? light : dark) ?? value;
}
