import type { Clause } from '../../../report/brief/protocol-in-brief';

/** Terms and what is said of each. */
export function ClauseList({ clauses }: { readonly clauses: readonly Clause[] }) {
  return (
    <dl>
      {clauses.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
