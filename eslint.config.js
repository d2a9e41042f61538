import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// Few rules, each with a reason. What types, the formatter or the layers test (src/layers.test.ts) already say is not said here.
// The rules that need types are in .oxlintrc.json: read by the compiler's own types they cost a tenth.

const port = (/** @type {string} */ name, /** @type {string} */ use) => ({
  name,
  message: `The core asks its host: ${use} (src/runtime/ports.ts).`,
});

/** What the core may not reach for, and the port that gives it (architecture: "The engine's ports"). */
const coreGlobals = [
  port('setTimeout', 'use HostPorts.sleep'),
  port('setInterval', 'use HostPorts.sleep'),
  port('setImmediate', 'use HostPorts.sleep'),
  port('queueMicrotask', 'use HostPorts.all or await'),
  port('fetch', 'use HostPorts.service.call inside HostPorts.step'),
  port('console', 'return a problem or report an event'),
  port('performance', 'use HostPorts.now'),
];

const coreSyntax = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The core asks its host for the time: use HostPorts.now (src/runtime/ports.ts).',
  },
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message:
      'The core asks its host for the time: use new Date(await ports.now()) (src/runtime/ports.ts).',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The core asks its host for chance: use HostPorts.uuid (src/runtime/ports.ts).',
  },
  {
    selector:
      "NewExpression[callee.object.name='Intl'][arguments.length=0], CallExpression[callee.object.name='Intl'][arguments.length=0]",
    message:
      "Intl without a locale is the host's language: pass the flow's locale (FlowDocument.locale).",
  },
  {
    selector:
      'CallExpression[callee.property.name=/^toLocale(String|DateString|TimeString|LowerCase|UpperCase)$/][arguments.length=0]',
    message:
      "toLocale… without a locale is the host's language: pass the flow's locale (FlowDocument.locale).",
  },
];

/** Between two steps a run is deterministic, so that any host can replay it. */
const runSyntax = [
  {
    selector:
      "MemberExpression[object.name='crypto'][property.name=/^(randomUUID|getRandomValues)$/]",
    message:
      'What a run decides by chance must replay: use HostPorts.uuid (src/runtime/ports.ts); new ids of a document come from shared/ids.',
  },
  {
    selector:
      "MemberExpression[object.name='Promise'][property.name=/^(all|allSettled|any|race)$/]",
    message: 'All fan-out of the core goes through HostPorts.all (src/runtime/ports.ts).',
  },
];

const everywhereSyntax = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Foreign text is shown as text (P10): render it as children.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Foreign text is shown as text (P10): use textContent or React children.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals, or a const object.' },
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one thing has one name everywhere.',
};

/** Words of the page come from src/words, so that every language has them. */
const wordsSyntax = [
  'JSXText[value=/[A-Za-z]{2}/]',
  'JSXElement > JSXExpressionContainer > Literal[value=/[A-Za-z]{2}/]',
  'JSXAttribute[name.name=/^(aria-label|aria-description|alt|description|label|placeholder|title)$/] > Literal[value=/[A-Za-z]{2}/]',
].map((selector) => ({ selector, message: 'Say it with a code of src/words: say(…).' }));

const sockets = ['undici', 'net', 'tls', 'dgram', 'http2', 'dns', 'dns/promises'].flatMap((name) =>
  name === 'undici' ? [name] : [name, `node:${name}`],
);
const oneWayOut =
  'Every byte to the outside goes through src/proxy/egress (P3): call its outbound function.';

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      '.footbridge/',
      'test-results/',
      'playwright-report/',
      'coverage/',
      'public/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      // The compiler knows every name.
      'no-undef': 'off',
      'no-redeclare': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          caughtErrorsIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      // `import { type A }` still loads the module when the code runs; `import type { A }` does not.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 15 },
      ],
      'no-restricted-syntax': ['error', ...everywhereSyntax, noDefaultExport],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/{shared,catalog,mapping,flow,runtime}/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**', '**/*.d.ts'],
    rules: {
      'no-restricted-globals': ['error', ...coreGlobals],
      'no-restricted-syntax': ['error', ...everywhereSyntax, noDefaultExport, ...coreSyntax],
    },
  },
  {
    files: ['src/runtime/**/*.ts'],
    // memory-ports.ts is where `all` is made.
    ignores: ['src/runtime/memory-ports.ts', '**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...everywhereSyntax,
        noDefaultExport,
        ...coreSyntax,
        ...runSyntax,
      ],
    },
  },
  {
    // A global of the platform is declared with `var`, because that is what it is.
    files: ['**/*.d.ts'],
    rules: { 'no-var': 'off' },
  },
  {
    files: ['src/{proxy,headless,durable}/**/*.ts'],
    ignores: ['src/proxy/egress/**', '**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'WebSocket', 'EventSource'].map((name) => ({ name, message: oneWayOut })),
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            ...sockets.map((name) => ({ name, message: oneWayOut, allowTypeImports: true })),
            // Serving is allowed, asking is not.
            ...['http', 'https', 'node:http', 'node:https'].map((name) => ({
              name,
              importNames: ['default', 'request', 'get', 'Agent', 'globalAgent', 'ClientRequest'],
              message: oneWayOut,
              allowTypeImports: true,
            })),
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...everywhereSyntax,
        noDefaultExport,
        {
          selector:
            'ImportExpression[source.value=/^(undici|(node:)?(net|tls|dgram|https?|http2|dns(.promises)?))$/]',
          message: oneWayOut,
        },
      ],
    },
  },
  {
    files: ['src/designer/**/*.{ts,tsx}', 'src/main.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/designer/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhereSyntax, noDefaultExport, ...wordsSyntax],
    },
  },
  {
    files: ['*.config.{ts,js}'],
    rules: { 'no-restricted-syntax': ['error', ...everywhereSyntax] },
  },
  {
    // Playwright's fixtures name their callback `use`; an empty pattern is how it says "no fixtures".
    files: ['e2e/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
);
