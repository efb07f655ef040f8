/** What an array of a file of vectors is used as. */
export const ARRAY_ROLES = ['text', 'image', 'truth', 'text_ids', 'image_ids'] as const;
export type ArrayRole = (typeof ARRAY_ROLES)[number];

/** The arrays that were chosen, by role; the others are guessed. */
export type ChosenArrays = Readonly<Partial<Record<ArrayRole, string>>>;

/** In place of a ground truth: row i of the texts belongs to row i of the images. */
export const ROW_BY_ROW = 'rows';

/** Array names as text: `text=q_emb,image=d_emb`. What would end a name is percent-encoded. */
export const writeArrays = (arrays: ChosenArrays): string =>
  ARRAY_ROLES.flatMap((role) => {
    const name = arrays[role];
    return name ? [`${role}=${name.replace(/[%,=\s]/g, encodeURIComponent)}`] : [];
  }).join(',');

/** What `writeArrays` wrote; undefined where the text is anything else. */
export function parseArrays(text: string): ChosenArrays | undefined {
  const arrays: Partial<Record<ArrayRole, string>> = {};
  for (const part of text.split(/[\s,]+/).filter((one) => one !== '')) {
    const [key, value, ...more] = part.split('=');
    const role = ARRAY_ROLES.find((one) => one === key);
    if (role === undefined || !value || more.length > 0 || arrays[role] !== undefined) return undefined;
    try {
      arrays[role] = decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return arrays;
}
