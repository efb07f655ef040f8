interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/** Where a browser enforces Trusted Types: scripts and threads may be started from the page's own origin alone, and no markup is run. */
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    const { origin } = new URL(url, self.location.href);
    if (origin !== self.location.origin) throw new TypeError(`Scripts of ${origin} are not run here.`);
    return url;
  },
});
