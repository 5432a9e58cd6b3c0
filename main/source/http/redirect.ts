import { SourceFailure } from '../source.ts';

/** Where a redirect leads. An answer that would take the transfer from https to http is refused. */
export function redirectTarget(current: URL, location: string | undefined): URL {
  const host = current.hostname;
  const target = location !== undefined && URL.canParse(location, current.href) ? new URL(location, current) : null;
  if (target === null || !/^https?:$/.test(target.protocol))
    throw new SourceFailure('bad-response', `${host} redirects to no web address`, { host });
  if (current.protocol === 'https:' && target.protocol === 'http:')
    throw new SourceFailure('bad-response', `${host} redirects to an unprotected connection`, { host });
  target.username = '';
  target.password = '';
  return target;
}
