import { type AttackVector, numbered } from './attack.ts';
import { addressAttacks } from './attack-addresses.ts';
import { eventAttacks, knownHandlers } from './attack-events.ts';
import { encodedAttacks, markdownAttacks } from './attack-markdown.ts';
import { mutationAttacks, styleAttacks } from './attack-mutations.ts';
import { writtenAttacks } from './attack-written.ts';

/** Every attack once, numbered; `moreHandlers` are event handlers that a browser knows besides `knownHandlers`. */
export function attackVectors(moreHandlers: readonly string[] = []): readonly AttackVector[] {
  const attacks = [
    ...writtenAttacks,
    ...addressAttacks,
    ...mutationAttacks,
    ...styleAttacks,
    ...markdownAttacks,
    ...encodedAttacks,
    ...eventAttacks([...new Set([...knownHandlers, ...moreHandlers])]),
  ];
  const byText = new Map(
    attacks.map((attack) => [`${attack.encoding} ${attack.language} ${attack.write('x()', 'e.example')}`, attack]),
  );
  return numbered([...byText.values()]);
}
