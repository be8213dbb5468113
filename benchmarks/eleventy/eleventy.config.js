// One pass over the records makes every index that pages ask for.
module.exports = function (config) {
  config.addPassthroughCopy({ static: "/" });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("stamp", (date) => date.toUTCString().replace("GMT", "+0000"));
  config.addFilter("so_far", (records, status) => records.filter((record) => record.data.status === status));

  let found = null;
  config.on("eleventy.before", () => {
    found = null;
  });

  function indexed(api) {
    if (found) return found;
    const records = api
      .getFilteredByGlob("src/records/**/*.md")
      .sort((a, b) => b.date - a.date || a.data.number.localeCompare(b.data.number));
    const grouped = (key) => {
      const groups = new Map();
      for (const record of records) {
        const name = key(record.data);
        if (!groups.has(name)) groups.set(name, []);
        groups.get(name).push(record);
      }
      return groups;
    };
    found = {
      records,
      by_number: Object.fromEntries(records.map((record) => [`${record.data.lang} ${record.data.number}`, record])),
      by_lang: Object.fromEntries(grouped((data) => data.lang)),
      by_section: grouped((data) => `${data.lang} ${data.words.section_of[data.number[0]]}`),
      by_unit: grouped((data) => `${data.lang} ${data.unit}`),
    };
    return found;
  }

  config.addCollection("records", (api) => indexed(api).records);
  config.addCollection("by_number", (api) => indexed(api).by_number);
  config.addCollection("by_lang", (api) => indexed(api).by_lang);
  config.addCollection("sheets", (api) =>
    [...indexed(api).by_section].flatMap(([key, records]) => {
      const [lang, section] = key.split(" ");
      const count = Math.ceil(records.length / 50);
      return Array.from({ length: count }, (_, index) => ({
        lang,
        section,
        count,
        number: index + 1,
        records: records.slice(index * 50, (index + 1) * 50),
      }));
    }),
  );
  config.addCollection("of_units", (api) =>
    [...indexed(api).by_unit].map(([key, records]) => {
      const [lang, unit] = key.split(" ");
      return { lang, unit, records };
    }),
  );
  return { dir: { input: "src", output: "_site" }, markdownTemplateEngine: false };
};
