import { amountColumn, defineForm, defineTable, plainRows, quantityColumn, quantityField, textColumn, textField } from "../../src/forms.ts";

export const leasedBuildings = defineTable({
  kind: "leasedBuildings",
  titles: ["租用办公用房情况表"],
  rows: plainRows({ address: textField, floorArea: quantityField }),
  layouts: {
    mine: {
      number: 15,
      columns: [
        textColumn("address", "房屋坐落"),
        quantityColumn("floorArea", "建筑面积(平方米)"),
        amountColumn("total", "年租金/合计"),
        amountColumn("generalPublicBudget", "年租金/一般公共预算"),
        amountColumn("otherFunds", "年租金/其他资金"),
      ],
    },
  },
});

export const mine = defineForm({ id: "mine", tables: [leasedBuildings] });
