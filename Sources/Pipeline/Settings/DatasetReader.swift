internal import JSON
internal import Publishing
internal import RDF

/// Reads what a file of settings says of the dataset that exports are.
enum DatasetReader {
  /// The name of the mapping in the file of settings.
  static let name = "dataset"

  private enum Key: String, CaseIterable {
    case iri, title, description, publisher, publisherIRI, licence, accessURL
  }

  /// - Throws: ``JSONError`` with the byte that is at fault.
  static func read(
    _ value: JSONValue, of document: JSONDocument
  ) throws(JSONError) -> DatasetDetails {
    guard document.kind(of: value) == .object else {
      throw JSONError(
        offset: Int(document.offset(of: value)),
        message: "\(name) is \(document.kind(of: value).name); expected a mapping")
    }
    var details = DatasetDetails()
    var members = document.members(of: value)
    while let (name, value) = members.next() {
      let text = document.text(of: name)
      guard let key = Key(rawValue: text) else {
        let known = Key.allCases.map(\.rawValue)
        throw JSONError(
          offset: Int(document.offset(of: name)),
          message: "unknown key \"\(text)\" of a dataset; expected one of "
            + known.joined(separator: ", ") + NearestName.hint(text, in: known))
      }
      switch key {
      case .iri: details.iri = try iri(key, value, document)
      case .title: details.title = try words(key, value, document)
      case .description: details.description = try words(key, value, document)
      case .publisher: details.publisher = try self.text(key, value, document)
      case .publisherIRI: details.publisherIRI = try iri(key, value, document)
      case .licence: details.licence = try iri(key, value, document)
      case .accessURL: details.accessURL = try iri(key, value, document)
      }
    }
    return details
  }

  private static func text(
    _ key: Key, _ value: JSONValue, _ document: JSONDocument
  ) throws(JSONError) -> String {
    let text = document.kind(of: value) == .string ? document.text(of: value) : ""
    guard !text.isEmpty else {
      throw JSONError(
        offset: Int(document.offset(of: value)),
        message: "\(key.rawValue) of a dataset is \(name(of: value, document)); expected a text")
    }
    return text
  }

  private static func name(of value: JSONValue, _ document: JSONDocument) -> String {
    document.kind(of: value) == .string ? "empty" : document.kind(of: value).name
  }

  private static func iri(
    _ key: Key, _ value: JSONValue, _ document: JSONDocument
  ) throws(JSONError) -> String {
    let text = try text(key, value, document)
    guard let fault = IRISyntax.fault(in: text) else { return text }
    throw JSONError(
      offset: Int(document.offset(of: value)),
      message: "\(key.rawValue) of a dataset \"\(text)\" is not an absolute IRI: \(fault)")
  }

  /// A text, or several by language.
  private static func words(
    _ key: Key, _ value: JSONValue, _ document: JSONDocument
  ) throws(JSONError) -> [DatasetDetails.Words] {
    guard document.kind(of: value) == .object else {
      return [DatasetDetails.Words(try text(key, value, document))]
    }
    var found: [DatasetDetails.Words] = []
    var members = document.members(of: value)
    while let (name, value) = members.next() {
      guard let language = LanguageTag(document.text(of: name)) else {
        throw JSONError(
          offset: Int(document.offset(of: name)),
          message: "\"\(document.text(of: name))\" is no language tag; expected some such as fr "
            + "or en-gb")
      }
      found.append(
        DatasetDetails.Words(try text(key, value, document), language: language.text))
    }
    return found
  }
}
