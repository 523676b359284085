internal import JSON

/// A value of a property, as a service gives it.
struct ServiceValue {
  /// The id of a thing; nil of a literal.
  let id: String?
  /// The name of the thing, or the literal's text.
  let text: String
}

/// Questions for properties of things, and their answers.
///
/// - SeeAlso: Reconciliation Service API 0.2, section 8 (data extension service).
enum ServiceExtension {
  static func query(_ ids: [String], _ properties: [String]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("ids")
    writer.beginArray()
    for id in ids { writer.value(id) }
    writer.endArray()
    writer.key("properties")
    writer.beginArray()
    for property in properties {
      writer.beginObject()
      writer.key("id")
      writer.value(property)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  /// The values by thing and property; 0.1 and 0.2 have rows in an object, the draft in a list.
  ///
  /// - Throws: ``ServiceFault`` where the answer has no rows.
  static func values(
    _ document: JSONDocument
  ) throws(ServiceFault) -> [String: [String: [ServiceValue]]] {
    guard let rows = document.member("rows", of: document.root) else {
      throw ServiceFault(reason: "the answer has no \"rows\"")
    }
    var found: [String: [String: [ServiceValue]]] = [:]
    for (id, row) in document.members(of: rows) {
      for (property, cells) in document.members(of: row) {
        found[document.text(of: id), default: [:]][document.text(of: property)] = values(
          cells, document)
      }
    }
    for row in document.elements(of: rows) {
      guard let id = document.textMember("id", of: row),
        let properties = document.member("properties", of: row)
      else { throw ServiceFault(reason: "a row of the answer has no \"id\" or no \"properties\"") }
      for one in document.elements(of: properties) {
        guard let property = document.textMember("id", of: one),
          let cells = document.member("values", of: one)
        else { continue }
        found[id, default: [:]][property] = values(cells, document)
      }
    }
    return found
  }

  private static func values(_ cells: JSONValue, _ document: JSONDocument) -> [ServiceValue] {
    document.elements(of: cells).compactMap { cell in
      if let id = document.textMember("id", of: cell) {
        return ServiceValue(id: id, text: document.textMember("name", of: cell) ?? id)
      }
      for key in ["str", "date", "int", "float"] {
        if let text = document.textMember(key, of: cell) {
          return text.isEmpty ? nil : ServiceValue(id: nil, text: text)
        }
      }
      return nil
    }
  }
}
