import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist', 'result', 'test-results', 'playwright-report', 'public', '.venv']),
  tseslint.configs.recommended,
  reactHooks.configs.flat['recommended-latest'],
  jsxA11y.flatConfigs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/assembly/**'],
    languageOptions: { parserOptions: { project: ['tsconfig.tools.json', 'tsconfig.service-worker.json'] } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      // A region that scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region'] }],
    },
  },
  {
    files: ['src/{math,protocol,compress,kernels,retrieval,sweep,report}/**/*.ts'],
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
