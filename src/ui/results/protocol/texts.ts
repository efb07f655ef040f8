export const PROTOCOL_NOTES = {
  heading: 'How these numbers came about',
  links: 'How it was measured:',
};
