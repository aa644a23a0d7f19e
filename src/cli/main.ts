#!/usr/bin/env node
import { isBrokenPipe, runCli } from "./run-cli.ts";

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (!isBrokenPipe(error)) throw error;
  });
}
process.exitCode = await runCli(process.argv.slice(2), process.env);
