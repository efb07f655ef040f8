import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Folders of src in the order in which data flows: each may import from those it names, and from itself. */
const mayImport = {
  math: [],
  dataset: ['math'],
  clip: ['math', 'dataset'],
  compress: ['math'],
  embeddings: ['math', 'dataset', 'clip'],
  storage: ['math', 'dataset', 'clip', 'embeddings'],
  retrieval: ['math', 'compress'],
  gpu: ['math', 'compress', 'retrieval'],
  sweep: ['math', 'compress', 'retrieval'],
  export: ['math', 'clip', 'sweep'],
  charts: ['sweep'],
  state: [
    'math',
    'gpu',
    'dataset',
    'clip',
    'embeddings',
    'storage',
    'retrieval',
    'compress',
    'sweep',
    'export',
  ],
};
const folders = [...Object.keys(mayImport), 'ui'];

const directions = Object.entries(mayImport).map(([folder, allowed]) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: folders
          .filter((other) => other !== folder && !allowed.includes(other))
          .map((other) => ({
            group: [`../${other}/*`, `../../${other}/*`],
            message: `src/${folder} does not import from src/${other}: data flows one way.`,
          })),
      },
    ],
  },
}));

export default defineConfig(
  globalIgnores(['dist', 'result', 'test-results', 'playwright-report', 'public', '.venv']),
  tseslint.configs.recommended,
  reactHooks.configs.flat['recommended-latest'],
  ...directions,
  {
    files: ['src/{math,compress,retrieval,sweep}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Seeds are part of the job: pass a generator.' },
        { object: 'Date', property: 'now', message: 'Time comes from outside: pass a clock.' },
        { object: 'performance', property: 'now', message: 'Time comes from outside: pass a clock.' },
      ],
    },
  },
);
