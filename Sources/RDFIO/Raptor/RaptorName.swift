internal import CRaptor

/// The names that raptor writes in XML.
///
/// Version 2.0.15 knows those of XML 1.0 before its fifth edition, which has more letters.
enum RaptorName {
  /// Whether raptor finds a name at the end of a text whose whole is one by the fifth edition.
  static func ends(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return (0..<buffer.count).contains { offset in
        unsafe raptor_xml_name_check(start + offset, buffer.count - offset, 10) != 0
      }
    }
  }
}
