internal import Crypto
internal import Ontology
internal import RDF
internal import RDFIO

extension Converter {
  /// Reads all documents into one dataset and writes it.
  mutating func convertDataset() throws(RunError) {
    var dataset = Dataset()
    var declared: [(name: String, namespace: String)] = []
    for input in plan.inputs { declared += try read(input, into: &dataset) }
    summary.quads = isSorted ? unsorted.count : dataset.quads.count
    let output = try ConversionOutput(plan.output, plan.compression, .direct)
    if conversion.deed == .canonicalize {
      try output.append(try canonicalForm(of: dataset))
    } else {
      try write(dataset, declared, to: output)
    }
    summary.files = try output.finish()
  }

  /// Whether the writer sorts what it is given, and finds what is there twice.
  private var isSorted: Bool {
    conversion.deed == .convert && conversion.serializer == .griot
      && (plan.target == .ttl || plan.target == .trig)
  }

  // MARK: Reading

  /// Reads one document and adds its quads, with graph names as the conversion says.
  ///
  /// - Returns: the prefixes that it declares.
  @discardableResult
  mutating func read(
    _ input: ConversionPlan.Input, into dataset: inout Dataset
  ) throws(RunError) -> [(name: String, namespace: String)] {
    guard let syntax = input.syntax.syntax else { return [] }
    let file = try FileInput(input.name, limits: limits)
    let rule: GraphRule
    do throws(TermError) {
      rule = try GraphRule(
        input.graphs, keepsNames: plan.target.hasGraphNames, &dataset.terms)
    } catch {
      throw RunError(.invalidData, file: input.shownName, error.description)
    }
    if syntax.isText { return try readText(input, syntax, file, rule, into: &dataset) }
    var bytes: [UInt8] = []
    while true {
      let part = try next(of: file)
      if part.isEmpty { break }
      bytes += part
    }
    do throws(RDFIOError) {
      try RDFReader.read(
        bytes, file: input.shownName, syntax: syntax, base: conversion.base, graph: rule.placed,
        blankNodes: input.blankNodes ?? "b", into: &dataset)
    } catch {
      throw failure(error, input)
    }
    if isSorted {
      unsorted += dataset.quads
      dataset.removeQuads()
    }
    return []
  }

  private mutating func readText(
    _ input: ConversionPlan.Input, _ syntax: RDFSyntax, _ file: FileInput, _ rule: GraphRule,
    into dataset: inout Dataset
  ) throws(RunError) -> [(name: String, namespace: String)] {
    var reader: QuadReader
    do throws(RDFIOError) {
      reader = try QuadReader(
        syntax, file: input.shownName, base: conversion.base, graph: rule.placed,
        blankNodes: input.blankNodes ?? "b", mode: mode,
        target: input.graphs == .kept ? plan.target.syntax : nil)
    } catch {
      throw failure(error, input)
    }
    // RDF/XML cannot hold all, and what it cannot is to be shown at its place.
    let isChecked = plan.target == .rdf
    var document: [UInt8] = []
    var found: [(quad: Quad, origin: SourceOffset)] = []
    var isAtEnd = false
    while !isAtEnd {
      let part = try next(of: file)
      isAtEnd = part.isEmpty
      if isChecked { document += part }
      do throws(RDFIOError) {
        if isAtEnd {
          try reader.finish(into: &dataset.terms) { found.append(($0, $1)) }
        } else {
          try reader.read(part.span, into: &dataset.terms) { found.append(($0, $1)) }
        }
      } catch {
        throw failure(error, input)
      }
      for (quad, origin) in found {
        guard let quad = rule.applied(to: quad) else { continue }
        if isSorted {
          unsorted.append(quad)
          continue
        }
        dataset.insert(quad)
        if isChecked, let fault = RDFXMLOutput.fault(in: quad, of: dataset.terms) {
          let error = RDFIOError.unwritable(
            term: fault.term, syntax: "RDF/XML", reason: fault.reason)
          throw RunError(
            .invalidData,
            Diagnostic(
              .error, file: input.shownName, position: SourcePosition(of: origin, in: document),
              error.diagnostic.message))
        }
      }
      found.removeAll(keepingCapacity: true)
    }
    note(reader.skipped)
    return reader.prefixes
  }

  // MARK: Writing

  private func canonicalForm(of dataset: borrowing Dataset) throws(RunError) -> [UInt8] {
    let digest = DigestAlgorithm(name: "SHA-256") { Array(SHA256.hash(data: $0)) }
    do throws(CanonicalizationError) {
      return try Canonicalizer(digest: digest).canonicalForm(of: dataset).bytes
    } catch {
      throw RunError(.notEvaluated, file: plan.inputs.first?.shownName, error.description)
    }
  }

  private func write(
    _ dataset: borrowing Dataset, _ declared: [(name: String, namespace: String)],
    to output: ConversionOutput
  ) throws(RunError) {
    let receive = { (bytes: [UInt8]) throws(RunError) in try output.append(bytes) }
    switch (plan.target, conversion.serializer) {
    case (.nt, .griot), (.nq, .griot):
      try writeLines(dataset, receive)
    case (.ttl, .griot):
      try TurtleWriter.write(
        unsorted, of: dataset.terms, prefixes: Self.prefixes(declared), to: receive)
    case (.trig, _):
      try TurtleWriter.writeTriG(
        unsorted, of: dataset.terms, prefixes: Self.prefixes(declared), to: receive)
    case (.jsonld, _):
      try receive(try jsonLD(dataset))
    case (.nt, _), (.nq, _), (.ttl, _), (.rdf, _), (.rj, _):
      let bytes: [UInt8]
      do throws(RDFIOError) {
        bytes = try writtenByRaptor(dataset)
      } catch {
        throw failure(error, plan.inputs.first)
      }
      try receive(bytes)
    }
  }

  private func writeLines(
    _ dataset: borrowing Dataset, _ receive: ([UInt8]) throws(RunError) -> Void
  ) throws(RunError) {
    guard let syntax = plan.target.syntax else { return }
    var buffer: [UInt8] = []
    var start = 0
    while start < dataset.quads.count {
      let end = min(start + 4096, dataset.quads.count)
      LineWriter.append(
        Array(dataset.quads[start..<end]), of: dataset.terms, syntax: syntax, to: &buffer)
      start = end
      try receive(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  private func writtenByRaptor(_ dataset: borrowing Dataset) throws(RDFIOError) -> [UInt8] {
    switch plan.target {
    case .rdf:
      try RDFXMLOutput.write(dataset.quads, of: dataset.terms, prefixes: Prefixes.all)
    case .rj: try RDFJSONOutput.write(dataset.quads, of: dataset.terms)
    case .ttl:
      try TurtleOutput.write(dataset.quads, of: dataset.terms, prefixes: Prefixes.all).bytes
    case .nq: try RaptorWriter.write(dataset.quads, of: dataset.terms, syntax: .nquads)
    default: try RaptorWriter.write(dataset.quads, of: dataset.terms, syntax: .ntriples)
    }
  }

  private func jsonLD(_ dataset: borrowing Dataset) throws(RunError) -> [UInt8] {
    guard let context = conversion.context else { return JSONLDWriter.expanded(dataset) }
    let isOwn = context == "griot"
    let bytes = isOwn ? ShippedFiles.context : try InputFiles.bytes(context)
    do throws(RDFIOError) {
      let read = try JSONLDContext(bytes, file: isOwn ? "context.jsonld" : context)
      return JSONLDWriter.compacted(dataset, context: read)
    } catch {
      throw RunError(.wrongUsage, error.diagnostic)
    }
  }

  /// The prefixes that documents declared, the last meaning of each name, before griot's own.
  private static func prefixes(
    _ declared: [(name: String, namespace: String)]
  ) -> [(name: String, namespace: String)] {
    var found: [(name: String, namespace: String)] = []
    var positions: [String: Int] = [:]
    for prefix in declared {
      if let known = positions.updateValue(found.count, forKey: prefix.name) {
        positions[prefix.name] = known
        found[known] = prefix
      } else {
        found.append(prefix)
      }
    }
    return found + Prefixes.all.filter { positions[$0.name] == nil }
  }
}
