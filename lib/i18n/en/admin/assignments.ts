export const assignments = { title: "Assignments" }
