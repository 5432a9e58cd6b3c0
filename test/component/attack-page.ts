/**
 * What runs in the page. Each function is handed to the browser as text, so that it must stand alone; the first three are
 * installed in every frame before anything else runs.
 */
export interface ShowingPace {
  readonly atOnce: number;
  /** How long a document may take: an attack may lead it to where it never ends. */
  readonly limitMs: number;
}

export interface AttackWindow {
  /** Numbers of the vectors that ran, in the top window. */
  readonly ran: Set<number>;
  /** Does to every element what a reader, a timer or a device could do to it. */
  driveAttacks(): Promise<void>;
  /** When that was done after the document had loaded. */
  readonly driven: Promise<void>;
  /** What the browser's own tree under `root` holds besides the allowed. */
  forbiddenIn(root: Node, allowed: AllowedMarkup): readonly string[];
  /** Shows documents, some at a time; calls `look` on each that is still there. */
  showDocuments(
    paths: readonly string[],
    pace: ShowingPace,
    look?: (shown: Document, path: string) => readonly string[],
  ): Promise<readonly string[]>;
}

declare global {
  interface Window {
    readonly attacks: AttackWindow;
  }
}

/** `x(7)` says that vector 7 ran, from wherever it ran. */
export function installAttackCounter(): void {
  const ran = new Set<number>();
  Object.assign(window, { attacks: { ran } });
  const top = window.top ?? window;
  const count = (number: unknown): void => top.postMessage({ ran: number }, '*');
  Object.defineProperty(window, 'x', { value: count, writable: false, configurable: false });
  if (top === window)
    window.addEventListener('message', ({ data }: MessageEvent<{ ran?: unknown } | null>) => {
      if (typeof data?.ran === 'number') ran.add(data.ran);
    });
}

export function installAttackDriver(): void {
  /** Links that honestly lead to another place are left to the reader; all others are followed. */
  const isHonest = (address: string): boolean =>
    /^(?:https?|mailto|page|offprint-article|tel|ftp|intent|ms-settings):/iu.test(address);
  const resolved = (address: string): string =>
    URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : 'page:';
  const isFollowed = (element: Element): boolean => {
    if (element instanceof HTMLAnchorElement || element instanceof HTMLAreaElement)
      return element.href !== '' && !isHonest(element.href);
    if (element instanceof SVGAElement) return !isHonest(resolved(element.href.animVal));
    if (element instanceof MathMLElement) return !isHonest(resolved(element.getAttribute('href') ?? ''));
    return element instanceof HTMLButtonElement || element instanceof HTMLInputElement || element instanceof HTMLFormElement;
  };
  const follow = (element: Element): void => {
    if (element instanceof HTMLFormElement) HTMLFormElement.prototype.requestSubmit.call(element);
    else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  };
  /** A script address that is followed stops the one before it, if that had no time to run. */
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
  const driveAttacks: AttackWindow['driveAttacks'] = async () => {
    for (const element of document.querySelectorAll('*')) {
      for (const name of Element.prototype.getAttributeNames.call(element).filter((name) => name.startsWith('on'))) {
        element.dispatchEvent(new Event(name.slice(2), { bubbles: true }));
        if (element === document.body) window.dispatchEvent(new Event(name.slice(2)));
      }
      if (!isFollowed(element)) continue;
      follow(element);
      await turn();
    }
  };
  const loaded = new Promise<void>((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
  Object.assign(window.attacks, { driveAttacks, driven: loaded.then(driveAttacks) });
}

export function installAttackViewer(): void {
  const settleMs = 60;
  const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  /** Until it is loaded and driven; a document of another origin, to which an attack may have led, is not. */
  const isDone = async (frame: HTMLIFrameElement): Promise<void> => {
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    if (frame.contentDocument) await frame.contentWindow?.attacks.driven;
  };
  const shown = async (path: string, limitMs: number): Promise<HTMLIFrameElement> => {
    const frame = document.createElement('iframe');
    frame.src = path;
    const done = isDone(frame);
    document.body.append(frame);
    await Promise.race([done, wait(limitMs)]);
    return frame;
  };
  const showDocuments: AttackWindow['showDocuments'] = async (paths, pace, look) => {
    const faults: string[] = [];
    for (let at = 0; at < paths.length; at += pace.atOnce) {
      const some = paths.slice(at, at + pace.atOnce);
      const frames = await Promise.all(some.map((path) => shown(path, pace.limitMs)));
      await wait(settleMs);
      for (const [index, frame] of frames.entries()) {
        const path = some[index] ?? '';
        if (look) faults.push(...(frame.contentDocument ? look(frame.contentDocument, path) : [`${path} is gone`]));
        frame.remove();
      }
    }
    return faults;
  };
  Object.assign(window.attacks, { showDocuments });
}

export interface AllowedMarkup {
  readonly elements: Readonly<Record<string, readonly string[]>>;
  /** Source of an expression that every `href` must match. */
  readonly address: string;
}

export function installAttackWalker(): void {
  const htmlNamespace = 'http://www.w3.org/1999/xhtml';
  const forbiddenIn: AttackWindow['forbiddenIn'] = (root, allowed) => {
    const address = new RegExp(allowed.address, 'u');
    const faults: string[] = [];
    const nodes = document.createNodeIterator(root, NodeFilter.SHOW_ALL);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      if (node === root) continue;
      const names = 'localName' in node ? allowed.elements[String(node.localName)] : undefined;
      if (node.nodeType !== Node.ELEMENT_NODE) {
        const isPlain = node.nodeType === Node.TEXT_NODE || node.nodeType === Node.DOCUMENT_TYPE_NODE;
        if (!isPlain) faults.push(node.nodeName);
      } else if (names === undefined || node.lookupNamespaceURI(null) !== htmlNamespace) faults.push(`<${node.nodeName}>`);
      else
        for (const { name, value } of (node as Element).attributes)
          if (!names.includes(name) || (name === 'href' && !address.test(value)))
            faults.push(`${node.nodeName}@${name}=${value}`);
    }
    return faults;
  };
  Object.assign(window.attacks, { forbiddenIn });
}

export async function showUnsanitised({
  inserted,
  apart,
}: Readonly<Record<'inserted' | 'apart', readonly string[]>>): Promise<void> {
  await window.attacks.showDocuments(inserted, { atOnce: 8, limitMs: 5_000 });
  await window.attacks.showDocuments(apart, { atOnce: 32, limitMs: 1_500 });
}

/** Shows the documents; what is forbidden in them. */
export function findForbidden(input: {
  readonly paths: readonly string[];
  readonly allowed: AllowedMarkup;
}): Promise<readonly string[]> {
  const { attacks } = window;
  return attacks.showDocuments(input.paths, { atOnce: 16, limitMs: 10_000 }, (shown, path) =>
    attacks.forbiddenIn(shown, input.allowed).map((fault) => `${fault} in ${path}`),
  );
}

/** Puts bodies into one page, and a second time as the browser itself writes them; what is forbidden, or differs the second time. */
export async function insertBodies(input: {
  readonly bodies: readonly string[];
  readonly allowed: AllowedMarkup;
}): Promise<readonly string[]> {
  const faults = input.bodies.flatMap((body) => {
    const first = document.createElement('div');
    const second = document.createElement('div');
    document.body.append(first, second);
    first.innerHTML = body;
    // A parser drops the first line feed of a preformatted block, and a browser does not write it twice.
    second.innerHTML = first.innerHTML.replaceAll(/<pre[^>]*>\n/gu, '$&\n');
    const forbidden = [first, second].flatMap((place) => window.attacks.forbiddenIn(place, input.allowed));
    return [...forbidden, ...(first.isEqualNode(second) ? [] : ['it differs the second time'])].map(
      (fault) => `${fault}: ${body}`,
    );
  });
  await window.attacks.driveAttacks();
  return faults;
}

/** Names of the event handlers that this browser knows. */
export function handlersOfPage(): readonly string[] {
  const holders = [
    window,
    Document.prototype,
    HTMLElement.prototype,
    HTMLBodyElement.prototype,
    HTMLMediaElement.prototype,
    SVGElement.prototype,
  ];
  const names = holders.flatMap((holder) => Object.keys(holder));
  return [...new Set(names)].filter((name) => /^on[a-z]+$/u.test(name));
}
