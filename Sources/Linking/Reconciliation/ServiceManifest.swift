internal import JSON

/// What a service says of itself.
///
/// - SeeAlso: Reconciliation Service API 0.2, section 3.1 (service manifest).
struct ServiceManifest {
  /// What its makers call it.
  let name: String
  /// The version that it is spoken to in.
  let version: ServiceVersion
  /// What the IRIs of its things begin with.
  let identifierSpace: String
  /// What the IRIs of its types and properties begin with.
  let schemaSpace: String
  /// How many queries a batch may have.
  let batchSize: Int
  /// Whether values of properties can be asked for.
  let canExtend: Bool
  /// Where things are suggested by the beginning of a name; nil where they are not.
  let suggestAddress: String?

  private static let usualBatchSize = 10

  /// Reads a manifest.
  ///
  /// - Throws: ``ServiceFault`` where it is none, or of versions that griot does not speak.
  init(_ document: JSONDocument, address: String) throws(ServiceFault) {
    guard document.kind(of: document.root) == .object,
      let name = document.textMember("name", of: document.root)
    else {
      throw ServiceFault(
        reason: "the answer is no manifest; expected an object with \"name\" and \"versions\"")
    }
    self.name = name
    var versions: [String] = []
    if let list = document.member("versions", of: document.root) {
      for one in document.elements(of: list) { versions.append(document.text(of: one)) }
    }
    guard let version = ServiceVersion(among: versions) else {
      throw ServiceFault(
        reason:
          "it speaks the versions \(versions.joined(separator: ", ")) of the Reconciliation API; "
          + "griot speaks 0.2, 0.1 and 1.0-draft")
    }
    self.version = version
    identifierSpace = document.textMember("identifierSpace", of: document.root) ?? ""
    schemaSpace = document.textMember("schemaSpace", of: document.root) ?? ""
    batchSize =
      document.textMember("batchSize", of: document.root).flatMap { Int($0) }
      .map { max(1, $0) } ?? Self.usualBatchSize
    canExtend = document.member("extend", of: document.root) != nil
    let suggest = document.member("suggest", of: document.root)
    let entity = suggest.flatMap { document.member("entity", of: $0) }
    let base = address.hasSuffix("/") ? String(address.dropLast()) : address
    if let entity, document.kind(of: entity) == .object {
      let service = document.textMember("service_url", of: entity) ?? base
      suggestAddress = service + (document.textMember("service_path", of: entity) ?? "")
    } else if let entity, document.kind(of: entity) == .boolean, document.boolean(of: entity) {
      suggestAddress = base + "/suggest/entity"
    } else {
      suggestAddress = nil
    }
  }
}
