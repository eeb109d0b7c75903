/** A text as it stands in HTML or XML, between tags or in an attribute in double quotation marks. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
