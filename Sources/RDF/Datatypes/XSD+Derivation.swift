extension XSD {
  /// Whether each value of a datatype is one of another, by XML Schema's own derivations.
  ///
  /// - SeeAlso: XML Schema 1.1 Part 2, section 3 (the built-in datatype hierarchy).
  public static func isDerived(_ datatype: String, from other: String) -> Bool {
    guard let wanted = XSDDatatype(iri: other) else { return false }
    var next = XSDDatatype(iri: datatype)?.base
    while let one = next {
      if one == wanted { return true }
      next = one.base
    }
    return false
  }
}
