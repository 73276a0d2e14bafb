export const coding = { title: "Blind coding" }
