module.exports = {
  layout: "record.njk",
  permalink: (data) => `/${data.lang}/${data.words.section_of[data.number[0]]}/${data.number}/`,
};
