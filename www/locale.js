// How a locale writes: examples of money, of a share and of a day, from which the widget learns its signs. Loaded only where
// an element names a locale; it knows no locale itself, the browser does.

/** The three examples on a line each; a warning and nothing where the browser does not know the locale. */
export const examples = (tag) => {
  try {
    return written(tag);
  } catch (error) {
    console.warn(`<ai-build-vs-buy> locale="${tag}": ${error.message}; figures are written as in English`);
    return "";
  }
};

const written = (tag) => {
  const locale = new Intl.Locale(tag, { numberingSystem: "latn", calendar: "gregory" });
  if (!Intl.NumberFormat.supportedLocalesOf(locale).length) throw new RangeError("this browser does not know it");
  const figures = (options) => new Intl.NumberFormat(locale, { useGrouping: "always", ...options });
  const money = figures({ style: "currency", currency: "EUR", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "UTC" });
  return [
    money.formatToParts(12345678.5).map(({ type, value }) => (type === "currency" ? "¤" : value)).join(""),
    figures({ style: "percent" }).format(0.5),
    day.format(Date.UTC(2003, 10, 22)),
  ].join("\n");
};
