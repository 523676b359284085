/// A document of an extractor's format, with what is known beside it.
struct AdapterInput {
  /// The document.
  let bytes: [UInt8]
  /// What the user and the file say of it.
  let settings: AdapterSettings
  /// Its number in its file, from 1.
  let number: Int
  /// Where files beside it are read.
  let folder: TextFolder?

  /// The file's name as an id, and the document's number where the file holds several.
  var name: String {
    let stem = RecordDraft.plainID(settings.stem)
    return settings.isOneOfSeveral ? "\(stem)-\(number)" : stem
  }

  /// The lines with the places they begin at, without their ends.
  func forEachLine(_ body: (_ line: ArraySlice<UInt8>) throws(SyntaxFault) -> Void)
    throws(SyntaxFault)
  {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let last = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      try body(bytes[start..<last])
      start = end + 1
    }
  }
}
