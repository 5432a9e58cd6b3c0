/**
 * Called by electron-builder, which would otherwise look for the libraries of the whole project and rebuild them: those that the
 * application loads have been put into its folder already.
 */
export function beforeBuild() {
  return Promise.resolve(false);
}
