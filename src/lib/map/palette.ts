const COLOURS = ['ground', 'ground-raised', 'ink', 'ink-soft', 'line-strong', 'accent', 'accent-soft'] as const;

/** The colours of the site that the picture uses, by the name of their custom property. */
export type Palette = Readonly<Record<(typeof COLOURS)[number], string>>;

const colour = (css: string, name: string): string => {
  const value = new RegExp(`--${name}:\\s*(#[0-9a-f]{6});`).exec(css)?.[1];
  if (value === undefined) throw new RangeError(`tokens.css gives no colour --${name}`);
  return value;
};

const paletteOf = (css: string): Palette => ({
  ground: colour(css, 'ground'),
  'ground-raised': colour(css, 'ground-raised'),
  ink: colour(css, 'ink'),
  'ink-soft': colour(css, 'ink-soft'),
  'line-strong': colour(css, 'line-strong'),
  accent: colour(css, 'accent'),
  'accent-soft': colour(css, 'accent-soft'),
});

/**
 * Reads the colours of the site, light and dark, so that a file of its own has the same.
 * @param tokens the text of `src/styles/tokens.css`
 * @throws {RangeError} when a colour is missing in either
 */
export function palettes(tokens: string): { readonly light: Palette; readonly dark: Palette } {
  const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');
  return { light: paletteOf(light), dark: paletteOf(dark) };
}

/** A palette as custom properties. */
export const properties = (palette: Palette): string => COLOURS.map((name) => `--${name}:${palette[name]}`).join(';');
