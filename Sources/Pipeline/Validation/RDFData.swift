internal import RDF
internal import RDFIO
internal import Validation

/// Files of RDF as one dataset, in which each quad knows its file, line and column.
///
/// A file is read in chunks and not kept: for the few places that are asked for it is read again.
/// Standard input, which cannot be, is kept.
struct RDFData: ~Copyable {
  /// One file.
  struct Part {
    /// Its name on the command line.
    let name: String
    let syntax: RDFSyntax
    /// How many quads came before it.
    let start: Int
    /// What it holds, where it cannot be read again.
    let kept: [UInt8]?

    /// Its name in messages.
    var shownName: String { name == "-" ? "<stdin>" : name }
  }

  /// All quads, each where it first stands.
  private(set) var dataset: Dataset
  private(set) var parts: [Part] = []
  private let configuration: Configuration

  /// Takes a dataset whose table has the terms of the shapes and the ontology.
  init(_ dataset: consuming Dataset, _ configuration: Configuration) {
    self.dataset = dataset
    self.configuration = configuration
  }

  /// Reads a file.
  ///
  /// - Returns: what is wrong with it; what could be read is in the dataset.
  /// - Throws: ``RunError`` with what the system says.
  mutating func read(_ name: String, _ syntax: RDFSyntax) throws(RunError) -> [Diagnostic] {
    let input = try FileInput(name, limits: configuration.unpackLimits)
    let start = dataset.quads.count
    let isWhole = name == "-" || !syntax.isLineOrTurtle
    let bytes = isWhole ? try input.rest() : []
    let part = Part(name: name, syntax: syntax, start: start, kept: name == "-" ? bytes : nil)
    let label = "d\(parts.count + 1)-"
    parts.append(part)
    do throws(RDFIOError) {
      guard syntax.isLineOrTurtle else {
        try RDFReader.read(
          bytes, file: part.shownName, syntax: syntax, base: configuration.base,
          blankNodes: label, into: &dataset)
        return []
      }
    } catch {
      return [error.diagnostic(in: part.shownName)]
    }
    return try read(part, label, input, whole: bytes)
  }

  /// Reads chunk by chunk, or at once what was read already.
  private mutating func read(
    _ part: Part, _ label: String, _ input: FileInput, whole: [UInt8]
  ) throws(RunError) -> [Diagnostic] {
    var reader: QuadReader
    do throws(RDFIOError) {
      reader = try QuadReader(
        part.syntax, file: part.shownName, base: configuration.base, blankNodes: label,
        mode: .lenient)
    } catch {
      return [error.diagnostic(in: part.shownName)]
    }
    var found: [(quad: Quad, origin: SourceOffset)] = []
    var chunk = whole
    var isLast = false
    repeat {
      if part.kept == nil { chunk = try input.next() }
      isLast = part.kept != nil || chunk.isEmpty
      do throws(RDFIOError) {
        try reader.read(chunk.span, into: &dataset.terms) { found.append(($0, $1)) }
        if isLast { try reader.finish(into: &dataset.terms) { found.append(($0, $1)) } }
      } catch {
        return reader.skipped.diagnostics + [error.diagnostic(in: part.shownName)]
      }
      for (quad, origin) in found { dataset.insert(quad, origin: origin) }
      found.removeAll(keepingCapacity: true)
    } while !isLast
    return reader.skipped.diagnostics
  }

  /// Goes through a file again for the lines and columns of some of its places.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func places(
    of offsets: some Sequence<SourceOffset>, in part: Int
  ) throws(RunError) -> PlaceFinder {
    var finder = PlaceFinder(offsets)
    guard !finder.isDone else { return finder }
    if let kept = parts[part].kept {
      finder.read(kept, isLast: true)
      return finder
    }
    let input = try FileInput(parts[part].name, limits: configuration.unpackLimits)
    while !finder.isDone {
      let chunk = try input.next()
      finder.read(chunk, isLast: chunk.isEmpty)
    }
    return finder
  }

  /// Goes through a file again for what stands at lines and columns of it.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func excerpts(
    at positions: some Sequence<SourcePosition>, in part: Int
  ) throws(RunError) -> [SourcePosition: SourceExcerpt] {
    var wanted = Set(positions).sorted(by: >)
    var found: [SourcePosition: SourceExcerpt] = [:]
    let kept = parts[part].kept
    let bytes =
      if let kept {
        kept
      } else {
        try FileInput(parts[part].name, limits: configuration.unpackLimits).rest()
      }
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var (line, column) = (1, 1)
    while let next = wanted.last {
      let isThere = (line, column) >= (next.line, next.column ?? 1) || place >= bytes.count
      if isThere {
        found[next] = SourceExcerpt(of: bytes.span, at: place)
        wanted.removeLast()
        continue
      }
      let byte = bytes[place]
      place += 1
      if byte == 0x0A || byte == 0x0D && (place == bytes.count || bytes[place] != 0x0A) {
        (line, column) = (line + 1, 1)
      } else if byte != 0x0D {
        column += 1
        while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
      }
    }
    return found
  }

  /// The positions of the first quads of a predicate, up to ten.
  func positions(ofPredicate iri: String) -> [Int] {
    let wanted = Array("<\(iri)>".utf8)
    var predicate: TermID?
    for number in 1..<dataset.terms.count where predicate == nil {
      let term = TermID(rawValue: UInt32(number))
      let spelling = dataset.terms.spelling(of: term)
      if spelling.count == wanted.count, dataset.terms.bytes[spelling].elementsEqual(wanted) {
        predicate = term
      }
    }
    guard let predicate else { return [] }
    var found: [Int] = []
    for (position, quad) in dataset.quads.enumerated() where quad.predicate == predicate {
      found.append(position)
      if found.count == 10 { break }
    }
    return found
  }

  /// The position in ``parts`` of the file that a quad first stands in.
  func part(ofQuad position: Int) -> Int? { parts.lastIndex { $0.start <= position } }
}

extension RDFSyntax {
  /// Whether it is read in chunks, with places.
  fileprivate var isLineOrTurtle: Bool {
    switch self {
    case .ntriples, .nquads, .turtle, .trig: true
    case .rdfxml, .rdfjson: false
    }
  }
}
