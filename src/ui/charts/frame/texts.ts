/** The words around a chart. */
export const FRAME = {
  tools: (title: string) => `What can be done with the chart ${title}`,
  enlarge: 'Enlarge',
  copy: 'Copy',
  named: (verb: string, title: string) => `${verb}: ${title}`,
  copied: 'The chart was copied as a picture.',
  notCopied: 'This page may not put a picture into the clipboard. Save the chart as PNG instead.',
  failed: (kind: string, reason: string) => `The chart could not be saved as ${kind}: ${reason}`,
  close: 'Close',
};
