/** Formats everything and repairs what the linters can repair by themselves. */
import { run } from './run.mjs';
import { biome } from './suites.mjs';

for (const [command, args] of /** @type {[string, string[]][]} */ ([
  ['cargo', ['fmt']],
  ['biome', ['check', '--write', ...biome]],
])) {
  const { code, output } = await run(command, args);
  console.log(output.trimEnd());
  if (code !== 0) process.exitCode = 1;
}
