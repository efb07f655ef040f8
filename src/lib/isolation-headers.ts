/** Headers of a page whose threads may share memory (it is "cross-origin isolated"), and of the scripts of its threads. */
export const ISOLATION_HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
