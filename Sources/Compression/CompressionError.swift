/// Why data cannot be unpacked or packed; offsets count bytes of the packed data.
public enum CompressionError: Error, Hashable, Sendable {
  /// The data end before they are whole.
  case truncated(CompressionFormat, offset: Int)
  /// The data are not of the format; of zstd the offset is where the block begins.
  case corrupt(CompressionFormat, offset: Int, reason: String)
  /// The data unpack to far more than they are.
  case tooDense(CompressionFormat, offset: Int, ratio: Int)
  /// The data unpack to more bytes than are allowed.
  case tooLarge(CompressionFormat, offset: Int, limit: Int)
  /// The library cannot go on, which is for want of memory.
  case failed(CompressionFormat, reason: String)
}

extension CompressionError: CustomStringConvertible {
  /// What is wrong, in one line without a file's name.
  public var description: String {
    switch self {
    case .truncated(let format, let offset):
      "the \(format.name) data end too early, after \(offset) bytes; is the file whole?"
    case .corrupt(let format, let offset, let reason):
      "the \(format.name) data are damaged after \(offset) bytes: \(reason)"
    case .tooDense(let format, let offset, let ratio):
      "the first \(offset) bytes of \(format.name) data unpack to more than \(ratio) times as many"
    case .tooLarge(let format, let offset, let limit):
      "the first \(offset) bytes of \(format.name) data unpack to more than \(limit) bytes"
    case .failed(let format, let reason):
      "\(format.name) data cannot be worked on: \(reason)"
    }
  }
}
