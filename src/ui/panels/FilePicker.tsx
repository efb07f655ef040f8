import { giveFiles } from '../../state/files/give-files';
import { useLab } from '../../state/use-lab';
import { AskedAgain } from './data/AskedAgain';
import button from '../primitives/button.module.css';
import text from '../primitives/text.module.css';
import styles from './FilePicker.module.css';
import { FILES } from './texts';

/** Buttons to choose files instead of dropping them, and the files given so far. */
export function FilePicker() {
  const files = useLab((state) => state.files);
  const given = [
    files.captions && files.captions.name,
    files.pictures.length > 0 && FILES.pictures(files.pictures.length),
    files.zip && files.zip.name,
    files.tars.length > 0 && FILES.tars(files.tars.length),
    files.texts.length > 0 && FILES.texts(files.texts.length),
    ...[files.vectors, files.besideVectors].map((few) => few.map(({ name }) => name).join(', ')),
    files.model.length > 0 && FILES.modelFiles(files.model.length),
  ].filter(Boolean);
  return (
    <div className={styles.picker} data-testid="file-picker">
      <label className={button.file}>
        {FILES.chooseFiles}
        <input type="file" multiple className={text.visuallyHidden} onChange={pick} />
      </label>
      <label className={button.file}>
        {FILES.chooseFolder}
        <input type="file" multiple className={text.visuallyHidden} ref={asFolder} onChange={pick} />
      </label>
      <AskedAgain />
      <p className={text.why}>{given.length > 0 ? given.join(' · ') : FILES.hint}</p>
    </div>
  );
}

function pick(event: React.ChangeEvent<HTMLInputElement>) {
  const picked = Array.from(event.target.files ?? []);
  event.target.value = '';
  void giveFiles(picked);
}

/** React knows no property for picking folders. */
function asFolder(input: HTMLInputElement | null) {
  if (input) input.webkitdirectory = true;
}
