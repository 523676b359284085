internal import Compression
internal import Foundation
internal import RDF
internal import RDFIO

/// Reads the documents of one conversion and writes what becomes of them.
struct Converter {
  let conversion: Conversion
  let plan: ConversionPlan
  var summary = ConversionSummary()
  /// The quads for a writer that sorts them, and so needs no set.
  var unsorted: [Quad] = []
  /// How many bytes were read.
  private var bytesRead = 0

  /// - Throws: ``RunError`` for what cannot be done, whatever the input holds.
  init(_ conversion: Conversion) throws(RunError) {
    self.conversion = conversion
    plan = try ConversionPlan(conversion)
  }

  /// - Throws: ``RunError``; no file is then left.
  mutating func run() throws(RunError) -> ConversionSummary {
    if conversion.deed == .count {
      try count()
    } else if plan.isInParts(conversion) {
      try convertLines()
    } else {
      try convertDataset()
    }
    if summary.quads == 0, case .named(let iri) = conversion.graphs {
      summary.diagnostics.append(
        Diagnostic(.warning, file: nil, "no statement is in the graph <\(iri)>"))
    }
    return summary
  }

  // MARK: Statement by statement

  private mutating func convertLines() throws(RunError) {
    let output = try ConversionOutput(
      plan.output, plan.compression, plan.mayRefuse ? .held : .direct)
    var buffer: [UInt8] = []
    for input in plan.inputs {
      try eachPart(of: input, to: plan.target, &buffer) { part throws(RunError) in
        if !part.isEmpty { try output.append(part) }
      }
    }
    summary.files = try output.finish()
  }

  private mutating func count() throws(RunError) {
    var buffer: [UInt8] = []
    for input in plan.inputs {
      if input.syntax.isReadInParts {
        try eachPart(of: input, to: .nq, &buffer) { _ throws(RunError) in }
      } else {
        var dataset = Dataset()
        try read(input, into: &dataset)
        summary.quads += dataset.quads.count
      }
    }
    let output = try ConversionOutput(nil, nil, .direct)
    try output.append(Array("\(summary.quads)\n".utf8))
    _ = try output.finish()
  }

  /// Hands out the lines of a document part by part.
  private mutating func eachPart(
    of input: ConversionPlan.Input, to target: ConversionSyntax, _ buffer: inout [UInt8],
    _ body: ([UInt8]) throws(RunError) -> Void
  ) throws(RunError) {
    guard let syntax = input.syntax.syntax, let written = target.syntax else { return }
    let file = try FileInput(input.name, limits: limits)
    var lines: LineConverter
    do throws(RDFIOError) {
      lines = try LineConverter(
        syntax, to: written, file: input.shownName, base: conversion.base,
        blankNodes: input.blankNodes, graphs: input.graphs, mode: mode)
    } catch {
      throw failure(error, input)
    }
    var isAtEnd = false
    while !isAtEnd {
      let part = try next(of: file)
      isAtEnd = part.isEmpty
      var fault: RDFIOError?
      do throws(RDFIOError) {
        if isAtEnd {
          try lines.finish(to: &buffer)
        } else {
          try lines.convert(part.span, to: &buffer)
        }
      } catch {
        fault = error
      }
      // On standard output what comes before a fault is written, as it would be by chance.
      try body(buffer)
      buffer.removeAll(keepingCapacity: true)
      if let fault { throw failure(fault, input) }
    }
    summary.quads += lines.count
    note(lines.skipped)
  }

  // MARK: Reading

  var mode: ReadingMode { conversion.faults == .skip ? .lenient : .strict }

  var limits: DecompressionLimits {
    var configuration = Configuration(inputs: [])
    configuration.unpackLimit = conversion.unpackLimit
    return configuration.unpackLimits
  }

  mutating func next(of file: FileInput) throws(RunError) -> [UInt8] {
    let part = try file.next()
    bytesRead += part.count
    conversion.onProgress?(bytesRead)
    return part
  }

  mutating func note(_ skipped: SkippedStatements) {
    summary.skipped += skipped.count
    summary.diagnostics += skipped.diagnostics
    let hidden = skipped.count - skipped.diagnostics.count
    if hidden > 0, let file = skipped.diagnostics.first?.file {
      summary.diagnostics.append(
        Diagnostic(.note, file: file, "… and \(hidden) faults more"))
    }
  }

  /// A fault of a document as the end of the run.
  func failure(_ error: RDFIOError, _ input: ConversionPlan.Input?) -> RunError {
    let found = error.diagnostic(in: input?.shownName)
    guard case .graphName = error else { return RunError(.invalidData, found) }
    return RunError(
      .invalidData,
      Diagnostic(
        .error, file: found.file, position: found.position,
        "\(found.message); --drop-graphs leaves the names out, --graph takes one graph"))
  }
}
