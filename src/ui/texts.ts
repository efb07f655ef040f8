/** The words of the page around its panels and results. */

export const PAGE = {
  title: 'Cross-modal retrieval lab',
  tagline: 'text ↔ image, measured in this tab',
  theme: (theme: string) => `Theme: ${theme}`,
  copyLink: 'Copy link',
  linkCopied:
    'A link with these choices has been copied to the clipboard. It does not include dropped files.',
  dismiss: 'Dismiss',
  choices: 'Choices',
  choicesHeading: 'Data, model and protocol',
  dropHere: 'Drop captions, pictures, a folder, a zip, vectors or a model',
};
