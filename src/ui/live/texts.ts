/** The words of what is shown while a run has no results yet. */
export const LIVE = {
  label: 'What the run is doing',
  starting: 'Starting',
};
