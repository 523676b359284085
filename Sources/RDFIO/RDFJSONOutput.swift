public import RDF

/// Writes RDF/JSON by raptor.
///
/// It holds the whole document in memory. What was written is read back and compared.
///
/// - SeeAlso: RDF 1.1 JSON Alternate Serialization, section 2.
public enum RDFJSONOutput {
  /// Serialises the triples of quads; graph names are left out.
  ///
  /// - Returns: the document as UTF-8.
  /// - Throws: ``RDFIOError/unwritable(term:syntax:reason:)`` for a text with U+0000, U+FFFE or
  ///   U+FFFF, which raptor cuts; ``RDFIOError/unfaithful(syntax:written:readBack:)`` when the document reads back as
  ///   something else, and what ``RaptorWriter`` throws.
  public static func write(
    _ quads: [Quad], of terms: borrowing TermTable
  ) throws(RDFIOError) -> [UInt8] {
    var seen = Set<TermID>()
    for quad in quads where terms.isOutsideXML(quad.object) && seen.insert(quad.object).inserted {
      for scalar in terms.string(of: quad.object).unicodeScalars
      where scalar.value == 0 || scalar.value | 1 == 0xFFFF {
        throw .unwritable(
          term: terms.spelled(quad.object), syntax: "RDF/JSON",
          reason: "libraptor2 cuts it at one of its characters")
      }
    }
    let triples = quads.triples
    let bytes = repaired(try RaptorWriter.write(triples, of: terms, syntax: .rdfjson))
    try ReadBack.verify(bytes, syntax: .rdfjson, triples, of: terms)
    return bytes
  }

  /// Puts characters in place of the escapes of raptor 2.0.15 that JSON has not, such as
  /// `\U0001F600`.
  ///
  /// - SeeAlso: RFC 8259, section 7 (escapes).
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      output.append(byte)
      guard byte == UInt8(ascii: "\\"), position < bytes.count else { continue }
      let letter = bytes[position]
      let digits = bytes[position...].dropFirst().prefix(8)
      position += 1
      if letter == UInt8(ascii: "U"), digits.count == 8,
        let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar)
      {
        output.removeLast()
        output.append(contentsOf: encoded)
        position += 8
      } else {
        output.append(letter)
      }
    }
    return output
  }
}
