import RDF
import Testing

/// The lexical and value spaces of the datatypes of RDF 1.1.
@Suite struct XSDTests {
  /// A datatype, forms of it, and texts that are none.
  private static let table: [(String, [String], [String])] = [
    ("string", ["", " a\tb\n"], []),
    ("normalizedString", ["", " a  b "], ["a\tb", "a\nb", "\r"]),
    ("token", ["", "a b"], [" a", "a ", "a  b", "a\tb"]),
    (
      "language", ["fr", "fr-ML", "x-griot", "abcdefgh-12345678"],
      ["", "fr_FR!", "fr-", "-fr", "1a", "abcdefghi", "fr--ml"]
    ),
    ("Name", ["a", ":a", "_1", "é-1", "\u{10000}"], ["", "1a", "-a", "a b", "a\u{D7}"]),
    ("NCName", ["a.b", "_"], ["", "a:b", "1", ".a"]),
    ("NMTOKEN", ["1a", "-", ":", "·"], ["", "a b", "a/b"]),
    (
      "boolean", ["true", "false", "0", "1", " true "],
      ["", "oui", "yes", "TRUE", "True", "2", "01"]
    ),
    (
      "decimal", ["1", "1.", ".5", "-0.1", "+1.50", "123456789012345678901234567890.5"],
      ["", "1,5", ".", "1e3", "+", "--1", "1.2.3", "INF", "0x1"]
    ),
    (
      "integer", ["+01", " 1 ", "-0", "123456789012345678901234567890"],
      ["", "abc", "1.0", "1.", "+", "1e3", "1 0", "٣"]
    ),
    (
      "double", ["1", "INF", "+INF", "-INF", "NaN", "1e3", "-1.5E-3", "1.e1", ".5e+0", "1e400"],
      ["", "1e", "0x1p3", "inf", "nan", "e1", "1e1.5", "1f", "+NaN"]
    ),
    ("float", ["1", "NaN", "3.4028236e38"], ["", "1,5", "1e", "Infinity"]),
    ("byte", ["-128", "127", "+127", "0127"], ["128", "-129", "256", "300", "1.0"]),
    ("short", ["-32768", "32767"], ["32768", "-32769"]),
    ("int", ["-2147483648", "2147483647"], ["2147483648", "-2147483649"]),
    (
      "long", ["-9223372036854775808", "9223372036854775807"],
      ["9223372036854775808", "-9223372036854775809"]
    ),
    ("unsignedByte", ["0", "255", "-0", "+1"], ["256", "-1"]),
    ("unsignedShort", ["65535"], ["65536", "-1"]),
    ("unsignedInt", ["4294967295"], ["4294967296", "-1"]),
    ("unsignedLong", ["18446744073709551615"], ["18446744073709551616", "-1"]),
    ("positiveInteger", ["1", "00001", "99999999999999999999999"], ["0", "-1", "+0"]),
    ("nonNegativeInteger", ["0", "-0", "99999999999999999999999"], ["-1", "1.5"]),
    ("negativeInteger", ["-1", "-99999999999999999999999"], ["0", "-0", "1"]),
    ("nonPositiveInteger", ["0", "+0", "-1"], ["1"]),
    (
      "date",
      [
        "2024-11-15", "0000-01-01", "-0044-03-15", "10000-01-01", "2024-11-15+14:00", "2024-02-29",
        "2000-02-29Z", "-0004-02-29", "123456789012345-01-01", " 2024-11-15\n",
      ],
      [
        "", "hier", "2015-13-45", "2023-02-29", "1900-02-29", "2024-04-31", "2024-00-10",
        "2024-10-00", "2024-1-5", "2024-11-15+15:00", "2024-11-15+14:01", "2024-11-15T00:00:00",
        "02024-11-15", "24-11-15", "+2024-11-15", "2024-11-15z", "2024-11-15+1:00", "2024/11/15",
      ]
    ),
    (
      "time", ["00:00:00", "23:59:59.999", "24:00:00", "24:00:00.00", "12:00:00-05:30"],
      [
        "", "24:00:01", "24:00:00.1", "12:00", "12:60:00", "12:00:60", "25:00:00", "1:00:00",
        "12:00:00.", "12:00:00+14:30",
      ]
    ),
    (
      "dateTime",
      [
        "2024-11-15T24:00:00", "2024-11-15T10:00:00.5Z", "-0001-12-31T23:59:59",
        "2024-11-15T10:00:00-14:00",
      ],
      [
        "", "hier", "2024-12-31T23:59:60Z", "2024-11-15", "2024-11-15T24:00:01",
        "2023-02-29T00:00:00", "2024-11-15 10:00:00", "2024-11-15t10:00:00", "2024-11-15T10:00",
        "2024-11-15T10:00:00.Z",
      ]
    ),
    (
      "dateTimeStamp", ["2024-11-15T10:00:00Z", "2024-11-15T10:00:00+01:00"],
      ["2024-11-15T10:00:00", "2024-11-15Z"]
    ),
    (
      "gYear", ["2024", "-0044", "0000", "12024", "2024Z", "2024-05:00"],
      ["", "15", "02024", "24", "2024-01", "+2024", "99"]
    ),
    (
      "gYearMonth", ["2024-02", "2024-12Z", "-0001-01"],
      ["", "2024-13", "2024-00", "2024-2", "2024"]
    ),
    ("gMonth", ["--01", "--12Z", "--06+02:00"], ["", "--13", "--00", "--1", "--01--", "01"]),
    (
      "gMonthDay", ["--02-29", "--12-31", "--04-30Z"],
      ["", "--02-30", "--04-31", "--13-01", "--01-00", "-01-01"]
    ),
    ("gDay", ["---01", "---31", "---15-03:00"], ["", "---32", "---00", "--1", "31"]),
    (
      "duration", ["P1M", "P3DT12H", "PT0.5S", "-P1Y2M3DT4H5M6.7S", "P0D", "PT1M", "P1YT1S"],
      [
        "", "1d", "P", "PT", "P1S", "P1DT", "P1M1Y", "P1.5D", "PT1H1D", "P-1D", "+P1D", "PT1.S",
        "PT.5S", "P1W", "PT1S1M",
      ]
    ),
    ("yearMonthDuration", ["P1Y", "-P1Y2M", "P14M"], ["", "P1D", "P1YT1H", "P", "P1Y1D"]),
    ("dayTimeDuration", ["P1D", "PT36H", "-P1DT1S"], ["", "P1Y", "P1M", "PT", "P1M1D"]),
    ("hexBinary", ["0aFF", "", "DEADBEEF"], ["0", "0g", "0x00", "a b"]),
    (
      "base64Binary", ["", "YQ==", "YWI=", "YWJj", "Y W J j", "YWJj YWJj"],
      ["Y", "YQ=", "YR==", "YWJ=", "Y===", "YQ==YQ==", "YWJj  YWJj", "YWJ*"]
    ),
    ("anyURI", ["http://e/", "", "../é?q#f", "a b", "<", "%zz"], []),
  ]

  @Test(arguments: Self.table)
  func lexicalForms(_ name: String, _ valid: [String], _ invalid: [String]) throws {
    let datatype = try #require(XSDDatatype(rawValue: name))
    for text in valid {
      #expect(XSD.isValid(text, datatype: datatype.iri) == true, "\(text)")
    }
    for text in invalid {
      #expect(XSD.isValid(text, datatype: datatype.iri) == false, "\(text)")
      #expect(LiteralValue(text, datatype: datatype.iri) == nil, "\(text)")
    }
  }

  /// The table above is of all the types there are.
  @Test func tableIsWhole() {
    #expect(Set(Self.table.map(\.0)) == Set(XSDDatatype.allCases.map(\.rawValue)))
    #expect(XSDDatatype.allCases.count == 39)
    for datatype in XSDDatatype.allCases {
      #expect(XSDDatatype(iri: datatype.iri) == datatype)
      #expect(XSD.isValid("\u{1}", datatype: datatype.iri) != nil)
    }
  }

  @Test(arguments: [
    ("a b", true), ("<", true), ("%zz", true), ("http://e/%C3%A9", false), ("", false),
  ])
  func doubtfulReferences(_ text: String, _ isDoubtful: Bool) throws {
    let form = try #require(XSD.form(text, datatype: XSDDatatype.anyURI.iri))
    #expect((form == .doubtful) == isDoubtful)
  }

  @Test(arguments: ["QName", "ENTITY", "ID", "NOTATION", "unknown", "", "Integer"])
  func unknownDatatypes(_ name: String) {
    #expect(XSD.isValid("x", datatype: Namespace.xsd + name) == nil)
  }

  @Test(arguments: ["HTML", "XMLLiteral"])
  func markupIsAccepted(_ name: String) {
    #expect(XSD.isValid("<b>", datatype: Namespace.rdf + name) == true)
  }

  /// Two literals and whether the first is less (<), equal (=), greater (>) or of no order (?).
  @Test(arguments: [
    ("1", "integer", "<", "2", "decimal"), ("01.50", "decimal", "=", "1.5", "decimal"),
    ("-1", "integer", "<", "0.5", "decimal"), ("-2", "byte", "<", "-1", "long"),
    (
      "123456789012345678901234567890", "integer", ">", "123456789012345678901234567889.9",
      "decimal"
    ),
    ("-123456789012345678901", "integer", "<", "-1", "integer"),
    ("0.0000000000000000000001", "decimal", ">", "0", "integer"),
    ("999999999999999999", "integer", "<", "999999999999999999.1", "decimal"),
    ("0.1", "decimal", "=", "0.1", "double"), ("0.1", "float", "=", "0.1", "decimal"),
    ("0.1", "float", ">", "0.1", "double"), ("16777217", "integer", "=", "16777216", "float"),
    ("INF", "double", ">", "9999999999999999999999", "integer"),
    ("NaN", "double", "?", "NaN", "double"),
    ("-0", "double", "=", "0", "integer"), ("a", "string", "<", "b", "token"),
    ("\u{FFFD}", "string", "<", "\u{10000}", "string"),
    ("e\u{301}", "string", "<", "\u{E9}", "string"),
    ("1", "string", "?", "2", "integer"), ("false", "boolean", "<", "1", "boolean"),
    ("2024-11-15", "date", "<", "2024-11-16", "date"),
    ("2024-11-15", "date", "?", "2024-11-15T00:00:00", "dateTime"),
    ("2024-11-15", "date", "?", "2024-11-15Z", "date"),
    ("2024-11-15", "date", "<", "2024-11-16+05:00", "date"),
    ("2024-11-15", "date", "?", "2024-11-16+11:00", "date"),
    ("2024-11-15+12:00", "date", "<", "2024-11-15Z", "date"),
    ("2024-11-15T12:00:00Z", "dateTime", "=", "2024-11-15T13:00:00+01:00", "dateTimeStamp"),
    ("2024-11-15T24:00:00", "dateTime", "=", "2024-11-16T00:00:00", "dateTime"),
    ("2024-11-15T12:00:00", "dateTime", "?", "2024-11-15T13:00:00Z", "dateTime"),
    ("2024-11-15T12:00:00", "dateTime", "?", "2024-11-16T02:00:00Z", "dateTime"),
    ("2024-11-15T12:00:00", "dateTime", "<", "2024-11-16T02:00:00.1Z", "dateTime"),
    (
      "2024-11-15T12:00:00.000000000000000001Z", "dateTime", ">", "2024-11-15T12:00:00Z", "dateTime"
    ),
    ("-0001-01-01T00:00:00Z", "dateTime", "<", "0001-01-01T00:00:00Z", "dateTime"),
    ("12:00:00", "time", "<", "12:00:01", "time"),
    ("12:00:00Z", "time", ">", "12:00:00+01:00", "time"),
    ("2024", "gYear", "<", "2025", "gYear"), ("2024", "gYear", "?", "2024-01", "gYearMonth"),
    ("--02-29", "gMonthDay", "<", "--03-01", "gMonthDay"), ("---09", "gDay", "<", "---10", "gDay"),
    ("--02", "gMonth", "<", "--11", "gMonth"),
    ("2024-02", "gYearMonth", ">", "2023-12", "gYearMonth"),
    ("P1Y", "duration", "=", "P12M", "yearMonthDuration"),
    ("P1M", "duration", "?", "P30D", "duration"),
    ("P1M", "duration", "<", "P32D", "duration"),
    ("P1M", "duration", ">", "P27D", "dayTimeDuration"),
    ("PT36H", "dayTimeDuration", "=", "P1DT12H", "dayTimeDuration"),
    ("-P1D", "duration", "<", "PT0S", "duration"),
    ("PT0.5S", "duration", ">", "PT0.4999S", "duration"),
    ("P5M", "duration", "?", "P150D", "duration"),
    ("00", "hexBinary", "?", "01", "hexBinary"), ("a", "anyURI", "?", "b", "anyURI"),
  ])
  func order(_ row: (String, String, String, String, String)) {
    let left = LiteralValue(row.0, datatype: Namespace.xsd + row.1)
    let right = LiteralValue(row.3, datatype: Namespace.xsd + row.4)
    func sign(_ order: Int?) -> String { order.map { $0 == 0 ? "=" : $0 < 0 ? "<" : ">" } ?? "?" }
    func compared(_ one: LiteralValue?, _ other: LiteralValue?) -> String {
      guard let one, let other else { return "?" }
      return sign(one.compared(to: other))
    }
    #expect(compared(left, right) == row.2)
    let mirrored = ["<": ">", ">": "<"][row.2] ?? row.2
    #expect(compared(right, left) == mirrored)
  }

  /// In a table of terms the same is said without strings, of escaped texts too.
  @Test func termsHaveTheirForm() throws {
    var terms = TermTable()
    func form(_ text: String, _ name: String) throws -> LexicalForm? {
      let datatype = try terms.iri(Namespace.xsd + name)
      return terms.form(of: try terms.literal(text, datatype: datatype))
    }
    #expect(try form("1\n", "integer") == .valid)
    #expect(try form("1\u{1}", "integer") == .invalid)
    #expect(try form("a\tb", "token") == .invalid)
    #expect(try form("a b", "anyURI") == .doubtful)
    #expect(try form("x", "QName") == nil)
    #expect(try form("--02-30", "gMonthDay") == .invalid)
    let french = try terms.literal("a", language: "fr")
    #expect(terms.form(of: french) == nil)
  }
}
