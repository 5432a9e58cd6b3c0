import { type CleanElement, textOf } from './clean-node.ts';
import { figureOf } from './tidy-body.ts';

const captionLimit = 600;
const blocksLimit = 4;

/** Mirrors put the lead picture and its caption above a rule, the article below it: a figure, and no rule. */
export function makeLeadFigure(body: CleanElement): void {
  const ruleAt = body.children.findIndex((child) => child.kind === 'element' && child.name === 'hr');
  if (ruleAt < 1 || ruleAt > blocksLimit) return;
  const lead = body.children.slice(0, ruleAt).filter((child) => child.kind === 'element');
  const [first] = lead;
  const isFigure = lead.length === 1 && first?.name === 'figure';
  const figure = isFigure ? first : figureOf(lead);
  if (!figure || textOf(figure).length > captionLimit) return;
  body.children = [figure, ...body.children.slice(ruleAt + 1)];
}
