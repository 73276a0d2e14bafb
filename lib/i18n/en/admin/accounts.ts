export const accounts = { title: "Account" }
