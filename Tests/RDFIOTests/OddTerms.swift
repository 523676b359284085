import RDF

/// What terms are made of that are legal and that programs get wrong.
enum OddTerms {
  private static let griot = "https://w3id.org/griot/ontology#"

  static let iris =
    [
      "http://e/a", "http://e/b", "http://e/s", "http://e/o", "http://e", "http://e/", "urn:x",
      "a:b", "HTTP://E/", "http://e//double//slash", "http://e/a/../b/./c", "http://e/..",
      "http://e/a?b=c#d", "http://e/?", "http://e/#",
      "http://e/(x)", "http://e/'q'", "http://e/a,b;c=d", "http://e/a.b.", "http://e/-a",
      "http://e/%20", "http://e/%E9", "http://e/100%25", "http://[2001:db8::1]:8080/x",
      "http://u:p@e:80/", "http://e/a:b", "mailto:a@b.c", "urn:uuid:6e8bc430-9c3a-11d9-9669",
      "data:text/plain,a", "file:///etc/x", "tel:+33-1", "http://e/\u{E9}", "http://e/e\u{301}",
      "http://用户.e/路径?ключ#фрагмент", "http://e/\u{10400}\u{2FFFD}", "http://e/?\u{E000}",
      "http://e/\u{B7}", "http://e/_", "http://e/1", "http://e/a-1", "http://e/~",
      // What looks like keywords, and names that contexts and prefixes have.
      "http://e/@id", "http://e/@type", "tag:@context", "griot:x", "dc:title", "label:x",
      "xsd:string", "e:a", griot, griot + "//x", griot + "Person", griot + "@graph",
      griot + "agent", griot + "date", Namespace.rdf + "type", Namespace.rdf + "nil",
      Namespace.rdf + "List", Namespace.rdf + "Description", Namespace.xsd + "string",
    ]

  static let predicates =
    iris + [
      "http://e/p", "http://e/p1", "http://e/p/", "http://e/p#", "http://e/123", "http://e/été",
      "http://e/p(1)", "http://e/list", "http://e/set", "http://e/vocab", "http://e/a.b-c_d",
      "http://www.w3.org/XML/1998/namespacelang", "http://www.w3.org/2000/xmlns/a",
      Namespace.rdfs + "label", griot + "count", griot + "named", griot + "object",
      griot + "bound", griot + "confidence", griot + "duration", Namespace.rdf + "object",
      Namespace.rdf + "first", Namespace.rdf + "rest", Namespace.rdf + "type",
      Namespace.rdf + "li", Namespace.rdf + "_1", Namespace.rdf + "_01", Namespace.rdf + "about",
      Namespace.rdf + "RDF", Namespace.rdf + "value", "http://www.w3.org/ns/oa#start",
      "http://www.w3.org/2002/07/owl#sameAs",
    ]

  /// Labels that raptor merges are among them.
  static let labels = [
    "n0", "n1", "n2", "n3", "a-b", "azb", "a.b", "a_b", "1", "2x", "_", "genid1", "b0",
    "x-.2E", "N0",
  ]

  static let texts =
    [
      "", "a", "Accord d’Alger", "é \u{1F600}", "e\u{301}", "\"\\\n\r\t/", "\"\"\"", "\\", "a\"",
      "'''", "\u{1}\u{7F}\u{2028}", "\u{8}\u{B}\u{C}\u{1B}\u{1F}", "\u{80}\u{85}\u{9F}\u{A0}",
      "\u{FEFF}a", "\u{202E}abc\u{202C}", "\u{D7FF}\u{E000}\u{FFFD}", "\u{10FFFD}\u{10FFFF}",
      "\u{1FFFE}", "a\u{0}b", "\u{FFFE}", "\u{FFFF}", "\r\n", "\n", "\r", " 1 ", "\t", "]]>",
      "&amp;<b/>", "<b/>", "@id", "_:b1", "http://e/a", "griot:x", "null", "{}", "\\u00e9",
      "2013/..", "2024-11-15", "true", "PT1H", String(repeating: "mot é ", count: 300),
    ] + ["1", "01", "-0", "1.0", "1E0", "12345678901234567890", "-5", "0"]

  static let numbers = [
    "0", "1", "-1", "+1", "01", "-0", "00", "1.", "1.0", "-1.50", ".5", "-.5", "+.5", "1e3", "1E3",
    "1.0E+03", "1.e0", ".5e-1", "-1E0", "INF", "-INF", "+INF", "NaN", "nan", "0x1p3", "1_000", "1 ",
    " 1", "", "true", "false", "TRUE", "1.5.2", "e", "-", ".", "1e", "1e400", "1e-400", "１",
    "99999999999999999999999999999999999999999999", "0.000000000000000000000000000000000000001",
  ]

  static let numeric = [
    "integer", "decimal", "double", "float", "boolean", "nonNegativeInteger", "int", "byte",
    "string",
  ]

  static let datatypes =
    [
      "string", "integer", "decimal", "double", "boolean", "date", "dateTime", "gYear",
      "hexBinary", "base64Binary", "duration", "anyURI", "token",
    ].map { Namespace.xsd + $0 } + [
      Namespace.rdf + "JSON", Namespace.rdf + "HTML", Namespace.rdf + "XMLLiteral",
      Namespace.edtf + "EDTF", "http://e/d", "griot:d", griot + "date", "urn:d", "http://e/é",
    ]

  static let languages = [
    "fr", "en-gb", "x-a-b", "zh", "zh-hant-tw", "sl-rozaj-biske-1994", "de-1901", "i-klingon",
    "en-a-bbb-x-a-ccc", "abcdefgh-12345678",
  ]
}
