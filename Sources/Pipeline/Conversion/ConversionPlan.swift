internal import Compression
internal import RDF
internal import RDFIO

/// A conversion with all that its words leave open decided, before anything is read.
struct ConversionPlan {
  /// One document to read.
  struct Input {
    /// The name to open it by.
    let name: String
    let syntax: ConversionSyntax
    let graphs: GraphNames
    /// What the labels of its blank nodes begin with; nil where no other document is read.
    let blankNodes: String?

    /// Its name in messages.
    var shownName: String { name == "-" ? "<stdin>" : name }
  }

  let inputs: [Input]
  /// What is written; N-Quads of what is counted or made canonical.
  let target: ConversionSyntax
  /// The file to write, or nil for standard output.
  let output: String?
  let compression: ExportCompression?

  /// - Throws: ``RunError`` for what cannot be done, whatever the input holds.
  init(_ conversion: Conversion) throws(RunError) {
    try Self.checkIRIs(conversion)
    let output = conversion.output == "-" ? nil : conversion.output
    target = try Self.target(conversion, output)
    (self.output, compression) = try Self.packing(conversion, output)
    var inputs: [Input] = []
    for (number, name) in conversion.inputs.enumerated() {
      let syntax = try Self.syntax(of: name, conversion.from)
      inputs.append(
        Input(
          name: name, syntax: syntax,
          graphs: try Self.graphs(conversion, from: syntax, to: target),
          blankNodes: conversion.inputs.count == 1 ? nil : "f\(number + 1)_"))
    }
    self.inputs = inputs
    try Self.checkWriter(conversion, target)
  }

  /// Whether all goes from statement to statement.
  func isInParts(_ conversion: Conversion) -> Bool {
    conversion.deed == .convert && target.isWrittenInParts && conversion.serializer == .griot
      && inputs.allSatisfy(\.syntax.isReadInParts)
  }

  /// Whether a statement may yet be refused when others were written.
  var mayRefuse: Bool {
    !target.hasGraphNames && inputs.contains { $0.syntax.hasGraphNames && $0.graphs == .kept }
  }

  // MARK: What the words say

  private static let readable = ConversionSyntax.allCases.filter(\.isRead).map(\.rawValue)
    .joined(separator: ", ")

  private static func syntax(
    of name: String, _ given: ConversionSyntax?
  ) throws(RunError) -> ConversionSyntax {
    let shown = name == "-" ? "<stdin>" : name
    guard let syntax = given ?? (name == "-" ? nil : ConversionSyntax(fileName: name)) else {
      throw RunError(
        .wrongUsage, file: shown,
        "nothing says what syntax this is; expected --from with one of \(readable)")
    }
    guard syntax.isRead else {
      throw RunError(
        .wrongUsage, file: shown,
        "\(syntax.name) is written and not read; expected one of \(readable)")
    }
    return syntax
  }

  private static func target(
    _ conversion: Conversion, _ output: String?
  ) throws(RunError) -> ConversionSyntax {
    let named = conversion.to ?? output.flatMap { ConversionSyntax(fileName: $0) }
    switch conversion.deed {
    case .count:
      guard output == nil, conversion.to == nil else {
        throw RunError(
          .wrongUsage, file: nil,
          "--count writes a number on standard output; expected it without -o and --to")
      }
      return .nq
    case .canonicalize:
      guard named == nil || named == .nq else {
        throw RunError(
          .wrongUsage, file: nil, "the canonical form is N-Quads; expected --to nq or none")
      }
      return .nq
    case .convert:
      guard let named else {
        let known = ConversionSyntax.allCases.map(\.rawValue).joined(separator: ", ")
        throw RunError(
          .wrongUsage, file: output,
          "nothing says what syntax to write; expected --to with one of \(known)"
        )
      }
      return named
    }
  }

  private static func packing(
    _ conversion: Conversion, _ output: String?
  ) throws(RunError) -> (output: String?, compression: ExportCompression?) {
    guard let output else { return (nil, conversion.compression) }
    let named = CompressionFormat(fileName: output).flatMap {
      ExportCompression(rawValue: $0.fileExtension)
    }
    guard let asked = conversion.compression, asked != named else { return (output, named) }
    guard named == nil else {
      throw RunError(
        .wrongUsage, file: output,
        "--compress \(asked.rawValue) does not fit this name; expected one that ends in "
          + ".\(asked.rawValue)")
    }
    return ("\(output).\(asked.rawValue)", asked)
  }

  private static func graphs(
    _ conversion: Conversion, from syntax: ConversionSyntax, to target: ConversionSyntax
  ) throws(RunError) -> GraphNames {
    switch conversion.graphs {
    case .kept: return .kept
    case .dropped: return .dropped
    case .named(let iri):
      if syntax.hasGraphNames { return .only(iri) }
      guard target.hasGraphNames else {
        throw RunError(
          .wrongUsage, file: nil,
          "--graph names a graph, and neither \(syntax.name) nor \(target.name) has any")
      }
      return .placed(iri)
    }
  }

  private static func checkIRIs(_ conversion: Conversion) throws(RunError) {
    var given = [("--base", conversion.base)]
    if case .named(let iri) = conversion.graphs { given.append(("--graph", iri)) }
    for (flag, iri) in given {
      if let iri, let fault = IRISyntax.fault(in: iri) {
        throw RunError(
          .wrongUsage, file: nil, "\(flag) \"\(iri)\" is not an absolute IRI: \(fault)")
      }
    }
  }

  private static func checkWriter(
    _ conversion: Conversion, _ target: ConversionSyntax
  ) throws(RunError) {
    if conversion.context != nil, target != .jsonld || conversion.deed != .convert {
      throw RunError(
        .wrongUsage, file: nil, "--context is for JSON-LD; expected --to jsonld beside it")
    }
    let isRaptors = target == .nt || target == .nq || target == .ttl
    if conversion.serializer == .raptor, !isRaptors || conversion.deed != .convert {
      throw RunError(
        .wrongUsage, file: nil,
        "--serializer raptor is for N-Triples, N-Quads and Turtle; leave it out here")
    }
  }
}
