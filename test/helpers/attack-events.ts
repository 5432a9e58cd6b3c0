import { type Attack, attack, inTurn, pairs } from './attack.ts';

/** Event handlers that HTML, SVG and Chromium know. The browser test adds those that its own browser knows besides. */
export const knownHandlers: readonly string[] = (
  'abort afterprint animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut beforeinput ' +
  'beforeinstallprompt beforematch beforepaste beforeprint beforetoggle beforeunload beforexrselect begin blur cancel canplay ' +
  'canplaythrough change click close command contentvisibilityautostatechange contextlost contextmenu contextrestored copy cuechange cut ' +
  'dblclick devicemotion deviceorientation deviceorientationabsolute drag dragend dragenter dragleave dragover dragstart drop ' +
  'durationchange emptied encrypted end ended error focus focusin focusout formdata freeze fullscreenchange fullscreenerror gamepadconnected ' +
  'gamepaddisconnected gotpointercapture hashchange input invalid keydown keypress keyup languagechange load loadeddata ' +
  'loadedmetadata loadend loadstart lostpointercapture message messageerror mousedown mouseenter mouseleave mousemove mouseout ' +
  'mouseover mouseup mousewheel offline online open pagehide pagereveal pageshow pageswap paste pause play playing pointercancel ' +
  'pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerrawupdate pointerup popstate progress ' +
  'prerenderingchange ratechange readystatechange rejectionhandled repeat reset resize resume scroll scrollend scrollsnapchange scrollsnapchanging search ' +
  'securitypolicyviolation seeked seeking select selectionchange selectstart show slotchange stalled start storage submit suspend ' +
  'timeupdate timezonechange toggle touchcancel touchend touchmove touchstart transitioncancel transitionend transitionrun ' +
  'transitionstart unhandledrejection unload visibilitychange volumechange waiting waitingforkey webkitanimationend ' +
  'webkitanimationiteration webkitanimationstart webkitfullscreenchange webkitfullscreenerror webkittransitionend wheel ' +
  'activate bounce finish propertychange rowenter timeerror'
)
  .split(' ')
  .map((name) => `on${name}`);

const elements =
  'a abbr acronym address area article aside audio b bdi bdo big blockquote body br button canvas caption center cite code col dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frameset h1 h6 header hgroup hr i iframe img image input ins kbd label legend li listing main map mark marquee menu meter nav nobr object ok ol optgroup option output p picture plaintext pre progress q rb rp rt ruby s samp section select small span strike strong sub summary sup svg table tbody td textarea tfoot th thead time tr tt u ul var video wbr x-y xmp'.split(
    ' ',
  );

/** What may stand before an attribute's name. */
const separators: readonly string[] = [
  ' ',
  '\t',
  '\n',
  '\r',
  '\f',
  '/',
  ' / ',
  '//',
  '\u00a0',
  '\u000b',
  ' \u0000',
  ' a=1 ',
  ' a="b"',
  " a='>'",
  ' a=`>` ',
  ' "',
  " '",
  ' = ',
  ' <',
];
/** How the value may be written. */
const quotings: readonly ((name: string, call: string) => string)[] = [
  (name, call) => `${name}=${call}`,
  (name, call) => `${name}="${call}"`,
  (name, call) => `${name}='${call}'`,
  (name, call) => `${name}=\`${call}\``,
  (name, call) => `${name.toUpperCase()}="${call}"`,
  (name, call) => `${name} \n=\t "${call}"`,
  (name, call) => `${name}=${asEntities(call)}`,
  (name, call) => `${name}="javascript:${call}"`,
  (name, call) => `${name}="&NewLine;${call}&Tab;//"`,
  (name, call) => `${name}="${call.replace('(', '&lpar;').replace(')', '&rpar;')}"`,
  (name, call) => `${name}="${call.replace('x', String.raw`\u0078`)}"`,
  (name, call) => `${name}="top${call.startsWith('x') ? `['x']${call.slice(1)}` : ''}"`,
];

export function asEntities(text: string): string {
  return Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join('');
}

export function eventAttacks(handlers: readonly string[]): readonly Attack[] {
  const onElement = ([name, element]: readonly [string, string]): Attack =>
    attack('event handlers', (call) => `<${element} ${name}=${call}>a</${element}>`);
  return [
    ...handlers.map((name) => onElement([name, 'p'])),
    ...inTurn(handlers, elements).map(onElement),
    ...inTurn(elements, handlers, 40).map(([element, name]) => onElement([name, element])),
    ...handlers.map((name) => attack('event handlers', (call) => `<svg><g ${name}="${call}"><text>a</text></g></svg>`)),
    ...pairs(separators, quotings).map(([separator, quoted]) =>
      attack('ways to write an attribute', (call) => `<p${separator}${quoted('onclick', call)}>a</p>`),
    ),
  ];
}
