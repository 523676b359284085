internal import Extraction
internal import JSON
internal import Ontology
internal import RDF

/// What is said of inputs in extractors' formats.
public struct ExtractorSettings: Sendable {
  /// What offsets count.
  public enum Unit: String, CaseIterable, Sendable {
    /// Unicode code points.
    case codepoint
    /// Units of UTF-16.
    case utf16
    /// Bytes of UTF-8.
    case utf8
  }

  /// The file that says what names mean, over the shipped ones; nil for those alone.
  public var profile: String?
  /// The language of texts whose format names none.
  public var language: String?
  /// What offsets count; nil for what the format says, or the text shows.
  public var offsetUnit: Unit?

  /// Makes settings that say nothing.
  public init() {}

  /// Whether anything is said.
  var isEmpty: Bool { profile == nil && language == nil && offsetUnit == nil }

  /// What all documents of a file are read with.
  ///
  /// - Throws: ``RunError`` when the profile or the language cannot be used.
  func settings(of format: ExtractorFormat, stem: String) throws(RunError) -> AdapterSettings {
    if let language, LanguageTag(language) == nil {
      throw RunError(
        .wrongUsage, file: nil, TermError.malformedLanguageTag(language).description)
    }
    var settings = AdapterSettings(
      format: format, profile: try profile(of: format), stem: stem)
    settings.unit = offsetUnit.flatMap { OffsetUnit(rawValue: $0.rawValue) }
    settings.language = language
    return settings
  }

  private func profile(of format: ExtractorFormat) throws(RunError) -> ExtractionProfile {
    let shipped = try Self.profile(
      ShippedFiles.profile(format.profile) ?? [], format.profile, "\(format.profile).yaml", nil)
    guard let name = profile else { return shipped }
    return try Self.profile(try InputFiles.bytes(name), name, name, shipped)
  }

  private static func profile(
    _ bytes: [UInt8], _ name: String, _ file: String, _ shipped: ExtractionProfile?
  ) throws(RunError) -> ExtractionProfile {
    do throws(JSONError) {
      return try ExtractionProfile(bytes, name: name, over: shipped)
    } catch {
      let place = LineMap(bytes).position(of: error.offset)
      throw RunError(
        .wrongUsage,
        Diagnostic(
          .error, file: file,
          position: SourcePosition(line: place.line, column: place.column), error.message))
    }
  }
}
