import { Argument, type Command } from "commander";
import { BudgetDocument, CheckReport, Fact, jsonSchema } from "../index.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";

const SCHEMAS = { document: BudgetDocument, fact: Fact, report: CheckReport } as const;

/** `gz-budget schema [document|fact|report]` */
export function schemaCommand(context: CliContext): Command {
  const { words } = context;
  const summary = { zh: "输出 JSON Schema（2020-12）", en: "print the JSON Schema (draft 2020-12)" };
  return createCommand("schema", summary, context)
    .addArgument(
      new Argument("[what]", words({ zh: "文档、事实行或检查报告", en: "of a document, of a fact, or of a check's report" }))
        .choices(Object.keys(SCHEMAS))
        .default("document", "document"),
    )
    .action(async (what: keyof typeof SCHEMAS) => {
      await context.write(`${JSON.stringify(jsonSchema(SCHEMAS[what]), null, 2)}\n`);
    });
}
