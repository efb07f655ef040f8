import { lazy } from 'react';
import { toFragment } from '../../state/link';
import { fragmentOfRun } from '../../state/share/fragment-of-run';
import { useLab } from '../../state/use-lab';
import { Part } from '../primitives/Part';
import text from '../primitives/text.module.css';
import { LINK } from './texts';

const ComparedFigures = lazy(() =>
  import('./ComparedFigures').then((file) => ({ default: file.ComparedFigures })),
);

/** Says whether the run on screen has the numbers that the link carries; before there is one, what to do. */
export function LinkVerdict() {
  const linked = useLab((state) => state.linked);
  const run = useLab((state) => state.run);
  const ofRun = useLab(fragmentOfRun);
  const areOwn = useLab(({ choices }) => toFragment(choices) === linked?.fragment);
  if (!linked) return null;
  const { record, rows, status } = run;
  if (!record || status !== 'done' || ofRun !== linked.fragment) {
    return (
      <p className={text.why} data-testid="link-verdict">
        {areOwn ? LINK.toCompare : LINK.otherChoices}
      </p>
    );
  }
  return (
    <Part meanwhile={null}>
      <ComparedFigures linked={linked.figures} run={{ record, rows }} />
    </Part>
  );
}
