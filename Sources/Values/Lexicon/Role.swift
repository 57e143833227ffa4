/// What a word says in an expression; the names are those of the word lists.
enum Role: String, CaseIterable {
  // Numbers in words.
  case cardinal, short, teenunit, teen, tens, hundred, scale, dual, maybedual, dozen, dozens, suffix, ordinal
  case ordinalsuffix, after, point, minus, less, oh, and, article
  // Parts and multiples.
  case fraction, fractionof, twofractions, fractions, over, percent, parts, multiple, times, each
  // Dates.
  case month, hijri, libyan, weekday, monthword, yearword, hijriera, christianera, beforechrist, decade, decadesuffix
  // Times of day.
  case clockword, oclock, past, until, morning, afternoon, night, noonword, noon, midnight
  // Measures.
  case money, moneysign, subunit, unit
  // References.
  case reference, versionword, bis, letter
  case from, to
  /// The word is also an ordinary one.
  case common
}
