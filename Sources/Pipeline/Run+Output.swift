internal import Extraction
internal import Foundation
internal import PropertyGraph
internal import RDF
internal import RDFIO
internal import XML

/// One file of an export, before it has its name.
struct Output {
  let name: String
  var bytes: [UInt8]
}

extension Run {
  /// The graphs that line and document syntaxes put into files of their own, and their names.
  private static let sideGraphs = ["background", "links", "provenance"]

  /// Adds one record's quads to the outputs of its file.
  static func serialise(
    _ dataset: borrowing Dataset, _ record: ExtractionRecord, _ stem: String,
    _ configuration: Configuration, into outputs: inout [Output], _ summary: inout RunSummary
  ) throws(RunError) {
    for format in configuration.formats where format != .graphml {
      guard format != .nq else {
        let bytes = try lines(dataset.quads, dataset.terms, .nquads, configuration.lineSerializer)
        append(bytes, to: "\(stem).nq", &outputs)
        continue
      }
      let side = sideGraphs.map { (suffix: "/\($0)", name: "\(stem).\($0).\(format.rawValue)") }
      var own = dataset.quads
      for (suffix, name) in side {
        let wanted = Array("\(suffix)>".utf8)
        let quads = own.filter { quad in
          dataset.terms.bytes[dataset.terms.spelling(of: quad.graph)].suffix(wanted.count)
            .elementsEqual(wanted)
        }
        guard !quads.isEmpty else { continue }
        let graphs = Set(quads.map(\.graph))
        own.removeAll { graphs.contains($0.graph) }
        if configuration.target == .standardOutput {
          summary.leftOut.insert(String(suffix.dropFirst()))
        } else {
          append(
            try bytes(quads, dataset.terms, format, configuration, &summary), to: name, &outputs)
        }
      }
      append(
        try bytes(own, dataset.terms, format, configuration, &summary),
        to: "\(stem).\(format.rawValue)", &outputs)
    }
  }

  /// The graph of a whole file, for GraphML cannot be put together line by line.
  static func graphML(
    _ graph: PropertyGraph, _ file: InputFiles.File, _ summary: inout RunSummary
  ) throws(RunError) -> Output {
    summary.nodes += graph.nodes.count
    summary.edges += graph.edges.count
    do throws(XMLError) {
      return Output(name: "\(file.stem).graphml", bytes: try GraphMLWriter.write(graph))
    } catch {
      throw RunError(.invalidData, file: file.name, "GraphML cannot be written: \(error)")
    }
  }

  private static func bytes(
    _ quads: [Quad], _ terms: borrowing TermTable, _ format: ExportFormat,
    _ configuration: Configuration, _ summary: inout RunSummary
  ) throws(RunError) -> [UInt8] {
    guard format == .ttl else {
      return try lines(quads, terms, .ntriples, configuration.lineSerializer)
    }
    do throws(RDFIOError) {
      let (bytes, author) = try TurtleOutput.write(quads, of: terms, prefixes: Prefixes.all)
      if author == .griot { summary.usedOwnTurtle = true }
      return bytes
    } catch {
      throw RunError(.invalidData, error.diagnostic)
    }
  }

  private static func lines(
    _ quads: [Quad], _ terms: borrowing TermTable, _ syntax: RDFSyntax,
    _ serializer: LineSerializer
  ) throws(RunError) -> [UInt8] {
    switch serializer {
    case .griot:
      var bytes: [UInt8] = []
      LineWriter.append(quads, of: terms, syntax: syntax, to: &bytes)
      return bytes
    case .raptor:
      do throws(RDFIOError) {
        return try RaptorWriter.write(quads, of: terms, syntax: syntax)
      } catch {
        throw RunError(.invalidData, error.diagnostic)
      }
    }
  }

  private static func append(_ bytes: [UInt8], to name: String, _ outputs: inout [Output]) {
    if let index = outputs.firstIndex(where: { $0.name == name }) {
      outputs[index].bytes += bytes
    } else {
      outputs.append(Output(name: name, bytes: bytes))
    }
  }

  /// Writes all files under other names, then gives all of them theirs.
  static func write(
    _ outputs: [Output], _ target: ExportTarget, _ summary: inout RunSummary
  ) throws(RunError) {
    guard case .folder(let folder) = target else {
      for output in outputs {
        try FileOutput.write(output.bytes, to: STDOUT_FILENO, name: "<stdout>")
      }
      return
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RunError(
        .failedInputOutput, file: folder,
        "cannot be made a folder: \(unsafe String(cString: strerror(errno)))")
    }
    let staged = StagedFiles()
    for output in outputs {
      let name = (folder.hasSuffix("/") ? folder : folder + "/") + output.name
      try staged.add(name, output.bytes)
      summary.files.append((name, output.bytes.count))
    }
    try staged.commit()
  }
}

/// Files that are written and wait for their names; those without one are removed at the end.
private final class StagedFiles {
  private final class Holder {
    var file: AtomicFile
    init(_ file: consuming AtomicFile) { self.file = file }
  }

  private var files: [Holder] = []

  func add(_ name: String, _ bytes: [UInt8]) throws(RunError) {
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: name, isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw RunError(.failedInputOutput, file: name, "is a folder; expected to write a file there")
    }
    let file = try AtomicFile(name)
    try file.write(bytes)
    files.append(Holder(file))
  }

  func commit() throws(RunError) {
    for holder in files { try holder.file.commit() }
  }
}

extension GraphExtra {
  var projected: Projection.Extra {
    switch self {
    case .denied: .denied
    case .background: .background
    }
  }
}
