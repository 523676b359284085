internal import Foundation
internal import Linking
internal import RDF
internal import RDFIO

/// What linking writes: links as N-Quads, their description, the table of mappings, and the table
/// for people to look at.
struct LinkOutput: ~Copyable {
  private let settings: LinkSettings
  private let output: OutputSet
  private var quads = Dataset()
  private var links: LinkSetWriter
  private var description: LinkSetDescription
  private var mappings: MappingTable
  private var review = ReviewTable.head
  /// The entities that were written, by authority: several articles can have one.
  private var reviewed: Set<String> = []
  private var mapped: Set<String> = []

  init(_ configuration: Configuration, _ settings: LinkSettings) {
    self.settings = settings
    output = OutputSet(
      settings.output == "-" ? OutputSet.Place.standardOutput : .folder(settings.output), nil)
    links = LinkSetWriter(version: Run.version, fallbackGraph: configuration.base + "links")
    description = LinkSetDescription(base: configuration.base)
    mappings = MappingTable(
      base: configuration.base, licence: settings.licence, version: Run.version)
  }

  /// Adds what was found for the entities of one article.
  ///
  /// - Throws: ``RunError`` when the output cannot be written.
  mutating func add(_ findings: [Finding]) throws(RunError) {
    do throws(LinkingError) {
      for finding in findings {
        try links.add(finding, to: &quads)
        let key = "\(finding.subject.iri) \(finding.namespace)"
        if settings.review != nil, reviewed.insert(key).inserted {
          ReviewTable.append(finding, to: &review)
        }
        if let link = finding.link,
          mapped.insert("\(finding.subject.iri) \(link.target)").inserted
        {
          description.add(finding)
          mappings.add(finding)
        }
      }
    } catch {
      throw RunError(error)
    }
    var bytes: [UInt8] = []
    LineWriter.append(quads.quads, of: quads.terms, syntax: .nquads, to: &bytes)
    try output.append(bytes, to: "links.nq")
    quads.removeQuads()
  }

  /// Writes what is there once all is known, and gives all files their names.
  ///
  /// - Throws: ``RunError`` when the output cannot be written.
  mutating func finish(_ ledger: [UInt8]?) throws(RunError) -> [(name: String, bytes: Int)] {
    try output.append([], to: "links.nq")
    if settings.output != "-" {
      var dataset = Dataset()
      let turtle: [UInt8]
      do {
        try description.write(to: &dataset)
        turtle = try TurtleOutput.write(
          dataset.quads, of: dataset.terms,
          prefixes: Prefixes.all + [("void", "http://rdfs.org/ns/void#")]
        ).bytes
      } catch {
        throw RunError(.failedInputOutput, file: nil, "\(error)")
      }
      try output.append(turtle, to: "links.void.ttl")
      try output.append(mappings.write(), to: "links.sssom.tsv")
    }
    var files = try output.commit()
    for (name, bytes) in [(settings.review, review), (settings.ledger, ledger ?? [])] {
      guard let name, !bytes.isEmpty else { continue }
      let file = OutputSet(OutputSet.Place.file(name), nil)
      try file.append(bytes, to: name)
      files += try file.commit()
    }
    return files
  }
}

extension RunError {
  init(_ error: LinkingError) {
    switch error {
    case .malformed, .term: self.init(.invalidData, error.diagnostic)
    case .store, .service: self.init(.failedInputOutput, error.diagnostic)
    }
  }
}
