import {
  describeArray,
  mayBeIds,
  mayBeTruth,
  mayBeVectors,
  type ArrayInfo,
} from '../../../dataset/vectors/array-info';
import { describeRoles, type RoleGuess } from '../../../dataset/vectors/guess-roles';
import { sideNames } from '../../../dataset/vectors/side-kinds';
import {
  ARRAY_ROLES,
  parseArrays,
  ROW_BY_ROW,
  writeArrays,
  type ArrayRole,
} from '../../../protocol/array-roles';
import { changeChoices } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import { Select } from '../../primitives/fields';
import text from '../../primitives/text.module.css';
import { OptionField } from '../OptionField';
import panel from '../panel.module.css';
import { ARRAYS } from './texts';
import { VectorFiles } from './VectorFiles';
import { useVectorArrays } from './use-vector-arrays';

/** What the arrays of dropped files are taken for, before Run, with the choice of others. Those at an address are typed. */
export function VectorArrays() {
  const { npzUrl, arrays: chosen, sides } = useLab((state) => state.choices);
  const found = useVectorArrays();
  if (npzUrl !== '') {
    return (
      <>
        <OptionField name="arrays" />
        <OptionField name="sides" />
      </>
    );
  }
  if (found === null) return null;
  if ('problem' in found) {
    return (
      <>
        <VectorFiles />
        <p className={`${text.why} ${text.error}`}>{found.problem}</p>
      </>
    );
  }
  const { arrays, guess } = found;
  return (
    <div className={panel.panel} data-testid="vector-arrays">
      <VectorFiles />
      <p className={'roles' in guess ? text.why : text.caveat} aria-live="polite">
        {'roles' in guess
          ? describeRoles(guess.roles, sideNames(arrays, guess.roles, sides))
          : guess.question}
      </p>
      {ARRAY_ROLES.map((role) => (
        <RoleSelect key={role} of={role} arrays={arrays} guess={guess} chosen={chosen} />
      ))}
      <OptionField name="sides" />
    </div>
  );
}

/** The arrays that may have a role. */
const MAY_BE: Readonly<Record<ArrayRole, (array: ArrayInfo) => boolean>> = {
  text: mayBeVectors,
  image: mayBeVectors,
  truth: mayBeTruth,
  text_ids: mayBeIds,
  image_ids: mayBeIds,
};

interface RoleSelectProps {
  readonly of: ArrayRole;
  readonly arrays: readonly ArrayInfo[];
  readonly guess: RoleGuess;
  /** As the option of arrays has it. */
  readonly chosen: string;
}

/** The choice of the array of a role; nothing where no array may have it. */
function RoleSelect({ of: role, arrays, guess, chosen }: RoleSelectProps) {
  const roles = parseArrays(chosen) ?? {};
  const few = arrays.filter(MAY_BE[role]);
  if (few.length === 0) return null;
  return (
    <Select
      label={ARRAYS.roles[role]}
      value={roles[role] ?? ''}
      options={[
        ['', roles[role] ? ARRAYS.guess : guessedAs(role, guess)],
        ...(role === 'truth' ? [[ROW_BY_ROW, ARRAYS.rowByRow] as const] : []),
        ...few.map((array) => [array.name, describeArray(array)] as const),
      ]}
      onChange={(name) => changeChoices({ arrays: writeArrays({ ...roles, [role]: name }) })}
    />
  );
}

function guessedAs(role: ArrayRole, guess: RoleGuess): string {
  if ('question' in guess) return ARRAYS.choose;
  const found = guess.roles[role];
  if (found) return ARRAYS.guessed(found.name);
  return role === 'truth' ? ARRAYS.guessed(ARRAYS.rowByRow) : ARRAYS.none;
}
