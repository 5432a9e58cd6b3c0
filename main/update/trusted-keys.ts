import keys from './trusted-keys.json' with { type: 'json' };

/**
 * Public keys whose signature under a release is believed: ed25519, SubjectPublicKeyInfo, base64; any one of them is enough. To
 * change the key, `npm run release:key` adds the new one beside the old and releases are signed with both; when nobody is left
 * who knows the old one alone, it is taken out. The private halves are never in the repository.
 */
export const trustedKeys: readonly string[] = keys;
