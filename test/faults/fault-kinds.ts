import type { FaultKind } from "./fault.ts";
import { figureFaults } from "./figure-faults.ts";
import { labelFaults } from "./label-faults.ts";
import { rowFaults } from "./row-faults.ts";
import { statedFaults } from "./stated-faults.ts";

export const faultKinds: readonly FaultKind[] = [...figureFaults, ...rowFaults, ...labelFaults, ...statedFaults];
