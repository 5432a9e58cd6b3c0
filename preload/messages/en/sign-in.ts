/** Words for servers that ask who is there. */
export const signIn = {
  title: (host: string) => `Sign in to ${host}`,
  intro: 'It is sent to this server and to no other, each time an archive is synced from it.',
  refused: 'The server did not accept what it was told.',
  unprotected: 'The address begins with http: whoever is on the way can read the password.',
  userName: 'User name',
  password: 'Password or access token',
  encrypted: 'The password is kept encrypted, with the keychain of this system.',
  forgotten: 'This system has no keychain that can be used: the password is forgotten when Offprint is closed.',
  cancel: 'Cancel',
  confirm: 'Sign in and sync',
  known: 'Servers you are signed in to',
  untilClosed: 'until Offprint is closed',
  inAddress: 'the password stands unencrypted in the library, in an archive’s address: this system has no keychain',
  forget: 'Sign out',
  forgetFrom: (host: string) => `Sign out of ${host}`,
};
