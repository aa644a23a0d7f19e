import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A property that a user of the types can write, and what an editor says about it. */
export interface DocumentedField {
  /** The path from the exported type: `BudgetDocument.tables[].rows[].code`. */
  readonly path: string;
  readonly documentation: string;
  /** Its name, without `undefined`. */
  readonly type: string;
  /** What stands for it when it is left out; empty where nothing is said. */
  readonly default: string;
}

const configFile = fileURLToPath(new URL("../../tsconfig.json", import.meta.url));

const isOurs = ({ declarations = [] }: ts.Symbol) => declarations.some((place) => place.getSourceFile().fileName.includes("/src/"));

const isOptions = (path: string) => /^\w+Options\b/.test(path);

/** Compiles a file and gives every property of its exported types, as deep as they are ours. */
export function documentedFields(file: string): readonly DocumentedField[] {
  const { options } = ts.getParsedCommandLineOfConfigFile(configFile, { incremental: false, composite: false }, ts.sys as never) ?? {
    options: {},
  };
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} is not there`);
  const fields: DocumentedField[] = [];

  function walk(type: ts.Type, path: string, above: readonly ts.Type[]): void {
    const bare = checker.getNonNullableType(type);
    if (above.includes(bare) || above.length > 8) return;
    if (bare.isUnion()) {
      for (const member of bare.types) walk(member, path, above);
      return;
    }
    const item = checker.isArrayType(bare) ? checker.getTypeArguments(bare as ts.TypeReference)[0] : undefined;
    if (item) {
      // A list among options holds declarations with a page of their own: rules, forms.
      if (!isOptions(path)) walk(item, `${path}[]`, above);
      return;
    }
    if (!(bare.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) || isForeign(bare)) return;
    for (const property of checker.getPropertiesOfType(bare)) {
      const place = property.valueDeclaration ?? property.declarations?.[0] ?? source;
      const propertyType = checker.getTypeOfSymbolAtLocation(property, place as ts.Node);
      const documentation = ts.displayPartsToString(property.getDocumentationComment(checker)).trim();
      const standard = property.getJsDocTags(checker).find(({ name }) => name === "default");
      fields.push({
        path: `${path}.${property.name}`,
        documentation,
        type: typeText(propertyType),
        default: ts.displayPartsToString(standard?.text).trim(),
      });
      walk(propertyType, `${path}.${property.name}`, [...above, bare]);
    }
  }

  /** The name of a type, or how it is composed; the fields of an object stand on lines of their own. */
  function typeText(type: ts.Type): string {
    const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
    let text = checker.typeToString(type, source, flags).replaceAll(/ \| undefined\b|\bundefined \| /g, "");
    text = text.replace(/^\((.* => \w+)\)$/, "$1");
    for (let before = ""; before !== text; ) {
      before = text;
      text = text.replaceAll(/\{ [^{}]*(\{…\}[^{}]*)* \}/g, "{…}");
    }
    const members = text.split(" | ");
    return members.length > 8 ? `${members.slice(0, 2).join(" | ")} | …` : text;
  }

  /** A type that another package declares: Decimal, tuples, functions. `Omit` is of ours what it leaves; the keys of a `Record` are no fields. */
  function isForeign(type: ts.Type): boolean {
    if (checker.isTupleType(type) || type.getCallSignatures().length > 0) return true;
    const declared = type.getSymbol()?.declarations?.[0]?.getSourceFile().fileName ?? "";
    if (declared.includes("/typescript/lib/")) return !checker.getPropertiesOfType(type).some(isOurs);
    return declared.includes("node_modules/decimal.js");
  }

  for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol)) {
    walk(checker.getDeclaredTypeOfSymbol(symbol), symbol.name, []);
  }
  const seen = new Set<string>();
  return fields.filter(({ path, documentation }) => {
    const key = `${path}\n${documentation}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
