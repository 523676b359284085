/// Namespaces of the W3C vocabularies that the model itself uses.
public enum Namespace {
  /// `rdf:`.
  public static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// `rdfs:`.
  public static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  /// `xsd:`.
  public static let xsd = "http://www.w3.org/2001/XMLSchema#"
  /// `owl:`.
  public static let owl = "http://www.w3.org/2002/07/owl#"
  /// `edtf:`, whose one datatype is ``EDTF``.
  public static let edtf = "http://id.loc.gov/datatypes/edtf/"
}

/// Terms that every ``TermTable`` holds from the start, so that their numbers are constants.
extension TermID {
  /// The IRIs of the well-known terms, in the order of their numbers, from 1.
  static let wellKnown = [
    Namespace.rdf + "type", Namespace.rdf + "langString", Namespace.xsd + "string",
    Namespace.xsd + "integer", Namespace.xsd + "decimal", Namespace.xsd + "double",
    Namespace.xsd + "boolean", Namespace.xsd + "date", Namespace.edtf + "EDTF",
    Namespace.xsd + "nonNegativeInteger", Namespace.rdfs + "label", Namespace.rdf + "first",
    Namespace.rdf + "rest", Namespace.rdf + "nil", Namespace.rdf + "Statement",
    Namespace.rdf + "subject", Namespace.rdf + "predicate", Namespace.rdf + "object",
  ]

  /// rdf:type.
  public static let rdfType = TermID(rawValue: 1)
  /// rdf:langString.
  public static let rdfLangString = TermID(rawValue: 2)
  /// xsd:string.
  public static let xsdString = TermID(rawValue: 3)
  /// xsd:integer.
  public static let xsdInteger = TermID(rawValue: 4)
  /// xsd:decimal.
  public static let xsdDecimal = TermID(rawValue: 5)
  /// xsd:double.
  public static let xsdDouble = TermID(rawValue: 6)
  /// xsd:boolean.
  public static let xsdBoolean = TermID(rawValue: 7)
  /// xsd:date.
  public static let xsdDate = TermID(rawValue: 8)
  /// The datatype of Extended Date/Time Format strings.
  public static let edtf = TermID(rawValue: 9)
  /// xsd:nonNegativeInteger.
  public static let xsdNonNegativeInteger = TermID(rawValue: 10)
  /// rdfs:label.
  public static let rdfsLabel = TermID(rawValue: 11)
  /// rdf:first.
  public static let rdfFirst = TermID(rawValue: 12)
  /// rdf:rest.
  public static let rdfRest = TermID(rawValue: 13)
  /// rdf:nil.
  public static let rdfNil = TermID(rawValue: 14)
  /// rdf:Statement.
  public static let rdfStatement = TermID(rawValue: 15)
  /// rdf:subject.
  public static let rdfSubject = TermID(rawValue: 16)
  /// rdf:predicate.
  public static let rdfPredicate = TermID(rawValue: 17)
  /// rdf:object.
  public static let rdfObject = TermID(rawValue: 18)
}
