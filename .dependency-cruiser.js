/**
 * The rooms of the code and what each may import: data flows one way, from the first to the last.
 * A room may always import from itself. Tests, fixtures and tests/support may import anything.
 */
const rooms = {
  'src/math': [],
  'src/lib': ['src/math'],
  'src/net': ['src/lib'],
  'src/protocol': ['src/lib'],
  'src/dataset': ['src/math', 'src/lib', 'src/net', 'src/protocol'],
  'src/images': ['src/math', 'src/lib'],
  'src/encoder': ['src/math', 'src/lib', 'src/net', 'src/protocol', 'src/images'],
  'src/embeddings': ['src/math', 'src/lib', 'src/dataset'],
  'src/compress': ['src/math', 'src/lib', 'src/protocol'],
  'src/kernels': ['src/math', 'src/lib', 'src/compress'],
  'src/retrieval': ['src/math', 'src/lib', 'src/compress', 'src/kernels'],
  'src/sweep': ['src/math', 'src/lib', 'src/protocol', 'src/compress', 'src/kernels', 'src/retrieval'],
  'src/explore': ['src/math', 'src/lib', 'src/protocol', 'src/kernels', 'src/retrieval', 'src/sweep'],
  'src/report': ['src/math', 'src/lib', 'src/protocol', 'src/compress', 'src/retrieval', 'src/sweep'],
  'src/storage': ['src/lib', 'src/net', 'src/protocol', 'src/encoder', 'src/embeddings'],
  'src/run': [
    'src/math',
    'src/lib',
    'src/net',
    'src/protocol',
    'src/dataset',
    'src/images',
    'src/encoder',
    'src/embeddings',
    'src/compress',
    'src/retrieval',
    'src/sweep',
  ],
};
/** Rooms above the run: the page. They may import from every room of src, and not from one above them. */
const page = ['workers', 'src/state', 'src/ui'];
/** What stands outside the page, and the rooms each may import beside the page's. */
const outside = { tools: [], e2e: ['tools'], bench: ['tools'] };

const below = Object.keys(rooms);
const room = (paths) => `^(${paths.join('|')})/`;
const isTest = '\\.test\\.tsx?$|/fixtures/';

const rule = (from, allowed) => ({
  name: `${from.replace('src/', '')} imports only from rooms below it`,
  severity: 'error',
  from: { path: room([from]), pathNot: isTest },
  to: { path: '^(src|workers|tools|e2e|bench|tests)/', pathNot: room([from, ...allowed]) },
});

export default {
  forbidden: [
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...Object.entries(rooms).map(([from, allowed]) => rule(from, allowed)),
    ...page.map((from, i) => rule(from, [...below, ...page.slice(0, i)])),
    ...Object.entries(outside).map(([from, allowed]) => rule(from, [...below, ...page, ...allowed])),
    {
      name: 'one file knows onnxruntime-web',
      severity: 'error',
      from: { path: '^(src|workers)/', pathNot: '^src/encoder/runtime/' },
      to: { path: 'node_modules/onnxruntime-(web|common)' },
    },
    {
      name: 'one room knows IndexedDB',
      severity: 'error',
      from: { path: '^(src|workers)/', pathNot: '^src/storage/' },
      to: { path: 'node_modules/idb-keyval' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.wasm|/assembly/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tools.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};
