// Patterns of many words, in lines that can be read. Pure.

export const { raw } = String;

// One of several, each a piece of a pattern.
export const anyOf = (...lists) => `(?:${lists.join("|")})`;

export const pattern = (source, flags = "u") => new RegExp(source, flags);
