import Extraction
import Foundation
import RDF

/// Reads texts in extractors' formats as `griot` does, with the shipped profiles.
struct Adapted {
  private static let profiles = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "ontology/profiles")

  let result: RecordReader.Result

  init(
    _ format: ExtractorFormat, _ text: String = "", stem: String = "a", columns: [String] = [],
    profile: String? = nil, unit: OffsetUnit? = nil, language: String? = nil,
    in folder: String? = nil,
    number: Int = 1, isOneOfSeveral: Bool = false, parts: [AdapterSettings.Part] = [],
    bytes: [UInt8]? = nil
  ) throws {
    let shipped = try ExtractionProfile(
      Array(Data(contentsOf: Self.profiles.appending(path: "\(format.profile).yaml"))),
      name: format.profile)
    let own = try profile.map {
      try ExtractionProfile(Array($0.utf8), name: "own.yaml", over: shipped)
    }
    var settings = AdapterSettings(format: format, profile: own ?? shipped, stem: stem)
    settings.columns = columns
    settings.unit = unit
    settings.language = language
    settings.isOneOfSeveral = isOneOfSeveral
    settings.parts = parts
    result = RecordReader().read(
      bytes ?? Array(text.utf8), file: "a", number: number, folder: folder.map { TextFolder($0) },
      syntax: .adapted(settings))
  }

  var messages: [String] { result.diagnostics.map(\.description) }

  var errors: [String] {
    result.diagnostics.filter { $0.severity == .error }.map(\.description)
  }

  /// The entities, a line each: id, class, names, mentions as start-end, and links.
  var entities: [String] {
    guard let record = result.record else { return [] }
    return record.entities.map { entity in
      let names = (entity.labels + entity.aliases).map { record.string($0.text) }
      let spans = entity.mentions.map { "\($0.start ?? -1)-\($0.end ?? -1)" }
      let parts = [
        record.string(entity.id),
        record.string(entity.type).split(separator: "#").last.map(String.init) ?? "",
        names.joined(separator: "|"), spans.joined(separator: "|"),
        (entity.same + entity.pages).map { record.string($0) }.joined(separator: "|"),
      ]
      return parts.joined(separator: " ").trimmingCharacters(in: .whitespaces)
    }
  }

  /// The relations, a line each: subject, property, object and status.
  var relations: [String] {
    guard let record = result.record else { return [] }
    return record.relations.map { relation in
      var object = ""
      if case .reference(let id) = relation.object.content { object = record.string(id) }
      let status = relation.qualification.status?.rawValue ?? ""
      return
        "\(record.string(relation.subject)) \(record.string(relation.type)) \(object) \(status)"
    }
  }

  /// The words that the article has where the record's spans are.
  var words: [String] {
    guard let record = result.record, let text = record.text else { return [] }
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    let spans =
      record.entities.flatMap(\.mentions) + record.relations.flatMap(\.qualification.evidence)
      + record.events.flatMap(\.qualification.evidence)
    return spans.map { span in
      guard let start = span.start, let end = span.end else { return "?" }
      var words = ""
      words.unicodeScalars.append(contentsOf: scalars[start..<end])
      return words
    }
  }
}
