const COLOURS = ['ground', 'ground-raised', 'ink', 'ink-soft', 'line-strong', 'accent', 'accent-soft'] as const;

/** The colours of the site that the picture uses, by the name of their custom property. */
export type Palette = Readonly<Record<(typeof COLOURS)[number], string>>;

const colour = (css: string, name: string, scheme: 'light' | 'dark'): string => {
  const groups = new RegExp(`--${name}: light-dark\\((?<light>#[0-9a-f]{6}), (?<dark>#[0-9a-f]{6})\\);`).exec(
    css,
  )?.groups;
  const value = groups?.[scheme];
  if (value === undefined) throw new RangeError(`tokens.css gives no colour --${name} as light-dark(#rrggbb, #rrggbb)`);
  return value;
};

const paletteOf = (css: string, scheme: 'light' | 'dark'): Palette => ({
  ground: colour(css, 'ground', scheme),
  'ground-raised': colour(css, 'ground-raised', scheme),
  ink: colour(css, 'ink', scheme),
  'ink-soft': colour(css, 'ink-soft', scheme),
  'line-strong': colour(css, 'line-strong', scheme),
  accent: colour(css, 'accent', scheme),
  'accent-soft': colour(css, 'accent-soft', scheme),
});

/**
 * Reads the colours of the site, light and dark, so that a file of its own has the same.
 * @param tokens the text of `src/styles/tokens.css`
 * @throws {RangeError} when a colour is missing
 */
export const palettes = (tokens: string): { readonly light: Palette; readonly dark: Palette } => ({
  light: paletteOf(tokens, 'light'),
  dark: paletteOf(tokens, 'dark'),
});

/** A palette as custom properties. */
export const properties = (palette: Palette): string => COLOURS.map((name) => `--${name}:${palette[name]}`).join(';');
