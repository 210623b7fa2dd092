import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['**/vendor/**', '**/node_modules/**', '**/bin/**', '**/obj/**'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
    rules: {
      'array-callback-return': 'error',
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-len': ['error', { code: 140 }],
      'no-control-regex': 'off', // The control characters are what they look for.
      'no-implicit-globals': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unused-private-class-members': 'error',
      'no-useless-assignment': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      'prefer-template': 'error',
    },
  },
  { files: ['wwwroot-assets/js/**/*.js'], languageOptions: { globals: { ...globals.browser, Blazor: 'readonly' } } },
  { files: ['wwwroot-assets/*.js'], languageOptions: { globals: globals.serviceworker } },
  { files: ['tests/js/**/*.mjs'], languageOptions: { globals: { ...globals.nodeBuiltin, ...globals.browser } } },
];
