/** The tools that build and count: what they say must be true. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCargo } from '../../www/tools/suites.mjs';
import { toFactory } from '../../www/tools/wasm.mjs';

test('adds up the summaries of every target', () => {
  const output = [
    'test reads ... ok',
    'test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s',
    'test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s',
  ].join('\n');
  const { passed, failed, skipped } = countCargo({ code: 101, output });
  assert.deepEqual({ passed, failed, skipped }, { passed: 5, failed: 1, skipped: 1 });
});

test('counts a test that says so as skipped, not as passed', () => {
  const output = 'skipped: the corpus is not here\ntest result: ok. 2 passed; 0 failed; 0 ignored;\n';
  const { passed, failed, skipped } = countCargo({ code: 0, output });
  assert.deepEqual({ passed, failed, skipped }, { passed: 1, failed: 0, skipped: 1 });
});

test('counts a target that does not compile as one failure', () => {
  const output = 'test result: ok. 2 passed; 0 failed; 0 ignored;\nerror: could not compile `whereas`';
  const { passed, failed, skipped } = countCargo({ code: 101, output });
  assert.deepEqual({ passed, failed, skipped }, { passed: 2, failed: 1, skipped: 0 });
});

test('refuses glue of an unknown form', () => {
  assert.throws(() => toFactory('export function something() {}'), { name: 'Failure', message: /another form/ });
});
