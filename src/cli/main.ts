#!/usr/bin/env node
import { runCli } from "./run-cli.ts";

// Whoever writes is told by what it waits for; what cannot be written to standard error has no other place.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
process.exitCode = await runCli(process.argv.slice(2), process.env);
