internal import Foundation

/// The links of a run as a table of mappings.
///
/// - SeeAlso: SSSOM 1.0, sections "The SSSOM/TSV serialisation format" and "Mapping set".
public struct MappingTable: Sendable {
  private static let columns = [
    "subject_id", "subject_label", "predicate_id", "object_id", "object_label",
    "mapping_justification", "author_label", "mapping_date", "object_source", "confidence",
    "match_string", "comment",
  ]
  /// What the specification gives for a set of mappings whose licence is not known.
  private static let noLicence = "https://w3id.org/sssom/license/unspecified"

  private let base: String
  private let licence: String
  private let version: String
  private var rows: [[String]] = []
  private var prefixes: [String: String] = [:]

  /// Makes an empty table.
  ///
  /// - Parameters:
  ///   - base: what the IRIs of the entities begin with.
  ///   - licence: the IRI of the licence of the mappings; nil where nothing says.
  ///   - version: griot's version.
  public init(base: String, licence: String?, version: String) {
    self.base = base
    self.licence = licence ?? Self.noLicence
    self.version = version
    prefixes = [
      base: "base", "http://www.w3.org/2002/07/owl#": "owl",
      "http://www.w3.org/2004/02/skos/core#": "skos", "https://w3id.org/semapv/vocab/": "semapv",
    ]
  }

  /// Adds the link of a finding, if it has one.
  public mutating func add(_ finding: Finding) {
    guard let link = finding.link else { return }
    let day = link.date.prefix(10)
    let isDay = day.utf8.count == 10 && (link.date.utf8.count == 10 || link.date.contains("T"))
    rows.append([
      shortened(finding.subject.iri, below: base, "base"), finding.subject.title,
      link.relation.rawValue,
      shortened(link.target, below: finding.namespace, finding.authority), link.label,
      "semapv:\(link.justification.rawValue)", link.author, isDay ? String(day) : "",
      shortened(finding.namespace, below: finding.namespace, finding.authority),
      "\(link.confidence)", link.matched, link.evidence,
    ])
  }

  /// A prefixed name of an IRI; prefixes are made as they are needed.
  private mutating func shortened(_ iri: String, below namespace: String, _ name: String) -> String
  {
    var space = namespace
    if space.isEmpty || !iri.hasPrefix(space) {
      let cut = iri.lastIndex { $0 == "/" || $0 == "#" }
      space = cut.map { String(iri[...$0]) } ?? iri
    }
    if prefixes[space] == nil {
      let letters = name.lowercased().unicodeScalars.filter {
        ("a"..."z").contains($0) || ("0"..."9").contains($0)
      }
      let word =
        letters.first.map { ("a"..."z").contains($0) } == true
        ? "\(String.UnicodeScalarView(letters))" : "n"
      var wanted = word
      var number = 1
      while prefixes.values.contains(wanted) {
        number += 1
        wanted = "\(word)\(number)"
      }
      prefixes[space] = wanted
    }
    return "\(prefixes[space] ?? ""):\(iri.dropFirst(space.count))"
  }

  /// The table, with what it says of itself in lines that begin with `#`.
  public func write() -> [UInt8] {
    var head = "#curie_map:\n"
    for (namespace, prefix) in prefixes.sorted(by: { $0.value < $1.value }) {
      head += "#  \(prefix): \"\(namespace)\"\n"
    }
    head += """
      #mapping_set_id: "\(base)dataset/links"
      #license: "\(licence)"
      #mapping_tool: "griot"
      #mapping_tool_version: "\(version)"

      """
    var bytes = Array(head.utf8)
    TabTable.append(Self.columns, to: &bytes)
    for row in rows { TabTable.append(row, to: &bytes) }
    return bytes
  }
}
