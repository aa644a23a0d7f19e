import { Argument, type Command } from "commander";
import { FormFile } from "../forms.ts";
import { BudgetDocument, CheckReport, Fact, jsonSchema } from "../index.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";

const SCHEMAS = { document: BudgetDocument, fact: Fact, report: CheckReport, form: FormFile } as const;

/** `gz-budget schema [document|fact|report|form]` */
export function schemaCommand(context: CliContext): Command {
  const { words } = context;
  const summary = { zh: "输出 JSON Schema（2020-12）", en: "print the JSON Schema (draft 2020-12)" };
  return createCommand("schema", summary, context, ["schema", "schema fact"])
    .addArgument(
      new Argument(
        "[what]",
        words({ zh: "文档、事实行、检查报告或表式文件", en: "of a document, of a fact, of a check's report, or of a file with a form" }),
      )
        .choices(Object.keys(SCHEMAS))
        .default("document", "document"),
    )
    .action(async (what: keyof typeof SCHEMAS) => {
      await context.write(`${JSON.stringify(jsonSchema(SCHEMAS[what]), null, 2)}\n`);
    });
}
