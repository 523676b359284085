/// A format of compressed files.
///
/// - SeeAlso: RFC 1952, section 2 (gzip); RFC 8878, section 3.1 (Zstandard).
public enum CompressionFormat: String, CaseIterable, Sendable {
  /// gzip, by zlib.
  case gzip = "gz"
  /// Zstandard, by libzstd.
  case zstd = "zst"

  /// How many bytes of a beginning ``init(beginning:)`` looks at.
  public static let beginningSize = 4

  /// The format that a file name's ending says, or nil.
  public init?(fileName: String) {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    self.init(rawValue: String(fileName[fileName.utf8.index(after: dot)...]))
  }

  /// The format that the first bytes of a text say, or nil.
  public init?(beginning bytes: some Collection<UInt8>) {
    let first = Array(bytes.prefix(Self.beginningSize))
    if first.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if first == [0x28, 0xB5, 0x2F, 0xFD]
      || first.dropFirst() == [0x2A, 0x4D, 0x18] && first[0] & 0xF0 == 0x50
    {
      self = .zstd
    } else {
      return nil
    }
  }

  /// The name that files of the format end in.
  public var fileExtension: String { rawValue }

  /// A file name without the format's ending; the whole where it has none.
  public static func nameInside(_ fileName: String) -> String {
    guard let format = CompressionFormat(fileName: fileName) else { return fileName }
    return String(fileName.dropLast(format.fileExtension.utf8.count + 1))
  }

  /// Its name in messages.
  var name: String {
    switch self {
    case .gzip: "gzip"
    case .zstd: "zstd"
    }
  }
}
