/** What a vector is written for: HTML as it stands, or Markdown that a renderer makes HTML of. */
export type AttackLanguage = 'html' | 'markdown';

/** How the characters of the whole page become bytes. */
export type AttackEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-7' | 'overlong';

/**
 * One attack as text. `call` is the script that must never run (a call of the counter with the vector's number), `host` the name
 * that must never be asked (it holds the number as well).
 */
type WriteAttack = (call: string, host: string) => string;

export interface Attack {
  readonly kind: string;
  readonly language: AttackLanguage;
  readonly encoding: AttackEncoding;
  readonly write: WriteAttack;
}

/** An attack with its number written into it. */
export interface AttackVector extends Omit<Attack, 'write'> {
  readonly number: number;
  readonly markup: string;
}

export function attack(
  kind: string,
  write: WriteAttack,
  language: AttackLanguage = 'html',
  encoding: AttackEncoding = 'utf-8',
): Attack {
  return { kind, language, encoding, write };
}

/** Attacks from texts in which `x()` stands for the call and `e.example` for the host. */
export function attacksFrom(kind: string, texts: readonly string[], language: AttackLanguage = 'html'): readonly Attack[] {
  return texts.map((text) => attack(kind, filled(text), language));
}

export function filled(text: string): WriteAttack {
  return (call, host) => text.replaceAll('x()', () => call).replaceAll('e.example', () => host);
}

export function numbered(attacks: readonly Attack[]): readonly AttackVector[] {
  return attacks.map(({ write, ...rest }, number) => ({ ...rest, number, markup: write(`x(${number})`, `v${number}.example`) }));
}

/** Every pair of two lists. */
export function pairs<First, Second>(
  firsts: readonly First[],
  seconds: readonly Second[],
): readonly (readonly [First, Second])[] {
  return firsts.flatMap((first) => seconds.map((second) => [first, second] as const));
}

/** Each with one of the other list in turn, so that no value of either is left out. */
export function inTurn<First, Second>(
  firsts: readonly First[],
  seconds: readonly Second[],
  shift = 0,
): readonly (readonly [First, Second])[] {
  return firsts.flatMap((first, at) => {
    const second = seconds[(at + shift) % seconds.length];
    return second === undefined ? [] : [[first, second] as const];
  });
}
