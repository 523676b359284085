import Extraction
import Foundation

extension Adapted {
  private static let files = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Extractors")

  /// Reads each document of a file that a tool wrote.
  static func documents(
    _ name: String, _ format: ExtractorFormat, language: String? = "fr"
  ) throws -> [Adapted] {
    let bytes = Array(try Data(contentsOf: files.appending(path: name)))
    let ranges = ExtractorDocuments(bytes, format).ranges
    return try ranges.enumerated().map { index, range in
      try Adapted(
        format, String(decoding: bytes[range], as: UTF8.self), language: language,
        number: index + 1, isOneOfSeveral: ranges.count > 1)
    }
  }

  /// The format that a file's JSON is recognised as.
  static func recognised(_ name: String) throws -> ExtractorFormat? {
    ExtractorFormat(json: Array(try Data(contentsOf: files.appending(path: name))))
  }
}
