import Extraction
import Foundation
import RDF

extension Adapted {
  /// A text in one of an extractor's formats that its own tool wrote.
  static func written(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Extractors")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// A text in two files.
  init(
    _ format: ExtractorFormat, nodes: String, edges: String, profile: String? = nil
  ) throws {
    let parts = [
      AdapterSettings.Part(start: 0, file: "a_nodes"),
      AdapterSettings.Part(start: nodes.utf8.count, file: "a_edges"),
    ]
    try self.init(format, nodes + edges, profile: profile, parts: parts)
  }

  /// What was left out, with how often.
  var omissions: [String] {
    result.omissions.map { "\($0.key) (\($0.value))" }.sorted()
  }

  /// The values of all properties, a line each: id, property and value.
  var values: [String] {
    guard let record = result.record else { return [] }
    let owners =
      record.entities.map { ($0.id, $0.properties) }
      + record.events.map { ($0.id, $0.properties) }
    return owners.flatMap { id, properties in
      properties.flatMap { property in
        property.values.map { value in
          "\(record.string(id)) \(record.string(property.name)) \(content(value, record))"
        }
      }
    }
  }

  private func content(_ value: RecordValue, _ record: ExtractionRecord) -> String {
    switch value.content {
    case .string(let text), .number(let text), .reference(let text): record.string(text)
    case .boolean(let flag): "\(flag)"
    }
  }

  /// The times of relations, a line each: id, interval and confidence.
  var intervals: [String] {
    guard let record = result.record else { return [] }
    return record.relations.compactMap { relation in
      let interval = relation.qualification.interval?.value.text
      let confidence = relation.qualification.confidence.map { record.string($0) }
      guard interval != nil || confidence != nil else { return nil }
      return [record.string(relation.id), interval, confidence].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  /// The events, a line each: id, class, label, date or interval, roles and status.
  var events: [String] {
    guard let record = result.record else { return [] }
    return record.events.map { event in
      let roles = event.roles.map { role in
        record.string(role.name) + "="
          + role.values.map { content($0, record) }.joined(separator: "+")
      }
      let parts =
        [
          record.string(event.id), record.string(event.type),
          event.labels.map { record.string($0.text) }.joined(separator: "|"),
          event.date?.value.text ?? event.qualification.interval?.value.text ?? "",
        ] + roles + [event.qualification.status?.rawValue ?? ""]
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
