public import JSON
internal import RDF

/// The decisions of people, as `links.yaml` keeps them; a later one on the same two comes before an
/// earlier one.
public struct DecisionLedger: Sendable {
  /// The decisions in order.
  public private(set) var decisions: [Decision] = []
  private var byEntity: [String: [Int]] = [:]

  /// Makes an empty ledger.
  public init() {}

  /// Reads what a file says.
  ///
  /// - Parameters:
  ///   - document: the file, as JSON or as YAML was read.
  ///   - bytes: its text, for the places of faults.
  ///   - file: its name.
  /// - Throws: ``LinkingError/malformed(_:)``.
  public init(_ document: JSONDocument, _ bytes: [UInt8], file: String) throws(LinkingError) {
    let lines = LineMap(bytes)
    func fault(_ value: JSONValue, _ message: String) -> LinkingError {
      let place = lines.position(of: Int(document.offset(of: value)))
      return .malformed(
        Diagnostic(
          .error, file: file, position: SourcePosition(line: place.line, column: place.column),
          message))
    }
    guard document.kind(of: document.root) == .object else {
      throw fault(document.root, "the file is no mapping; expected one with links and decisions")
    }
    var members = document.members(of: document.root)
    while let (key, value) = members.next() {
      switch document.text(of: key) {
      case "links":
        guard document.text(of: value) == "1" else {
          throw fault(
            value,
            "the decisions are of format \(document.text(of: value)); this griot reads format 1")
        }
      case "decisions":
        guard document.kind(of: value) == .array else {
          throw fault(value, "decisions is \(document.kind(of: value).name); expected a list")
        }
        var elements = document.elements(of: value)
        while let element = elements.next() {
          var decision = try Self.decision(element, document, fault)
          decision.file = file
          decision.line = lines.position(of: Int(document.offset(of: element))).line
          add(decision)
        }
      case let other:
        throw fault(key, "unknown key \"\(other)\"; expected links or decisions")
      }
    }
  }

  private static let keys = [
    "entity", "target", "verdict", "authority", "by", "at", "why",
  ]

  private static func decision(
    _ element: JSONValue, _ document: JSONDocument, _ fault: (JSONValue, String) -> LinkingError
  ) throws(LinkingError) -> Decision {
    guard document.kind(of: element) == .object else {
      throw fault(element, "a decision is \(document.kind(of: element).name); expected a mapping")
    }
    var texts: [String: (text: String, value: JSONValue)] = [:]
    var members = document.members(of: element)
    while let (key, value) = members.next() {
      let name = document.text(of: key)
      guard keys.contains(name) else {
        throw fault(
          key,
          "unknown key \"\(name)\"; expected one of \(keys.joined(separator: ", "))"
            + NearestName.hint(name, in: keys))
      }
      guard document.kind(of: value) == .string else {
        throw fault(value, "\(name) is \(document.kind(of: value).name); expected a text in quotes")
      }
      texts[name] = (document.text(of: value), value)
    }
    func required(_ name: String) throws(LinkingError) -> (text: String, value: JSONValue) {
      guard let found = texts[name] else { throw fault(element, "a decision has no \"\(name)\"") }
      return found
    }
    let entity = try required("entity")
    let target = try required("target")
    for (text, value) in [entity, target] {
      if let reason = IRISyntax.fault(in: text) {
        throw fault(value, "\"\(text)\" is not an absolute IRI: \(reason)")
      }
    }
    let word = try required("verdict")
    guard let verdict = Decision.Verdict(rawValue: word.text) else {
      throw fault(word.value, unknown(word.text))
    }
    var decision = Decision(entity: entity.text, target: target.text, verdict: verdict)
    decision.authority = texts["authority"]?.text ?? ""
    decision.author = texts["by"]?.text ?? ""
    decision.date = texts["at"]?.text ?? ""
    decision.reason = texts["why"]?.text ?? ""
    return decision
  }

  static func unknown(_ word: String) -> String {
    let known = Decision.Verdict.allCases.map(\.rawValue)
    return "unknown verdict \"\(word)\"; expected one of \(known.joined(separator: ", "))"
      + NearestName.hint(word, in: known)
  }

  /// Adds a decision in place of an earlier one on the same two.
  public mutating func add(_ decision: Decision) {
    if let index = byEntity[decision.entity]?.first(where: {
      decisions[$0].target == decision.target
    }) {
      decisions[index] = decision
      return
    }
    byEntity[decision.entity, default: []].append(decisions.count)
    decisions.append(decision)
  }

  /// The decisions on an entity in order.
  public func decisions(on entity: String) -> [Decision] {
    byEntity[entity, default: []].map { decisions[$0] }
  }

  /// The ledger as YAML, by entity and target.
  public func yaml() -> [UInt8] {
    var text = "links: 1\ndecisions:\n"
    let ordered = decisions.sorted { ($0.entity, $0.target) < ($1.entity, $1.target) }
    for one in ordered {
      let members = [
        ("entity", one.entity), ("target", one.target), ("verdict", one.verdict.rawValue),
        ("authority", one.authority), ("by", one.author), ("at", one.date), ("why", one.reason),
      ].filter { !$0.1.isEmpty }
      for (number, (key, value)) in members.enumerated() {
        var writer = JSONWriter()
        writer.value(value)
        text +=
          "\(number == 0 ? "- " : "  ")\(key): \(String(decoding: writer.bytes, as: UTF8.self))\n"
      }
    }
    if decisions.isEmpty { text = "links: 1\ndecisions: []\n" }
    return Array(text.utf8)
  }
}
