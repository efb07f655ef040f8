import { count } from '../../report/formats/format';
import { takeFiles } from '../../state/take-files';
import { useLab } from '../../state/use-lab';

/** Buttons for those who would rather pick than drop, and what has been given so far. */
export function FilePicker() {
  const files = useLab((state) => state.files);
  const given = [
    files.captions && files.captions.name,
    files.pictures.length > 0 && `${count(files.pictures.length)} pictures`,
    files.zip && files.zip.name,
    files.npz && files.npz.name,
    files.model.length > 0 && `${count(files.model.length)} files of a model`,
  ].filter(Boolean);
  return (
    <div className="file-picker">
      <label className="button">
        Choose files
        <input type="file" multiple className="visually-hidden" onChange={pick} />
      </label>
      <label className="button">
        Choose a folder
        <input type="file" multiple className="visually-hidden" ref={asFolder} onChange={pick} />
      </label>
      <p className="why">
        {given.length > 0
          ? given.join(' · ')
          : 'Or drop them anywhere on this page: captions JSON and pictures, a folder or a zip.'}
      </p>
    </div>
  );
}

function pick(event: React.ChangeEvent<HTMLInputElement>) {
  const picked = Array.from(event.target.files ?? []);
  event.target.value = '';
  void takeFiles(picked);
}

/** React knows no property for picking folders. */
function asFolder(input: HTMLInputElement | null) {
  if (input) input.webkitdirectory = true;
}
