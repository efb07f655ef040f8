/** Whether threads of this page can share memory: it was served with the headers that isolate it. */
export const isolated = (): boolean => globalThis.crossOriginIsolated === true;
