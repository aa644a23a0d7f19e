import { type Command, Option } from "commander";
import { formatSeries, type SeriesBy, type SeriesFormat, seriesFormats, toSeries } from "../index.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { readDocuments } from "./read-documents.ts";
import { addReadOptions, type ReadFlags } from "./read-options.ts";

interface SeriesFlags extends ReadFlags {
  readonly by: SeriesBy;
  readonly format: SeriesFormat;
  readonly output?: string;
  readonly chart?: string;
  readonly bom?: true;
}

const BY: readonly SeriesBy[] = ["organization", "functional", "economic", "threePublic"];

/** `gz-budget series FILE…` */
export function seriesCommand(context: CliContext): Command {
  const { words, locale } = context;
  const summary = { zh: "同一单位各年度的同一数字并列，列出增减", en: "put the years of an organisation side by side, with changes" };
  const command = createCommand("series", summary, context, [
    "series 2022.pdf 2023.pdf 2024.pdf",
    "series 20*.json --by threePublic --chart three-public.svg",
  ])
    .argument("<files...>", words({ zh: "各年度的 PDF、文本或 JSON 文件", en: "PDF, text or JSON files of several years" }))
    .addOption(
      new Option("--by <what>", words({ zh: "比较的对象", en: "what to follow" })).choices([...BY]).default("organization", "organization"),
    )
    .addOption(
      new Option("-f, --format <format>", words({ zh: "输出格式", en: "what to write" }))
        .choices([...seriesFormats])
        .default("text", "text"),
    )
    .option("-o, --output <file>", words({ zh: "写入文件而不是标准输出", en: "write to a file instead of standard output" }))
    .option("--chart <file>", words({ zh: "另存 SVG 折线图", en: "also draw a line chart, as SVG" }))
    .option("--bom", words({ zh: "CSV 以 BOM 开头，便于 Excel 打开", en: "begin CSV with a byte order mark, for Excel" }));
  return addReadOptions(command, context).action(async (files: string[], flags: SeriesFlags) => {
    const documents = await readDocuments(files, flags, context);
    if (documents.length === 0) return;
    const report = toSeries(documents, { by: flags.by });
    if (flags.chart !== undefined) await context.write(await (await import("../chart.ts")).seriesToSvg(report, { locale }), flags.chart);
    await context.write(formatSeries(report, flags.format, { locale, bom: flags.bom === true }), flags.output);
  });
}
