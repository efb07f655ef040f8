import { describeArray, mayBeTruth, mayBeVectors, type ArrayInfo } from '../../../dataset/vectors/array-info';
import { describeRoles } from '../../../dataset/vectors/guess-roles';
import { parseArrays, ROW_BY_ROW, writeArrays, type ArrayRole } from '../../../protocol/array-roles';
import { changeChoices } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import { Select } from '../../primitives/fields';
import text from '../../primitives/text.module.css';
import { OptionField } from '../OptionField';
import panel from '../panel.module.css';
import { ARRAYS } from '../texts';
import { useVectorArrays } from './use-vector-arrays';

/** What the arrays of dropped files are taken for, before Run, with the choice of others. Those at an address are typed. */
export function VectorArrays() {
  const { npzUrl, arrays: chosen } = useLab((state) => state.choices);
  const found = useVectorArrays();
  if (npzUrl !== '') return <OptionField name="arrays" />;
  if (found === null) return null;
  if ('problem' in found) return <p className={`${text.why} ${text.error}`}>{found.problem}</p>;
  const { arrays, guess } = found;
  return (
    <div className={panel.panel} data-testid="vector-arrays">
      <p className={'roles' in guess ? text.why : text.caveat} aria-live="polite">
        {'roles' in guess ? describeRoles(guess.roles) : guess.question}
      </p>
      <RoleSelect of="text" arrays={arrays.filter(mayBeVectors)} chosen={chosen} />
      <RoleSelect of="image" arrays={arrays.filter(mayBeVectors)} chosen={chosen} />
      <RoleSelect of="truth" arrays={arrays.filter(mayBeTruth)} chosen={chosen} />
    </div>
  );
}

interface RoleSelectProps {
  readonly of: Extract<ArrayRole, 'text' | 'image' | 'truth'>;
  readonly arrays: readonly ArrayInfo[];
  /** As the option of arrays has it. */
  readonly chosen: string;
}

function RoleSelect({ of: role, arrays, chosen }: RoleSelectProps) {
  const roles = parseArrays(chosen) ?? {};
  return (
    <Select
      label={ARRAYS.roles[role]}
      value={roles[role] ?? ''}
      options={[
        ['', ARRAYS.guessed],
        ...(role === 'truth' ? [[ROW_BY_ROW, ARRAYS.rowByRow] as const] : []),
        ...arrays.map((array) => [array.name, describeArray(array)] as const),
      ]}
      onChange={(name) => changeChoices({ arrays: writeArrays({ ...roles, [role]: name }) })}
    />
  );
}
