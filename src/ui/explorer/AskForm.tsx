import { useState, type DragEvent, type FormEvent } from 'react';
import type { Asked } from '../../state/vectors/ask';
import button from '../primitives/button.module.css';
import controls from '../primitives/controls.module.css';
import { TextField } from '../primitives/fields';
import text from '../primitives/text.module.css';
import styles from './Ask.module.css';
import { ASK } from './texts';
import { useRunVectors } from './use-run-vectors';

/** A sentence to type or a picture to choose or drop, which is searched for when it is there; not where there are no vectors to search. */
export function AskForm({ onAsk }: { readonly onAsk: (asked: Asked) => void }) {
  const [sentence, setSentence] = useState('');
  const vectors = useRunVectors();
  if (typeof vectors === 'object') return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sentence.trim() !== '') onAsk({ text: sentence.trim() });
  };
  const take = (files: FileList | undefined | null) => {
    const picture = files?.[0];
    if (picture) onAsk({ picture });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    <form className={controls.controls} onSubmit={submit} onDrop={drop} data-testid="ask">
      <div className={controls.wide}>
        <TextField
          label={ASK.label}
          value={sentence}
          placeholder={ASK.example}
          write={String}
          read={String}
          onChange={setSentence}
        />
      </div>
      <div className={`${styles.buttons} ${controls.wide}`}>
        <button type="submit" className={button.primary} disabled={sentence.trim() === ''}>
          {ASK.search}
        </button>
        <label className={button.file}>
          {ASK.choosePicture}
          <input
            type="file"
            accept="image/*"
            className={text.visuallyHidden}
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
          />
        </label>
      </div>
    </form>
  );
}
