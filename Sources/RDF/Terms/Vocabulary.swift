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
  @inlinable public static var rdfType: TermID { TermID(rawValue: 1) }
  /// rdf:langString.
  @inlinable public static var rdfLangString: TermID { TermID(rawValue: 2) }
  /// xsd:string.
  @inlinable public static var xsdString: TermID { TermID(rawValue: 3) }
  /// xsd:integer.
  @inlinable public static var xsdInteger: TermID { TermID(rawValue: 4) }
  /// xsd:decimal.
  @inlinable public static var xsdDecimal: TermID { TermID(rawValue: 5) }
  /// xsd:double.
  @inlinable public static var xsdDouble: TermID { TermID(rawValue: 6) }
  /// xsd:boolean.
  @inlinable public static var xsdBoolean: TermID { TermID(rawValue: 7) }
  /// xsd:date.
  @inlinable public static var xsdDate: TermID { TermID(rawValue: 8) }
  /// The datatype of Extended Date/Time Format strings.
  @inlinable public static var edtf: TermID { TermID(rawValue: 9) }
  /// xsd:nonNegativeInteger.
  @inlinable public static var xsdNonNegativeInteger: TermID { TermID(rawValue: 10) }
  /// rdfs:label.
  @inlinable public static var rdfsLabel: TermID { TermID(rawValue: 11) }
  /// rdf:first.
  @inlinable public static var rdfFirst: TermID { TermID(rawValue: 12) }
  /// rdf:rest.
  @inlinable public static var rdfRest: TermID { TermID(rawValue: 13) }
  /// rdf:nil.
  @inlinable public static var rdfNil: TermID { TermID(rawValue: 14) }
  /// rdf:Statement.
  @inlinable public static var rdfStatement: TermID { TermID(rawValue: 15) }
  /// rdf:subject.
  @inlinable public static var rdfSubject: TermID { TermID(rawValue: 16) }
  /// rdf:predicate.
  @inlinable public static var rdfPredicate: TermID { TermID(rawValue: 17) }
  /// rdf:object.
  @inlinable public static var rdfObject: TermID { TermID(rawValue: 18) }
}
