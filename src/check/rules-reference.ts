import type { RuleFamily } from "../model/check-report.ts";
import type { Bilingual } from "../model/locale.ts";
import type { CheckRule } from "./rule.ts";
import { builtInRules } from "./rules/built-in-rules.ts";

const FAMILIES: Readonly<Record<RuleFamily, Bilingual>> = {
  withinRow: { zh: "一行之内", en: "Within a row" },
  alongCode: { zh: "科目上下级之间", en: "Along the code" },
  classification: { zh: "科目编码与名称", en: "Codes and names" },
  twoSided: { zh: "收支两栏的表", en: "Two-sided tables" },
  groups: { zh: "分组的行", en: "Groups of rows" },
  betweenTables: { zh: "表与表之间", en: "Between tables" },
  narrative: { zh: "文字说明", en: "The explanatory part" },
  completeness: { zh: "完整性", en: "Completeness" },
  plausibility: { zh: "合理性", en: "Plausibility" },
  acrossDocuments: { zh: "多份文件之间", en: "Across documents" },
};

/** The reference of the check rules as Markdown, in both languages, made from their declarations. */
export function rulesReference(rules: readonly CheckRule[] = builtInRules): string {
  const families = [...new Set(rules.map(({ family }) => family))];
  const sections = families.map((family) => {
    const { en, zh } = FAMILIES[family];
    const lines = rules.filter((rule) => rule.family === family).map(ruleLine);
    return [`## ${en} / ${zh} (\`${family}\`)`, "", "| rule | severity | forms | says | 内容 |", "|---|---|---|---|---|", ...lines].join(
      "\n",
    );
  });
  return `${[
    "# Check rules / 核对规则",
    'Severity is that of an inconsistent finding. Rules marked *on request* run only when they are named: `checkBudget(doc, { rules: ["P7"] })`.\n级别指不符时的级别；标有 *on request* 的规则只在点名时运行。',
    ...sections,
  ].join("\n\n")}\n`;
}

function ruleLine({ id, severity, forms, optIn, sentence }: CheckRule): string {
  const cells = [`**${id}**`, optIn ? `${severity}, *on request*` : severity, forms?.join(", ") ?? "all", sentence.en, sentence.zh];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
