/** The mapping form of all branches of a step together; no slot of a step has this name. */
export const branchesSlot = '#branches';
