/// What an authority's file says of a thing beside its names; the number is in the file.
enum AuthorityFact: Int {
  case type = 1
  case country = 2
  case coordinates = 3
  case latitude = 4
  case longitude = 5
  case begin = 6
  case end = 7
  case summary = 8
  /// That the thing is a concept of a thesaurus.
  case concept = 9
  /// That the thing is a type, and what it is a kind of.
  case above = 10
}
