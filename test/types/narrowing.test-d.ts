import { describe, expectTypeOf, it } from "vitest";
import { leasedBuildings } from "../../examples/custom-form/leased-buildings.ts";
import { builtInForms, defineForm } from "../../src/forms.ts";
import {
  type BudgetDocument,
  type BudgetTable,
  checkBudget,
  type Decimal,
  findTable,
  parseBudget,
  type TableKind,
} from "../../src/index.ts";

declare const budget: BudgetDocument;
declare const table: BudgetTable;

describe("findTable", () => {
  it("gives the rows of the kind that was asked for", () => {
    const revenue = findTable(budget, "revenueSummary");
    expectTypeOf(revenue?.kind).toEqualTypeOf<"revenueSummary" | undefined>();
    type Row = NonNullable<typeof revenue>["rows"][number];
    expectTypeOf<Row["role"]>().toEqualTypeOf<"total" | "class" | "section" | "item" | "subtotal" | "unit" | "other">();
    expectTypeOf<Row["amounts"]["generalPublicBudget"]>().toEqualTypeOf<Decimal | null>();
    // Printed by one form only: absent in the other.
    expectTypeOf<Row["amounts"]["currentYearRevenue"]>().toEqualTypeOf<Decimal | null | undefined>();
    // @ts-expect-error another table's column
    expectTypeOf<Row["amounts"]["basicExpenditure"]>().toBeUnknown();
    // @ts-expect-error another table's field
    expectTypeOf<Row["projectName"]>().toBeUnknown();
  });

  it("narrows rows that forms print otherwise by their role", () => {
    const [row] = findTable(budget, "revenueSummary")?.rows ?? [];
    expectTypeOf(row?.amounts.total).toEqualTypeOf<Decimal | null | undefined>();
    if (row?.role === "unit") expectTypeOf(row.budgetUnitName).toEqualTypeOf<string | null>();
    if (row?.role === "class") expectTypeOf(row.code).toEqualTypeOf<string | null>();
    // @ts-expect-error a unit has no code of a classification
    if (row?.role === "unit") void row.code;
    // @ts-expect-error a class belongs to no unit
    if (row?.role === "class") void row.budgetUnitName;
  });

  it("knows the kinds", () => {
    expectTypeOf<"revenueSummary">().toExtend<TableKind>();
    // @ts-expect-error there is no such kind
    findTable(budget, "revenueSumary");
  });

  it("types a table of one's own by its specification", () => {
    const leased = findTable(budget, leasedBuildings);
    type Row = NonNullable<typeof leased>["rows"][number];
    expectTypeOf<Row["address"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Row["floorArea"]>().toEqualTypeOf<Decimal | null>();
    expectTypeOf<Row["amounts"]["otherFunds"]>().toEqualTypeOf<Decimal | null>();
    // @ts-expect-error not one of its columns
    expectTypeOf<Row["amounts"]["governmentFundBudget"]>().toBeUnknown();
  });
});

describe("kind", () => {
  it("narrows a table to its own row", () => {
    if (table.kind === "governmentProcurement") expectTypeOf(table.rows[0]?.quantity).toEqualTypeOf<Decimal | null | undefined>();
    if (table.kind === "revenueAndExpenditureSummary")
      expectTypeOf(table.rows[0]?.revenue?.amount).toEqualTypeOf<Decimal | null | undefined>();
    if (table.kind === "unrecognised") expectTypeOf(table.rows[0]?.cells).toEqualTypeOf<(string | null)[] | undefined>();
    // @ts-expect-error not before the kind is known
    void table.rows[0]?.amounts;
  });
});

describe("the doors", () => {
  it("take a form of one's own beside the built-in ones", () => {
    const mine = defineForm({ id: "mine", tables: [leasedBuildings] });
    expectTypeOf(parseBudget).toBeCallableWith("text", { forms: [...builtInForms, mine] });
  });

  it("take one document or several", () => {
    expectTypeOf(checkBudget).toBeCallableWith([budget, budget]);
    expectTypeOf(checkBudget).toBeCallableWith(budget, { silence: ["plausibility"] });
  });

  it("refuse what is no input and what is no option", () => {
    // @ts-expect-error a path is no input: a string is text
    void parseBudget(42);
    // @ts-expect-error misspelt
    void parseBudget("text", { pasword: "secret" });
  });
});
