internal import CLibXML2

/// Writes one XML document through libxml2, into memory, whole or in parts.
///
/// The outer elements go through xmlTextWriter; the many inner ones are literal markup with
/// escaped text straight into its buffer, four times as fast. Every text is checked against Char.
///
/// - SeeAlso: XML 1.0, sections 2.2, 2.4 and 3.1.
@safe public struct XMLOutput: ~Copyable {
  private let writer: OpaquePointer
  private let buffer: UnsafeMutablePointer<xmlOutputBuffer>
  private let sink: UnsafeMutablePointer<[UInt8]>
  private var depth = 0
  private var takenCount = 0

  /// Begins a document in UTF-8.
  ///
  /// - Throws: ``XMLError/writer(_:)``.
  public init() throws(XMLError) {
    let opened = unsafe try Self.open()
    unsafe sink = opened.sink
    unsafe buffer = opened.buffer
    unsafe writer = opened.writer
  }

  @unsafe private struct Handles {
    let sink: UnsafeMutablePointer<[UInt8]>
    let buffer: UnsafeMutablePointer<xmlOutputBuffer>
    let writer: OpaquePointer
  }

  private static func open() throws(XMLError) -> Handles {
    let sink = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
    unsafe sink.initialize(to: [])
    let write: xmlOutputWriteCallback = { context, bytes, count in
      guard let sink = unsafe context?.assumingMemoryBound(to: [UInt8].self),
        let bytes = unsafe bytes
      else { return -1 }
      unsafe sink.pointee.append(
        contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      return count
    }
    let buffer = unsafe xmlOutputBufferCreateIO(write, { _ in 0 }, sink, nil)
    guard let buffer = unsafe buffer, let writer = unsafe xmlNewTextWriter(buffer) else {
      if let buffer = unsafe buffer { unsafe xmlOutputBufferClose(buffer) }
      unsafe sink.deinitialize(count: 1)
      unsafe sink.deallocate()
      throw .writer(-1)
    }
    _ = unsafe xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)
    return unsafe Handles(sink: sink, buffer: buffer, writer: writer)
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
  }

  private static func check(_ code: Int32) throws(XMLError) {
    guard code >= 0 else { throw .writer(code) }
  }

  /// Opens an outer element; it stays open until ``end()``.
  ///
  /// - Throws: ``XMLError``.
  public mutating func start(
    _ name: String, _ attributes: [(name: String, value: String)] = []
  ) throws(XMLError) {
    try Self.check(unsafe xmlTextWriterStartElement(writer, name))
    for attribute in attributes {
      try Self.checkCharacters(attribute.value)
      try Self.check(unsafe xmlTextWriterWriteAttribute(writer, attribute.name, attribute.value))
    }
    // Ends the start tag, so that what follows can go to the buffer.
    try Self.check(unsafe xmlTextWriterWriteString(writer, "\n"))
    depth += 1
  }

  /// Closes the outer element opened last.
  ///
  /// - Throws: ``XMLError/writer(_:)``.
  public mutating func end() throws(XMLError) {
    try Self.check(unsafe xmlTextWriterEndElement(writer))
    try Self.check(unsafe xmlTextWriterWriteString(writer, "\n"))
    depth -= 1
  }

  /// Writes an element with text, or with lines of inner markup made by ``XMLMarkup``.
  ///
  /// - Throws: ``XMLError``.
  public mutating func write(_ markup: borrowing XMLMarkup) throws(XMLError) {
    let code = unsafe markup.withBytes { bytes in
      unsafe xmlOutputBufferWrite(
        buffer, Int32(bytes.count), bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
    try Self.check(code)
  }

  /// How many bytes wait to be taken.
  public var waiting: Int { unsafe sink.pointee.count }

  /// Has libxml2 hold nothing back, and tells how many bytes the document has so far.
  ///
  /// - Returns: their number, of those that were taken too.
  /// - Throws: ``XMLError/writer(_:)``.
  public mutating func flush() throws(XMLError) -> Int {
    try Self.check(unsafe xmlTextWriterFlush(writer))
    return takenCount + waiting
  }

  /// Hands over what was written so far, but for what libxml2 still holds; the rest follows later.
  public mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    unsafe swap(&taken, &sink.pointee)
    takenCount += taken.count
    return taken
  }

  /// Ends the document and hands over what was not taken.
  ///
  /// - Throws: ``XMLError/writer(_:)``.
  public consuming func finish() throws(XMLError) -> [UInt8] {
    try Self.check(unsafe xmlTextWriterEndDocument(writer))
    try Self.check(unsafe xmlTextWriterFlush(writer))
    return unsafe sink.pointee
  }

  /// Refuses a text with a character that XML 1.0 has not.
  static func checkCharacters(_ text: String) throws(XMLError) {
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D || value == 0xFFFE
        || value == 0xFFFF
      {
        throw .character(value, in: text)
      }
    }
  }
}
