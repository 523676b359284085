extension Run {
  /// Reads RDF in one syntax and writes it in another, counts it, or makes it canonical.
  ///
  /// To N-Triples and N-Quads from these, Turtle and TriG, statements go one by one, in memory that
  /// does not grow with the input; all else is held in memory. A file appears whole or not at all.
  ///
  /// - Throws: ``RunError`` when an input cannot be read or is not of its syntax, when the target
  ///   cannot hold what is in it, or when the output cannot be written.
  public static func convert(_ conversion: Conversion) throws(RunError) -> ConversionSummary {
    var converter = try Converter(conversion)
    return try converter.run()
  }
}
