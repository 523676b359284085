internal import JSON

/// A version of the Reconciliation API.
///
/// - SeeAlso: Reconciliation Service API 0.2, section 4 (reconciliation
///   queries).
enum ServiceVersion: String {
  /// The form that OpenRefine had; services that name no version have it.
  case first = "0.1"
  /// The first report.
  case second = "0.2"
  /// What is being written.
  case draft = "1.0-draft"

  /// The version to speak with a service: 0.2 where it can, else 0.1, else the draft.
  init?(among names: [String]) {
    if names.isEmpty {
      self = .first
    } else if names.contains("0.2") {
      self = .second
    } else if names.contains("0.1") {
      self = .first
    } else if names.contains(where: { $0.hasPrefix("1.0") }) {
      self = .draft
    } else {
      return nil
    }
  }

  /// The queries of a batch as the version asks for them.
  func queries(_ texts: [String], limit: Int) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    switch self {
    case .first, .second:
      for (number, text) in texts.enumerated() {
        writer.key("q\(number)")
        writer.beginObject()
        writer.key("query")
        writer.value(text)
        writer.key("limit")
        writer.value(limit)
        writer.endObject()
      }
    case .draft:
      writer.key("queries")
      writer.beginArray()
      for text in texts {
        writer.beginObject()
        writer.key("conditions")
        writer.beginArray()
        writer.beginObject()
        writer.key("matchType")
        writer.value("name")
        writer.key("propertyValue")
        writer.value(text)
        writer.endObject()
        writer.endArray()
        writer.key("limit")
        writer.value(limit)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
    return writer.bytes
  }

  /// The candidates of each query of an answer, in the order of the queries.
  ///
  /// - Throws: ``ServiceFault`` that says what is not as the version has it.
  func candidates(
    _ document: JSONDocument, count: Int
  ) throws(ServiceFault) -> [[ServiceCandidate]] {
    guard document.kind(of: document.root) == .object else {
      throw ServiceFault(
        reason: "the answer is \(document.kind(of: document.root).name); expected an object")
    }
    var all: [[ServiceCandidate]] = []
    switch self {
    case .first, .second:
      for number in 0..<count {
        guard let answer = document.member("q\(number)", of: document.root),
          let results = document.member("result", of: answer),
          document.kind(of: results) == .array
        else {
          throw ServiceFault(
            reason: "the answer has no {\"q\(number)\": {\"result\": […]}}", query: number)
        }
        all.append(try Self.candidates(results, document, number))
      }
    case .draft:
      guard let results = document.member("results", of: document.root),
        document.kind(of: results) == .array, document.count(of: results) == count
      else {
        throw ServiceFault(reason: "the answer has no {\"results\": […]} with one for each query")
      }
      for (number, one) in document.elements(of: results).enumerated() {
        guard let candidates = document.member("candidates", of: one),
          document.kind(of: candidates) == .array
        else {
          throw ServiceFault(
            reason: "the answer has no {\"candidates\": […]}", query: number)
        }
        all.append(try Self.candidates(candidates, document, number))
      }
    }
    return all
  }

  private static func candidates(
    _ list: JSONValue, _ document: JSONDocument, _ query: Int
  ) throws(ServiceFault) -> [ServiceCandidate] {
    var found: [ServiceCandidate] = []
    for element in document.elements(of: list) {
      do throws(ServiceFault) {
        found.append(try ServiceCandidate(element, document))
      } catch {
        throw ServiceFault(reason: error.reason, query: query)
      }
    }
    return found
  }
}
