import path from 'node:path';
import { ReportedFailure } from '#main/failure.ts';
import type { Library } from '#main/library/library.ts';
import {
  defaultNetwork,
  keepNetwork,
  type KeptNetworkSetting,
  readKeptNetwork,
  sealNetwork,
} from '#main/library/network-setting.ts';
import { readProxyAddress } from '#main/source/network/read-proxies.ts';
import { redactUrl } from '#main/source/network/redact-url.ts';
import { testNetwork } from '#main/source/network/test-network.ts';
import type { NetworkTestResult, ProxyChoice } from '#preload/contract/network-types.ts';
import { type Command, type CommandContext, type OptionValues, UsageError } from './command.ts';
import { networkFor } from './open-network.ts';
import { textOption } from './option-values.ts';
import { withLibrary } from './with-library.ts';

function proxyOption(context: CommandContext, options: OptionValues): ProxyChoice | null {
  const { words } = context;
  const text = textOption(options, 'proxy');
  const script = textOption(options, 'pac');
  if (text !== undefined && script !== undefined) throw new UsageError(words.badValue('--pac', '--proxy'));
  if (script !== undefined) {
    if (!/^(?:https?|file):/i.test(script) || !URL.canParse(script))
      throw new UsageError(words.badValue('--pac', redactUrl(script)));
    return { kind: 'pac', url: script };
  }
  if (text === undefined) return null;
  if (text === 'system' || text === 'none') return { kind: text };
  try {
    const { kind, host, port, login } = readProxyAddress(text);
    return { kind, host, port, ...(login && { username: login.userName, password: login.password }) };
  } catch {
    throw new UsageError(words.badValue('--proxy', redactUrl(text)));
  }
}

/** What cannot be understood can still be replaced. */
function readBefore(library: Library, options: OptionValues): KeptNetworkSetting {
  const isReplaced = textOption(options, 'proxy') !== undefined || textOption(options, 'pac') !== undefined;
  try {
    return readKeptNetwork(library);
  } catch (error) {
    if (isReplaced) return defaultNetwork;
    throw error;
  }
}

/** What is given replaces what is kept; null where nothing is given. `--ca none` takes the file back. */
function changed(context: CommandContext, kept: KeptNetworkSetting, options: OptionValues): KeptNetworkSetting | null {
  const proxy = proxyOption(context, options);
  const file = textOption(options, 'ca');
  if (proxy === null && file === undefined) return null;
  const extraCaFile = file === undefined ? kept.extraCaFile : file === 'none' ? null : path.resolve(file);
  return proxy === null ? { ...kept, extraCaFile } : sealNetwork({ proxy, extraCaFile }, context.secrets());
}

/** Without the password, for people as well as for programs. */
function shown({ proxy, extraCaFile, sealedPassword }: KeptNetworkSetting): object {
  if (proxy.kind === 'pac') return { proxy: { kind: 'pac', url: redactUrl(proxy.url) }, extraCaFile };
  if (!('host' in proxy)) return { proxy, extraCaFile };
  const { password = '', ...rest } = proxy;
  return { proxy: { ...rest, hasPassword: password !== '' || sealedPassword !== null }, extraCaFile };
}

function described({ words, messages }: CommandContext, { proxy, extraCaFile }: KeptNetworkSetting): readonly string[] {
  const { kinds } = messages.network;
  const place = proxy.kind === 'pac' ? ` ${redactUrl(proxy.url)}` : 'host' in proxy ? ` ${proxy.host}:${proxy.port}` : '';
  return [words.proxyIs(`${kinds[proxy.kind]}${place}`), ...(extraCaFile === null ? [] : [words.certificatesIn(extraCaFile)])];
}

async function tested(context: CommandContext, kept: KeptNetworkSetting, origin: string): Promise<NetworkTestResult> {
  const { messages, signal, note } = context;
  const { stages, passed } = messages.network;
  const network = networkFor(context, kept);
  return testNetwork({ network, origin, signal, onPassed: (stage) => note(passed(stages[stage])) });
}

export const network: Command = {
  options: { proxy: { type: 'string' }, pac: { type: 'string' }, ca: { type: 'string' }, test: { type: 'string' } },
  positionals: [],
  run: async (context, _positionals, options) => {
    const kept = await withLibrary(context, (library) => {
      const before = readBefore(library, options);
      const next = changed(context, before, options);
      if (next !== null) keepNetwork(library, next);
      return next ?? before;
    });
    if ('password' in kept.proxy && kept.proxy.password) context.note(context.words.passwordPlain);
    const origin = textOption(options, 'test');
    const test = origin === undefined ? null : await tested(context, kept, origin);
    if (context.isJson) await context.print(`${JSON.stringify({ ...shown(kept), ...(test && { test }) })}\n`);
    else for (const line of described(context, kept)) await context.print(`${line}\n`);
    if (test?.failed) {
      const { stages, failed } = context.messages.network;
      context.note(failed(stages[test.failed.stage]));
      throw new ReportedFailure(test.failed.failure);
    }
  },
};
