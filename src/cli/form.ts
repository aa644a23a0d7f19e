import type { Command } from "commander";
import { proposeForm } from "../forms.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { readDocument } from "./read-documents.ts";
import { addReadOptions, formsOf, type ReadFlags, readerOf, schemaOf } from "./read-options.ts";

interface FormFlags extends ReadFlags {
  readonly id: string;
  readonly output?: string;
}

/** `gz-budget form FILE` */
export function formCommand(context: CliContext): Command {
  const { words } = context;
  const summary = {
    zh: "为尚无表式的表拟一个表式（JSON），供编辑后用 --forms",
    en: "propose a form for the tables that no form knows, as JSON to edit and give to --forms",
  };
  const command = createCommand("form", summary, context, ["form budget.pdf -o own-form.json", "parse budget.pdf --forms own-form.json"])
    .argument("<file>", words({ zh: "PDF 或文本文件；- 为标准输入", en: "PDF or text file; - is standard input" }))
    .option("--id <id>", words({ zh: "表式的名称", en: "the form's name" }), "mine")
    .option("-o, --output <file>", words({ zh: "写入文件而不是标准输出", en: "write to a file instead of standard output" }));
  return addReadOptions(command, context).action(async (file: string, { id, output, ...flags }: FormFlags) => {
    const given = { ...flags, forms: flags.forms ?? "national" };
    const forms = await formsOf(given, context);
    const reader = readerOf(given, context);
    const document = await readDocument(file, { reader, schema: schemaOf(forms), context }).finally(() => reader.close());
    const form = proposeForm(document, id);
    if (form) return context.write(`${JSON.stringify(form, null, 2)}\n`, output);
    const known = (forms ?? []).map((each) => each.id).join(", ");
    context.say(
      words({
        zh: `没有可拟的表：有表题和表头的表都已有表式（${known}）`,
        en: `nothing to propose: every table with a title and a header is of a form (${known})`,
      }),
    );
  });
}
