internal import JSON

/// A candidate as a service gives it.
struct ServiceCandidate {
  let id: String
  let names: [Name]
  let kinds: [AuthorityItem.Kind]
  let summary: String
  let score: String?
  let isMatch: Bool?

  /// Reads one candidate of any version; the draft's name is a list of texts with languages.
  ///
  /// - Throws: ``ServiceFault`` where it has no id or no name.
  init(_ value: JSONValue, _ document: JSONDocument) throws(ServiceFault) {
    guard document.kind(of: value) == .object else {
      throw ServiceFault(
        reason: "a candidate is \(document.kind(of: value).name); expected an object")
    }
    guard let id = document.textMember("id", of: value), !id.isEmpty else {
      throw ServiceFault(reason: "a candidate has no \"id\"")
    }
    self.id = id
    var names: [Name] = []
    if let name = document.member("name", of: value) {
      switch document.kind(of: name) {
      case .string: names = [Name(document.text(of: name))]
      case .array:
        for one in document.elements(of: name) {
          guard let text = document.textMember("str", of: one) else { continue }
          let language = document.textMember("lang", of: one) ?? ""
          names.append(Name(text, language: language.lowercased()))
        }
      default: break
      }
    }
    guard !names.isEmpty else {
      throw ServiceFault(reason: "the candidate \"\(id)\" has no \"name\"")
    }
    self.names = names
    var kinds: [AuthorityItem.Kind] = []
    if let types = document.member("type", of: value) {
      let list =
        document.kind(of: types) == .array ? Array(document.elements(of: types)) : [types]
      for one in list {
        if document.kind(of: one) == .string {
          kinds.append(AuthorityItem.Kind(id: document.text(of: one)))
        } else if let id = document.textMember("id", of: one) {
          kinds.append(
            AuthorityItem.Kind(id: id, name: document.textMember("name", of: one) ?? ""))
        }
      }
    }
    self.kinds = kinds
    summary = document.textMember("description", of: value) ?? ""
    score = document.textMember("score", of: value)
    isMatch = document.member("match", of: value).flatMap {
      document.kind(of: $0) == .boolean ? document.boolean(of: $0) : nil
    }
  }
}
