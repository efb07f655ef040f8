import type { FileMetaData, SchemaTree } from 'hyparquet';

/** What the cells of a column may be used as. */
type ColumnKind = 'pictures' | 'text' | 'texts' | 'number' | 'other';

export interface TableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Pictures that carry their file name: structs of `bytes` and `path`, as the hub writes them. */
  readonly hasPath: boolean;
}

/** Says what a column holds, from the schema alone. */
export function columnOfSchema({ element, children }: SchemaTree): TableColumn {
  const { name } = element;
  if (children.length === 0) return { name, kind: kindOfLeaf(element), hasPath: false };
  const isPicture = children.some((child) => child.element.name === 'bytes' && isBytes(child.element));
  if (isPicture) {
    return { name, kind: 'pictures', hasPath: children.some((child) => child.element.name === 'path') };
  }
  const [list] = children;
  const isList = children.length === 1 && list.element.repetition_type === 'REPEATED';
  const leaf = list.children.length === 1 ? list.children[0].element : list.element;
  return { name, kind: isList && isText(leaf) ? 'texts' : 'other', hasPath: false };
}

type Element = SchemaTree['element'];

const isText = ({ type, converted_type, logical_type }: Element): boolean =>
  type === 'BYTE_ARRAY' && (converted_type === 'UTF8' || logical_type?.type === 'STRING');
const isBytes = (element: Element): boolean => element.type === 'BYTE_ARRAY' && !isText(element);

function kindOfLeaf(element: Element): ColumnKind {
  if (element.repetition_type === 'REPEATED') return isText(element) ? 'texts' : 'other';
  if (isText(element)) return 'text';
  if (isBytes(element) && !element.converted_type && !element.logical_type) return 'pictures';
  return element.type === 'INT32' || element.type === 'INT64' ? 'number' : 'other';
}

/** The same file without the bytes of a column of pictures, so that their file names can be read alone. */
export function withoutBytes(metadata: FileMetaData, column: string): FileMetaData {
  const at = metadata.schema.findIndex(
    ({ name }, i) => name === 'bytes' && i > 0 && owner(metadata, i) === column,
  );
  const parent = metadata.schema.findIndex(({ name }) => name === column);
  const schema = metadata.schema
    .map((element, i) => (i === parent ? { ...element, num_children: element.num_children! - 1 } : element))
    .filter((_, i) => i !== at);
  return {
    ...metadata,
    schema,
    row_groups: metadata.row_groups.map((group) => ({
      ...group,
      columns: group.columns.filter(
        ({ meta_data }) => meta_data?.path_in_schema.join('\n') !== `${column}\nbytes`,
      ),
    })),
  };
}

/** The column below which an element of the flat schema stands. */
function owner({ schema }: FileMetaData, index: number): string | undefined {
  for (let i = 1; i < schema.length;) {
    let end = i + 1;
    for (let open = schema[i].num_children ?? 0; open > 0 && end < schema.length; end++) {
      open += (schema[end].num_children ?? 0) - 1;
    }
    if (index >= i && index < end) return schema[i].name;
    i = end;
  }
  return undefined;
}
